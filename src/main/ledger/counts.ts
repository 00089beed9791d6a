import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { allTables } from './tables/columns.ts';

/** How many entries of each noun are in force. */
export function countEntries(ledger: ReadableLedger): Record<string, number> {
  return Object.fromEntries(
    allTables.map(({ noun, table }) => {
      const sql = `SELECT count(*) AS n FROM ${table} WHERE retracted_seq IS NULL`;
      return [noun, statement<{ n: number }>(ledger.db, sql).get()?.n ?? 0];
    }),
  );
}
