import type {
  EntityFacts,
  KeyDateFacts,
  PriceFacts,
  QuoteFacts,
  ReactionFacts,
  SourceFacts,
} from '#core/model/ledger-view.ts';
import { addDays } from '#core/quantities/day.ts';

/** Rows of what was said, moved and dated, with everything that a test does not speak of left unknown. */
export function keyDateRow(
  id: string,
  name: string,
  source: SourceFacts,
  extra: Partial<KeyDateFacts> & { readonly on?: string } = {},
): KeyDateFacts {
  const { on, ...fields } = extra;
  return {
    id,
    name,
    kind: 'other',
    entityId: null,
    dealId: null,
    fromOn: on ?? null,
    untilOn: on === undefined ? null : addDays(on, 1),
    wording: null,
    status: 'occurred',
    sourceId: source.id,
    passageId: null,
    note: null,
    source,
    quote: `Words of ${id}`,
    ...fields,
  };
}

export function quoteRow(
  id: string,
  speaker: EntityFacts,
  stance: number | null,
  source: SourceFacts,
  extra: Partial<QuoteFacts> = {},
): QuoteFacts {
  return {
    id,
    speakerId: speaker.id,
    affiliationId: null,
    role: null,
    words: `Words of ${id}`,
    isVerbatim: 1,
    stance,
    aboutId: null,
    aboutDealId: null,
    isAffiliated: 0,
    saidOn: null,
    sourceId: source.id,
    passageId: null,
    note: null,
    recordedSeq: 1,
    speaker,
    source,
    ...extra,
  };
}

export function reactionRow(
  id: string,
  entityId: string,
  dealId: string,
  source: SourceFacts,
  extra: Partial<ReactionFacts> = {},
): ReactionFacts {
  return {
    id,
    entityId,
    dealId,
    direction: 'up',
    move: 'unstated',
    percent: null,
    percentUnit: null,
    valueQualifier: null,
    valueChange: null,
    valueUnit: null,
    observedOn: null,
    sourceId: source.id,
    passageId: null,
    note: null,
    source,
    quote: `Words of ${id}`,
    ...extra,
  };
}

/** Closes on consecutive days; null for a day without a price. */
export function priceRows(
  entityId: string,
  ticker: string,
  from: string,
  closes: readonly (number | null)[],
  extra: Partial<PriceFacts> = {},
): readonly PriceFacts[] {
  return closes.flatMap((close, at) =>
    close === null
      ? []
      : [
          {
            id: `pri_${ticker}_${String(at).padStart(4, '0')}`,
            entityId,
            ticker,
            onDay: addDays(from, at),
            close,
            currency: 'USD' as const,
            isAdjusted: 1,
            sourceId: 'src_exchange',
            ...extra,
          },
        ],
  );
}
