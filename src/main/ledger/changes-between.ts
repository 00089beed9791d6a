import { NOUN_IDS, type NounId } from '#core/model/field.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';

/**
 * What two states of the ledger differ in, entry by entry. Law: an entry counts once, by what it was at the first and
 * is at the second; what was added and taken back in between, or corrected and corrected back, counts as nothing.
 */
export interface EntryCounts {
  readonly noun: NounId;
  readonly added: number;
  readonly corrected: number;
  readonly retracted: number;
}

/** Numbers of the last changes at either state; `since` 0 is the state before the first. */
export interface Between {
  readonly since: number;
  readonly until: number;
}

/** Number of the last change made until an instant, null for now; 0 where none was. */
export function lastChangeAt({ db }: ReadableLedger, knownAt: string | null): number {
  const sql = `SELECT seq FROM changes WHERE at <= coalesce(?, '9999') ORDER BY seq DESC LIMIT 1`;
  return statement<{ seq: number }>(db, sql).get(knownAt)?.seq ?? 0;
}

/** Nouns of which nothing differs are left out. */
export function countBetween(ledger: ReadableLedger, between: Between): EntryCounts[] {
  return NOUN_IDS.flatMap((noun) => {
    const counts = countOf(ledger, noun, between);
    return counts.added + counts.corrected + counts.retracted === 0 ? [] : [{ noun, ...counts }];
  });
}

const AT_FIRST = 'b.recorded_seq <= @since AND (b.retracted_seq IS NULL OR b.retracted_seq > @since)';
const AT_SECOND =
  'a.recorded_seq > @since AND a.recorded_seq <= @until AND (a.retracted_seq IS NULL OR a.retracted_seq > @until)';

function countOf({ db }: ReadableLedger, noun: NounId, between: Between): Omit<EntryCounts, 'noun'> {
  const { table, columns } = tableOf(noun);
  const cells = (alias: string) => `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
  const sql = `SELECT
      (SELECT count(*) FROM ${table} a WHERE ${AT_SECOND}
        AND NOT EXISTS (SELECT 1 FROM ${table} b WHERE b.id = a.id AND ${AT_FIRST})) AS added,
      (SELECT count(*) FROM ${table} a JOIN ${table} b ON b.id = a.id WHERE ${AT_SECOND} AND ${AT_FIRST}
        AND ${cells('a')} IS NOT ${cells('b')}) AS corrected,
      (SELECT count(*) FROM ${table} b WHERE b.retracted_seq > @since AND b.retracted_seq <= @until AND ${AT_FIRST}
        AND NOT EXISTS (SELECT 1 FROM ${table} a WHERE a.id = b.id AND ${AT_SECOND})) AS retracted`;
  const counts = statement<Omit<EntryCounts, 'noun'>>(db, sql).get({ ...between });
  return counts ?? { added: 0, corrected: 0, retracted: 0 };
}
