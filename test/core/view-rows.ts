import type { DealKind, DealStatus, PartyRole } from '#core/model/deal.ts';
import type { Basis, FigureStatus, Metric } from '#core/model/figure.ts';
import type {
  DealFacts,
  EntityFacts,
  FigureFacts,
  LedgerView,
  PartyFacts,
  ScheduleRowFacts,
  SourceFacts,
} from '#core/model/ledger-view.ts';
import { type Qualifier, qualify } from '#core/quantities/qualifier.ts';
import { toStored, type UnitId } from '#core/quantities/unit.ts';

/** Rows of a ledger view with everything that a test does not speak of left unknown. */
export function entityRow(id: string, name: string, extra: Partial<EntityFacts> = {}): EntityFacts {
  return {
    id,
    name,
    kind: 'company',
    underReview: null,
    parentId: null,
    parentFrom: null,
    parentUntil: null,
    rollsUp: null,
    aliases: null,
    tickers: null,
    sector: null,
    reportingCurrency: null,
    fiscalYearEndMonth: null,
    note: null,
    ...extra,
  };
}

export function sourceRow(
  id: string,
  reliability: SourceFacts['reliability'],
  publishedOn: string | null = null,
): SourceFacts {
  return { id, title: `Source ${id}`, publisher: null, reliability, publishedOn, recordedOn: null };
}

export interface FigureSpec {
  readonly id: string;
  readonly about: string;
  readonly metric: Metric;
  readonly source: SourceFacts;
  /** Full units; undefined for undisclosed. */
  readonly amount?: number;
  readonly high?: number;
  readonly qualifier?: Qualifier;
  readonly unit?: UnitId;
  readonly basis?: Basis;
  readonly status?: FigureStatus;
  readonly extra?: Partial<FigureFacts>;
}

let recorded = 0;

export function figureRow(spec: FigureSpec): FigureFacts {
  const unit = spec.unit ?? 'USD';
  const qualifier = spec.qualifier ?? (spec.amount === undefined ? 'undisclosed' : 'exact');
  const stored = (full: number | undefined) => (full === undefined ? null : toStored(full, unit));
  recorded += 1;
  return {
    id: spec.id,
    entityId: spec.about,
    metric: spec.metric,
    dealId: null,
    qualifier,
    unit,
    ...qualify(qualifier, stored(spec.amount), stored(spec.high)),
    basis: spec.basis ?? 'stock',
    accounting: null,
    status: spec.status ?? 'reported',
    periodStart: null,
    periodEnd: null,
    periodLabel: null,
    definition: null,
    credibility: 3,
    isPrimary: 0,
    sourceId: spec.source.id,
    passageId: `pas_${spec.id}`,
    wording: null,
    note: null,
    recordedSeq: recorded,
    source: spec.source,
    quote: `Words of ${spec.id}`,
    ...spec.extra,
  };
}

export interface DealSpec {
  readonly id: string;
  readonly name: string;
  readonly kind: DealKind;
  readonly status: DealStatus;
  readonly parties: readonly (readonly [PartyRole, EntityFacts])[];
  readonly source: SourceFacts;
  /** Headline amounts, one per version; full units. An empty list: none on file. */
  readonly amounts?: readonly Omit<FigureSpec, 'about' | 'metric'>[];
  readonly schedule?: readonly ScheduleRowFacts[];
  readonly extra?: Partial<DealFacts>;
}

export function dealRow(spec: DealSpec): DealFacts {
  const payer = spec.parties.find(([role]) => role === 'payer')?.[1];
  const amounts = (spec.amounts ?? []).map((amount) =>
    figureRow({
      ...amount,
      about: payer?.id ?? 'ent_nobody',
      metric: 'deal-headline',
      extra: { dealId: spec.id, ...amount.extra },
    }),
  );
  return {
    id: spec.id,
    name: spec.name,
    kind: spec.kind,
    status: spec.status,
    announcedOn: null,
    signedOn: null,
    startOn: null,
    endOn: null,
    tenorYearsLo: null,
    tenorYearsHi: null,
    scheduleMethod: null,
    isExclusive: null,
    isTakeOrPay: null,
    isCancellable: null,
    terms: null,
    partOfId: null,
    sourceId: spec.source.id,
    passageId: null,
    note: null,
    parties: spec.parties.map(([role, entity]): PartyFacts => ({ role, entity })),
    amounts,
    schedule: spec.schedule ?? [],
    source: spec.source,
    quote: null,
    ...spec.extra,
  };
}

export function viewOf(rows: Partial<LedgerView>): LedgerView {
  return {
    asOf: '2025-11-30',
    knownAt: null,
    entities: [],
    deals: [],
    figures: [],
    quotes: [],
    reactions: [],
    keyDates: [],
    prices: [],
    fxRates: [],
    citations: [],
    picks: [],
    sources: [],
    ...rows,
  };
}
