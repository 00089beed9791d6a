import { isDated, notYetColumn } from '#core/report/not-yet.ts';
import type { Column, TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { findHead, findHeadAt } from './commit.ts';
import type { ReadableLedger } from './ledger.ts';
import { connect, PRAGMAS } from './open.ts';
import { countTable, readTable } from './page.ts';
import type { StoredCell } from './tables/columns.ts';

/**
 * One moment of a ledger for long reading: a connection of its own inside one read transaction, so that edits go on
 * meanwhile and the reading sees none of them.
 */
export interface Snapshot {
  /** The last change that what is read holds. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The ledger of this moment, to read anything else from. */
  readonly ledger: ReadableLedger;
  readonly columns: (table: TableId) => readonly Column[];
  readonly count: (table: TableId) => number;
  /** Cells in the order of `columns`; lists as arrays. */
  readonly rows: (table: TableId) => Iterable<readonly (StoredCell | readonly string[])[]>;
  readonly close: () => void;
}

/**
 * Everything as it was known at `knownAt`; null: as it is in force now. With a day in `asOf`, tables of what is stated
 * say in a last column which rows do not count on it.
 */
export function openSnapshot(
  ledger: ReadableLedger,
  knownAt: string | null = null,
  asOf: string | null = null,
): Snapshot {
  const isOwn = !ledger.db.memory;
  const db = isOwn ? connect(ledger.path, PRAGMAS.slice(1)) : ledger.db;
  if (isOwn) db.exec('PRAGMA query_only = ON; BEGIN');
  const moment = { ...ledger, db };
  const head = knownAt === null ? findHead(db) : findHeadAt(db, knownAt);
  return {
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? '' },
    ledger: moment,
    count: (table) => countTable(moment, table, knownAt),
    columns: (table) => [...tables[table].columns, ...(marks(table, asOf) ? [notYetColumn] : [])],
    rows: (table) =>
      withLists(readTable(moment, { table, knownAt, asOf: marks(table, asOf) ? asOf : null }), table),
    close: () => {
      if (!isOwn) return;
      db.exec('COMMIT');
      db.close();
    },
  };
}

function marks(table: TableId, asOf: string | null): boolean {
  return asOf !== null && isDated(table);
}

function* withLists(
  rows: Iterable<readonly StoredCell[]>,
  table: TableId,
): Generator<readonly (StoredCell | readonly string[])[]> {
  const lists = tables[table].columns.map(({ of }) => of.type === 'list');
  for (const row of rows)
    yield row.map((cell, at) =>
      lists[at] === true && typeof cell === 'string' ? (JSON.parse(cell) as string[]) : cell,
    );
}
