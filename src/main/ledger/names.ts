import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';

/** What entries in force are called, for matching the names in a table that is imported. */
export interface EntryNames {
  readonly id: string;
  readonly names: readonly string[];
}

export interface NamesInForce {
  readonly entity: readonly EntryNames[];
  readonly source: readonly EntryNames[];
  readonly deal: readonly EntryNames[];
}

export function listNames(ledger: ReadableLedger): NamesInForce {
  return {
    entity: read(
      ledger,
      `SELECT id, json_array(name) AS own, coalesce(aliases, '[]') AS others FROM entities WHERE retracted_seq IS NULL ORDER BY id`,
    ),
    source: read(
      ledger,
      `SELECT id, json_array(title) AS own, '[]' AS others FROM sources WHERE retracted_seq IS NULL ORDER BY id`,
    ),
    deal: read(
      ledger,
      `SELECT id, json_array(name) AS own, '[]' AS others FROM deals WHERE retracted_seq IS NULL ORDER BY id`,
    ),
  };
}

function read(ledger: ReadableLedger, sql: string): EntryNames[] {
  return statement<{ id: string; own: string; others: string }>(ledger.db, sql)
    .all()
    .map(({ id, own, others }) => ({
      id,
      names: [...(JSON.parse(own) as string[]), ...(JSON.parse(others) as string[])],
    }));
}
