import { NOUN_IDS, type NounId } from '#core/model/field.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';

/**
 * What the commits after one another touched, for those who keep what they computed.
 * Law: whatever is not known to be narrow is wide, so that something stale is never shown.
 */
export interface Touched {
  /** Entities whose facts, or those of their deals, may be others now. */
  readonly entityIds: ReadonlySet<string>;
  /** Sources were added that nothing rested on before. */
  readonly hasNewSources: boolean;
  /** Anything may be another now. */
  readonly everything: boolean;
}

type Reference = 'entity' | 'deal';

/** Columns of narrow nouns that name whom a row is about. A speaker or an author is nobody's fact. */
const ABOUT: Readonly<Partial<Record<NounId, readonly (readonly [string, Reference])[]>>> = {
  deal: [
    ['id', 'deal'],
    ['part_of_id', 'deal'],
  ],
  'deal-party': [
    ['entity_id', 'entity'],
    ['deal_id', 'deal'],
  ],
  figure: [
    ['entity_id', 'entity'],
    ['deal_id', 'deal'],
  ],
  'schedule-row': [['deal_id', 'deal']],
  quote: [
    ['about_id', 'entity'],
    ['about_deal_id', 'deal'],
  ],
  reaction: [
    ['entity_id', 'entity'],
    ['deal_id', 'deal'],
  ],
  'key-date': [
    ['entity_id', 'entity'],
    ['deal_id', 'deal'],
  ],
};

/** Nouns of which a new entry changes nothing by itself, as nothing rests on it yet; a correction may change all. */
const NEW_IS_NARROW: readonly NounId[] = ['source', 'passage'];
/** Judgements on what was computed, from which nothing is computed. */
const BESIDE: readonly NounId[] = ['disposition', 'scenario', 'original', 'rejection'];

/** Everything recorded or retracted after commit `seq`. */
export function touchedSince(ledger: ReadableLedger, seq: number): Touched {
  const changed = NOUN_IDS.filter((noun) => !BESIDE.includes(noun) && isChanged(ledger, noun, seq, '1'));
  const narrow = changed.filter((noun) => ABOUT[noun] !== undefined);
  const isAddedOnly = (noun: NounId) =>
    NEW_IS_NARROW.includes(noun) && !isChanged(ledger, noun, seq, KNOWN_BEFORE);
  return {
    entityIds: entitiesTouched(ledger, seq, narrow),
    hasNewSources: changed.includes('source'),
    everything: changed.some((noun) => !narrow.includes(noun) && !isAddedOnly(noun)),
  };
}

const KNOWN_BEFORE = '(SELECT created_seq FROM objects o WHERE o.id = x.id) <= @seq';

function isChanged(ledger: ReadableLedger, noun: NounId, seq: number, where: string): boolean {
  const sql = `SELECT 1 FROM ${tableOf(noun).table} x
    WHERE (recorded_seq > @seq OR retracted_seq > @seq) AND (${where}) LIMIT 1`;
  return statement(ledger.db, sql).get({ seq }) !== undefined;
}

function entitiesTouched(ledger: ReadableLedger, seq: number, nouns: readonly NounId[]): ReadonlySet<string> {
  const entities = new Set<string>();
  const deals = new Set<string>();
  for (const noun of nouns)
    for (const [column, kind] of ABOUT[noun] ?? [])
      for (const id of idsSince(ledger, noun, seq, column)) (kind === 'entity' ? entities : deals).add(id);
  for (const id of partiesOf(ledger, [...deals])) entities.add(id);
  return entities;
}

function idsSince(ledger: ReadableLedger, noun: NounId, seq: number, column: string): readonly string[] {
  const sql = `SELECT DISTINCT ${column} AS id FROM ${tableOf(noun).table}
    WHERE (recorded_seq > @seq OR retracted_seq > @seq) AND ${column} IS NOT NULL`;
  return statement<{ id: string }>(ledger.db, sql)
    .all({ seq })
    .map(({ id }) => id);
}

/** Parties of the deals and of the programmes that these are part of; those that left are touched by leaving. */
function partiesOf(ledger: ReadableLedger, dealIds: readonly string[]): readonly string[] {
  const sql = `WITH RECURSIVE wanted (id) AS (
    SELECT value FROM json_each(@deals)
    UNION
    SELECT d.part_of_id FROM wanted w JOIN deals d ON d.id = w.id WHERE d.part_of_id IS NOT NULL
  ) SELECT DISTINCT entity_id AS id FROM deal_parties WHERE deal_id IN (SELECT id FROM wanted) AND retracted_seq IS NULL`;
  return statement<{ id: string }>(ledger.db, sql)
    .all({ deals: JSON.stringify(dealIds) })
    .map(({ id }) => id);
}
