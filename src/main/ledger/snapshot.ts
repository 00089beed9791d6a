import type Database from 'better-sqlite3';
import type { TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { findHead } from './commit.ts';
import type { ReadableLedger } from './ledger.ts';
import { connect, PRAGMAS } from './open.ts';
import { readTable } from './page.ts';
import type { StoredCell } from './tables/columns.ts';

/**
 * One moment of a ledger for long reading: a connection of its own inside one read transaction, so that edits go on
 * meanwhile and the reading sees none of them.
 */
export interface Snapshot {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly count: (table: TableId) => number;
  /** All columns of the table's description, in its order; lists as arrays. */
  readonly rows: (table: TableId) => Iterable<readonly (StoredCell | readonly string[])[]>;
  readonly close: () => void;
}

export function openSnapshot(ledger: ReadableLedger): Snapshot {
  const isOwn = !ledger.db.memory;
  const db = isOwn ? connect(ledger.path, PRAGMAS.slice(1)) : ledger.db;
  if (isOwn) db.exec('PRAGMA query_only = ON; BEGIN');
  const head = findHead(db);
  return {
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? '' },
    count: (table) => countRows(db, table),
    rows: (table) => withLists({ ...ledger, db }, table),
    close: () => {
      if (!isOwn) return;
      db.exec('COMMIT');
      db.close();
    },
  };
}

function countRows(db: Database.Database, table: TableId): number {
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${tables[table].view}`).get()?.n ?? 0;
}

function* withLists(
  ledger: ReadableLedger,
  table: TableId,
): Generator<readonly (StoredCell | readonly string[])[]> {
  const lists = tables[table].columns.map(({ of }) => of.type === 'list');
  for (const row of readTable(ledger, table))
    yield row.map((cell, at) =>
      lists[at] === true && typeof cell === 'string' ? (JSON.parse(cell) as string[]) : cell,
    );
}
