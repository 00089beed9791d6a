import type { NounId } from '#core/model/field.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { type StoredCell, tableOf } from './tables/columns.ts';

/** One version of one entry, as stored. */
export interface VersionRow {
  readonly version: number;
  readonly id: string;
  readonly recorded_at: string;
  readonly recorded_seq: number;
  readonly retracted_at: string | null;
  readonly retracted_seq: number | null;
  readonly [column: string]: StoredCell;
}

/** The stamp that every row of one commit carries. */
export interface Stamp {
  readonly seq: number;
  readonly at: string;
}

export function findLive(ledger: ReadableLedger, noun: NounId, id: string): VersionRow | null {
  const { table } = tableOf(noun);
  const sql = `SELECT * FROM ${table} WHERE id = ? AND retracted_seq IS NULL`;
  return statement<VersionRow>(ledger.db, sql).get(id) ?? null;
}

/** Newest version, in force or not. */
export function findLatest(ledger: ReadableLedger, noun: NounId, id: string): VersionRow | null {
  const { table } = tableOf(noun);
  return (
    statement<VersionRow>(ledger.db, `SELECT * FROM ${table} WHERE id = ? ORDER BY version DESC LIMIT 1`).get(
      id,
    ) ?? null
  );
}

/** Every version, newest first. */
export function listVersions(ledger: ReadableLedger, noun: NounId, id: string): VersionRow[] {
  return statement<VersionRow>(
    ledger.db,
    `SELECT * FROM ${tableOf(noun).table} WHERE id = ? ORDER BY version DESC`,
  ).all(id);
}

export function isKnownObject(ledger: ReadableLedger, id: string): boolean {
  return statement(ledger.db, 'SELECT 1 FROM objects WHERE id = ?').get(id) !== undefined;
}

interface NewVersion {
  readonly noun: NounId;
  readonly id: string;
  /** In column order. */
  readonly cells: readonly StoredCell[];
}

export function recordVersion(ledger: WritableLedger, stamp: Stamp, { noun, id, cells }: NewVersion): void {
  statement(ledger.db, 'INSERT OR IGNORE INTO objects (id, created_seq) VALUES (?, ?)').run(id, stamp.seq);
  statement(ledger.db, insertionOf(noun)).run(id, ...cells, stamp.at, stamp.seq);
}

const insertions = new Map<NounId, string>();

function insertionOf(noun: NounId): string {
  const known = insertions.get(noun);
  if (known !== undefined) return known;
  const { table, columns } = tableOf(noun);
  const sql = `INSERT INTO ${table} (id, ${columns.join(', ')}, recorded_at, recorded_seq) VALUES (${'?, '.repeat(columns.length + 2)}?)`;
  insertions.set(noun, sql);
  return sql;
}

/** Ends the validity of one version; exactly one row must be in force under that number. */
export function closeVersion(ledger: WritableLedger, stamp: Stamp, noun: NounId, version: number): void {
  const sql = `UPDATE ${tableOf(noun).table} SET retracted_at = ?, retracted_seq = ? WHERE version = ? AND retracted_seq IS NULL`;
  const { changes } = statement(ledger.db, sql).run(stamp.at, stamp.seq, version);
  if (changes !== 1) throw new Error(`Version ${version} of ${noun} was not in force.`);
}

export function cellsOf(noun: NounId, row: VersionRow): StoredCell[] {
  return tableOf(noun).columns.map((column) => row[column] ?? null);
}

/**
 * Rows that one commit recorded or retracted and that it left so, in version order. What it recorded and retracted
 * again, as when a batch corrects a part of a deal and then retracts the deal, was in force at no moment.
 */
export function listTouched(
  ledger: ReadableLedger,
  noun: NounId,
  seq: number,
): { recorded: VersionRow[]; retracted: VersionRow[] } {
  const { table } = tableOf(noun);
  return {
    recorded: statement<VersionRow>(
      ledger.db,
      `SELECT * FROM ${table} WHERE recorded_seq = @seq AND retracted_seq IS NOT @seq ORDER BY version`,
    ).all({ seq }),
    retracted: statement<VersionRow>(
      ledger.db,
      `SELECT * FROM ${table} WHERE retracted_seq = @seq AND recorded_seq <> @seq ORDER BY version`,
    ).all({ seq }),
  };
}
