import type { PartyRole } from '#core/model/deal.ts';
import type { NounId } from '#core/model/field.ts';
import type {
  DealFacts,
  EntityFacts,
  FigureFacts,
  LedgerView,
  PartyFacts,
  SourceFacts,
} from '#core/model/ledger-view.ts';
import type { NounRow } from '#core/model/nouns.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import type { VersionRow } from './versions.ts';

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
  const inFamily: Bound = { family: JSON.stringify([...familyOf(entities, subjectIds)]) };
  const deals = load('deal', `id IN (${dealsOfFamily(knownAt)})`, inFamily);
  const inDeals: Bound = { deals: JSON.stringify(deals.map(({ id }) => id)) };
  const parties = load('deal-party', `deal_id IN (${DEALS})`, inDeals);
  const figures = load('figure', `(deal_id IS NULL AND entity_id IN (${FAMILY})) OR deal_id IN (${DEALS})`, {
    ...inFamily,
    ...inDeals,
  });
  const schedule = load('schedule-row', `deal_id IN (${DEALS})`, inDeals);
  const sources = sourcesById(load('source', '1', {}));
  const words = wordsById(
    load('passage', 'id IN (SELECT value FROM json_each(@passages))', {
      passages: JSON.stringify(passageIds(figures, deals)),
    }),
  );
  const facts = figures.map((figure) => figureFacts(figure, sources, words));
  const parts: DealParts = {
    entityById: new Map(entities.map((entity) => [entity.id, entity])),
    parties: Map.groupBy(parties, ({ dealId }) => dealId),
    amounts: Map.groupBy(facts, ({ dealId }) => dealId),
    schedule: Map.groupBy(schedule, ({ dealId }) => dealId),
    sources,
    words,
  };
  return {
    asOf,
    knownAt,
    entities,
    deals: deals.map((deal) => dealFacts(deal, parts)),
    figures: facts.filter(({ dealId }) => dealId === null),
  };
}

const FAMILY = 'SELECT value FROM json_each(@family)';
const DEALS = 'SELECT value FROM json_each(@deals)';
/** Deals of the family and all that is part of them, whoever its parties are: a programme is counted through its parts. */
function dealsOfFamily(knownAt: string | null): string {
  return `WITH RECURSIVE wanted (id) AS (
  SELECT deal_id FROM deal_parties WHERE entity_id IN (${FAMILY}) AND ${inForceAt(knownAt)}
  UNION
  SELECT d.id FROM wanted w JOIN deals d ON d.part_of_id = w.id WHERE ${inForceAt(knownAt, 'd.')}
) SELECT id FROM wanted`;
}

type Bound = Readonly<Record<string, string>>;

/** Rows of a noun in force at `knownAt`, by id. */
function loader(ledger: ReadableLedger, knownAt: string | null) {
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

/** The subjects and all that rolls up to them, at any depth. */
function familyOf(entities: readonly EntityFacts[], subjectIds: readonly string[]): ReadonlySet<string> {
  const children = Map.groupBy(
    entities.filter(({ rollsUp }) => rollsUp === 1),
    ({ parentId }) => parentId,
  );
  const family = new Set(subjectIds);
  for (const id of family) for (const child of children.get(id) ?? []) family.add(child.id);
  return family;
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

function figureFacts(
  { recordedSeq, ...figure }: Loaded<'figure'>,
  sources: ReadonlyMap<string, SourceFacts>,
  words: ReadonlyMap<string, string>,
): FigureFacts {
  const quote = figure.passageId === null ? null : (words.get(figure.passageId) ?? null);
  return { ...figure, recordedSeq, source: sources.get(figure.sourceId) ?? UNKNOWN_SOURCE, quote };
}

interface DealParts {
  readonly entityById: ReadonlyMap<string, EntityFacts>;
  readonly parties: ReadonlyMap<string, readonly Loaded<'deal-party'>[]>;
  readonly amounts: ReadonlyMap<string | null, readonly FigureFacts[]>;
  readonly schedule: ReadonlyMap<string, readonly Loaded<'schedule-row'>[]>;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly words: ReadonlyMap<string, string>;
}

function dealFacts({ recordedSeq: _, ...deal }: Loaded<'deal'>, parts: DealParts): DealFacts {
  return {
    ...deal,
    parties: (parts.parties.get(deal.id) ?? []).flatMap((party) => partyFacts(party, parts.entityById)),
    amounts: parts.amounts.get(deal.id) ?? [],
    schedule: parts.schedule.get(deal.id) ?? [],
    source: parts.sources.get(deal.sourceId) ?? UNKNOWN_SOURCE,
    quote: deal.passageId === null ? null : (parts.words.get(deal.passageId) ?? null),
  };
}

function partyFacts(party: Loaded<'deal-party'>, entityById: ReadonlyMap<string, EntityFacts>): PartyFacts[] {
  const entity = entityById.get(party.entityId);
  return entity === undefined ? [] : [{ entity, role: party.role as PartyRole }];
}
