import type { PartyRole } from '#core/model/deal.ts';
import type { NounId } from '#core/model/field.ts';
import type {
  DealFacts,
  EntityFacts,
  FigureFacts,
  LedgerView,
  PartyFacts,
  QuoteFacts,
  SourceFacts,
} from '#core/model/ledger-view.ts';
import type { NounRow } from '#core/model/nouns.ts';
import { isMoney, type UnitId } from '#core/quantities/unit.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import type { VersionRow } from './versions.ts';
import { loadPicks } from './view-picks.ts';

/**
 * Gathers what signals read, for the subjects named and whatever rolls up to them, as it was known at one instant.
 * Rows come ordered by id, so that the same ledger gives the same bytes.
 */
export interface ViewRequest {
  readonly subjectIds: readonly string[];
  readonly asOf: string;
  /** UTC instant, or null for all that is in force now. */
  readonly knownAt: string | null;
}

type Loaded<N extends NounId> = NounRow<N> & { readonly id: string; readonly recordedSeq: number };

export function loadView(ledger: ReadableLedger, { subjectIds, asOf, knownAt }: ViewRequest): LedgerView {
  const load = loader(ledger, knownAt);
  const entities: EntityFacts[] = load('entity', '1', {});
  const reach = reachOf(load, entities, { subjectIds, knownAt });
  return viewAt(ledger, { entities, ...reach }, { asOf, knownAt });
}

/** All that is on file about what the view reaches. */
function viewAt(
  ledger: ReadableLedger,
  { entities, ...reach }: Reach & { readonly entities: readonly EntityFacts[] },
  { asOf, knownAt }: Pick<ViewRequest, 'asOf' | 'knownAt'>,
): LedgerView {
  const load = loader(ledger, knownAt);
  const figures = load('figure', ABOUT_REACH, reach.bound);
  const quotes = load('quote', `about_id IN (${ENTITIES}) OR about_deal_id IN (${DEALS})`, reach.bound);
  const reactions = load('reaction', `entity_id IN (${ENTITIES}) OR deal_id IN (${DEALS})`, reach.bound);
  const keyDates = load('key-date', `entity_id IN (${ENTITIES}) OR deal_id IN (${DEALS})`, reach.bound);
  const cited = passageIds(figures, reach.deals, reactions, keyDates);
  const rest: Supports = {
    entityById: new Map(entities.map((entity) => [entity.id, entity])),
    sources: sourcesById(load('source', '1', {})),
    words: wordsById(
      load('passage', 'id IN (SELECT value FROM json_each(@passages))', { passages: JSON.stringify(cited) }),
    ),
  };
  const facts = figures.map((figure) => supported(figure, rest));
  const schedule = load('schedule-row', `deal_id IN (${DEALS})`, reach.bound);
  const parts: DealParts = {
    parties: Map.groupBy(reach.parties, ({ dealId }) => dealId),
    amounts: Map.groupBy(facts, ({ dealId }) => dealId),
    schedule: Map.groupBy(schedule, ({ dealId }) => dealId),
  };
  return {
    asOf,
    knownAt,
    entities,
    deals: reach.deals.map((deal) => dealFacts(deal, parts, rest)),
    figures: facts.filter(({ dealId }) => dealId === null),
    quotes: quotes.flatMap((quote) => quoteFacts(quote, rest)),
    reactions: reactions.map((reaction) => supported(reaction, rest)),
    keyDates: keyDates.map((date) => supported(date, rest)),
    prices: load('price', `entity_id IN (${ENTITIES}) OR ticker LIKE '^%'`, reach.bound),
    fxRates: ratesBetween(load, currenciesIn(entities, figures, schedule), asOf).map((rate) => ({
      ...rate,
      source: rest.sources.get(rate.sourceId) ?? UNKNOWN_SOURCE,
    })),
    citations: load('citation', '1', {}),
    sources: [...rest.sources.values()],
    picks: loadPicks(ledger, {
      where: ABOUT_REACH,
      bound: reach.bound,
      knownAt,
      support: (figure) => supported(figure, rest),
    }),
  };
}

/** One deal, its parties and what is said of them: enough for its schedule. No deals where it was not on file. */
export function loadDealView(
  ledger: ReadableLedger,
  { dealId, asOf, knownAt }: Omit<ViewRequest, 'subjectIds'> & { readonly dealId: string },
): LedgerView {
  const load = loader(ledger, knownAt);
  const deals = load('deal', 'id = @deal', { deal: dealId });
  const parties = load('deal-party', 'deal_id = @deal', { deal: dealId });
  const bound = {
    entities: JSON.stringify(parties.map(({ entityId }) => entityId)),
    deals: JSON.stringify(deals.map(({ id }) => id)),
  };
  return viewAt(ledger, { entities: load('entity', '1', {}), deals, parties, bound }, { asOf, knownAt });
}

interface Reach {
  readonly deals: readonly Loaded<'deal'>[];
  readonly parties: readonly Loaded<'deal-party'>[];
  /** Ids of deals and entities that the view is about, as bound values. */
  readonly bound: Bound;
}

/** The family of the subjects, its deals with their parts, their parties, and the deals of those parties. */
function reachOf(
  load: Load,
  entities: readonly EntityFacts[],
  { subjectIds, knownAt }: Pick<ViewRequest, 'subjectIds' | 'knownAt'>,
): Reach {
  const family = withChildren(entities, subjectIds);
  const own = dealsOf(load, family, knownAt);
  const around = withChildren(entities, [
    ...family,
    ...parentsOf(
      entities,
      own.parties.map(({ entityId }) => entityId),
    ),
  ]);
  const { deals, parties } = dealsOf(load, around, knownAt);
  const bound = { entities: JSON.stringify(around), deals: JSON.stringify(deals.map(({ id }) => id)) };
  return { deals, parties, bound };
}

function dealsOf(
  load: Load,
  family: readonly string[],
  knownAt: string | null,
): Pick<Reach, 'deals' | 'parties'> {
  const deals = load('deal', `id IN (${dealsOfEntities(knownAt)})`, { entities: JSON.stringify(family) });
  const parties = load('deal-party', `deal_id IN (${DEALS})`, {
    deals: JSON.stringify(deals.map(({ id }) => id)),
  });
  return { deals, parties };
}

const ENTITIES = 'SELECT value FROM json_each(@entities)';
const DEALS = 'SELECT value FROM json_each(@deals)';
const UNITS = 'SELECT value FROM json_each(@units)';
/** Figures of entities stand with the entity; the amounts of a deal stand with the deal, whoever pays. */
const ABOUT_REACH = `(deal_id IS NULL AND entity_id IN (${ENTITIES})) OR deal_id IN (${DEALS})`;
/** Deals of the entities and all that is part of them, whoever its parties are: a programme is counted through its parts. */
function dealsOfEntities(knownAt: string | null): string {
  return `WITH RECURSIVE wanted (id) AS (
  SELECT deal_id FROM deal_parties WHERE entity_id IN (${ENTITIES}) AND ${inForceAt(knownAt)}
  UNION
  SELECT d.id FROM wanted w JOIN deals d ON d.part_of_id = w.id WHERE ${inForceAt(knownAt, 'd.')}
) SELECT id FROM wanted`;
}

type Bound = Readonly<Record<string, string>>;

type Load = <N extends NounId>(noun: N, where: string, bound: Bound) => Loaded<N>[];

/** Rows of a noun in force at `knownAt`, by id. */
function loader(ledger: ReadableLedger, knownAt: string | null): Load {
  const inForce = inForceAt(knownAt);
  return <N extends NounId>(noun: N, where: string, bound: Bound): Loaded<N>[] => {
    const shape = tableOf(noun);
    const columns = ['id', 'recorded_seq', ...shape.columns.filter((column) => column !== 'content')].join(
      ', ',
    );
    const sql = `SELECT ${columns} FROM ${shape.table} WHERE (${where}) AND ${inForce} ORDER BY id`;
    const query = statement<VersionRow>(ledger.db, sql);
    const rows = query.all(knownAt === null ? bound : { ...bound, known: knownAt });
    return rows.map(
      (row) => ({ ...toFields(shape, row), id: row.id, recordedSeq: row.recorded_seq }) as Loaded<N>,
    );
  };
}

/** The entities and all that rolls up to them. */
function withChildren(entities: readonly EntityFacts[], ids: readonly string[]): string[] {
  const found = new Set(ids);
  const children = Map.groupBy(entities, ({ parentId, rollsUp }) => (rollsUp === 1 ? parentId : null));
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id);
  return [...found];
}

/** The entities and whatever they roll up to. */
function parentsOf(entities: readonly EntityFacts[], ids: readonly string[]): string[] {
  const found = new Set(ids);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  for (const id of found) {
    const entity = byId.get(id);
    if (entity?.rollsUp === 1 && entity.parentId !== null) found.add(entity.parentId);
  }
  return [...found];
}

function sourcesById(rows: readonly Loaded<'source'>[]): ReadonlyMap<string, SourceFacts> {
  return new Map(
    rows.map(({ id, title, publisher, reliability, publishedOn }) => [
      id,
      { id, title, publisher, reliability, publishedOn },
    ]),
  );
}

function wordsById(rows: readonly Loaded<'passage'>[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, words }) => [id, words]));
}

/** Currencies in which an amount of the view is stated, or a company reports. */
function currenciesIn(
  entities: readonly EntityFacts[],
  ...rows: readonly (readonly { readonly unit: UnitId }[])[]
): readonly UnitId[] {
  const units = new Set(entities.flatMap(({ reportingCurrency }) => reportingCurrency ?? []));
  for (const some of rows) for (const { unit } of some) units.add(unit);
  return [...units].filter(isMoney).toSorted();
}

function ratesBetween(load: Load, currencies: readonly UnitId[], asOf: string): Loaded<'fx-rate'>[] {
  if (currencies.length < 2) return [];
  const units = JSON.stringify(currencies);
  const pair = `base IN (${UNITS}) AND quote_currency IN (${UNITS})`;
  return load('fx-rate', `${pair} AND on_day <= @asOf`, { units, asOf });
}

function passageIds(...rows: readonly (readonly { readonly passageId: string | null }[])[]): string[] {
  return rows.flat().flatMap(({ passageId }) => (passageId === null ? [] : [passageId]));
}

/** Reached only where a source was retracted after what rests on it, in a view of the past. */
const UNKNOWN_SOURCE: SourceFacts = {
  id: '',
  title: 'source no longer on file',
  publisher: null,
  reliability: 'F',
  publishedOn: null,
};

interface Supports {
  readonly entityById: ReadonlyMap<string, EntityFacts>;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly words: ReadonlyMap<string, string>;
}

/** A row with its source and the words that carry it. */
function supported<R extends { readonly sourceId: string; readonly passageId: string | null }>(
  row: R,
  { sources, words }: Supports,
): R & { readonly source: SourceFacts; readonly quote: string | null } {
  const quote = row.passageId === null ? null : (words.get(row.passageId) ?? null);
  return { ...row, source: sources.get(row.sourceId) ?? UNKNOWN_SOURCE, quote };
}

function quoteFacts(quote: Loaded<'quote'>, { entityById, sources }: Supports): QuoteFacts[] {
  const speaker = entityById.get(quote.speakerId);
  return speaker === undefined
    ? []
    : [{ ...quote, speaker, source: sources.get(quote.sourceId) ?? UNKNOWN_SOURCE }];
}

interface DealParts {
  readonly parties: ReadonlyMap<string, readonly Loaded<'deal-party'>[]>;
  readonly amounts: ReadonlyMap<string | null, readonly FigureFacts[]>;
  readonly schedule: ReadonlyMap<string, readonly Loaded<'schedule-row'>[]>;
}

function dealFacts(deal: Loaded<'deal'>, parts: DealParts, supports: Supports): DealFacts {
  return {
    ...supported(deal, supports),
    parties: (parts.parties.get(deal.id) ?? []).flatMap((party) => partyFacts(party, supports.entityById)),
    amounts: parts.amounts.get(deal.id) ?? [],
    schedule: parts.schedule.get(deal.id) ?? [],
  };
}

function partyFacts(party: Loaded<'deal-party'>, entityById: ReadonlyMap<string, EntityFacts>): PartyFacts[] {
  const entity = entityById.get(party.entityId);
  return entity === undefined ? [] : [{ entity, role: party.role as PartyRole }];
}
