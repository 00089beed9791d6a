import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { hashedColumn, hashOf, RowHash, type Stored } from './canonical.ts';
import { asPlumblineError } from './errors.ts';
import type { WritableLedger } from './ledger.ts';
import { indexCommit } from './search/keep-index.ts';
import { statement } from './statements.ts';
import { allTables } from './tables/columns.ts';
import type { Stamp } from './versions.ts';

/**
 * One user action is one commit: one immediate transaction that holds the rows and their line in the log.
 * The line's hash covers every row the commit recorded or retracted and the hash of the line before.
 */
export interface ChangeLine {
  readonly seq: number;
  readonly at: string;
  readonly clock: 'ok' | 'behind';
  readonly author: string;
  readonly command: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly kind: 'do' | 'undo' | 'redo' | 'migrate';
  readonly target_seq: number | null;
  readonly row_count: number;
  readonly rows_hash: string;
  readonly prev_hash: string;
  readonly hash: string;
}

export interface Intent {
  readonly command: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly kind: ChangeLine['kind'];
  readonly targetSeq: number | null;
}

const COLUMNS =
  'seq, at, clock, author, command, summary, reason, kind, target_seq, row_count, rows_hash, prev_hash, hash';

export function findHead(db: Database.Database): ChangeLine | null {
  return statement<ChangeLine>(db, `SELECT ${COLUMNS} FROM changes ORDER BY seq DESC LIMIT 1`).get() ?? null;
}

/** The last change made until an instant, or null where the ledger is younger. */
export function findHeadAt(db: Database.Database, instant: string): ChangeLine | null {
  const sql = `SELECT ${COLUMNS} FROM changes WHERE at <= ? ORDER BY seq DESC LIMIT 1`;
  return statement<ChangeLine>(db, sql).get(instant) ?? null;
}

export function findChange(db: Database.Database, seq: number): ChangeLine | null {
  return statement<ChangeLine>(db, `SELECT ${COLUMNS} FROM changes WHERE seq = ?`).get(seq) ?? null;
}

/**
 * Runs `apply` and logs it, or leaves the ledger as it was. `apply` returns null to say that nothing changed;
 * then nothing is logged either. Throws EDIT_CONFLICT, LEDGER_MOVED, DISK_FULL and what `apply` throws.
 */
export function commit<T>(
  ledger: WritableLedger,
  intent: Intent | ((answer: T) => Intent),
  apply: (stamp: Stamp) => T | null,
): { readonly seq: number; readonly answer: T } | null {
  refuseIfMoved(ledger);
  const { db } = ledger;
  db.exec('BEGIN IMMEDIATE');
  try {
    const before = findHead(db);
    const stamp = stampAfter(before, ledger.now());
    const answer = apply(stamp);
    if (answer === null) {
      db.exec('ROLLBACK');
      return null;
    }
    indexCommit(db);
    const line = logLine(ledger, before, stamp, typeof intent === 'function' ? intent(answer) : intent);
    db.exec('COMMIT');
    ledger.onCommit(line.seq, line.hash, line.at);
    return { seq: line.seq, answer };
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asPlumblineError(thrown);
  }
}

type Dated = Stamp & { readonly clock: 'ok' | 'behind' };

/** Changes that follow each other faster than the clock ticks run ahead of it by a little; that is no wrong clock. */
const AHEAD_MS = 1_000;

/**
 * Law: every change is later than the one before, by a millisecond at least, so that an instant can stand between any
 * two of them. A clock that stands before the last change is noted; order never depends on it.
 */
function stampAfter(before: ChangeLine | null, now: string): Dated {
  const seq = (before?.seq ?? 0) + 1;
  if (before === null || now > before.at) return { seq, at: now, clock: 'ok' };
  const last = Date.parse(before.at);
  const clock = Date.parse(now) < last - AHEAD_MS ? 'behind' : 'ok';
  return { seq, at: new Date(last + 1).toISOString(), clock };
}

function logLine(
  ledger: WritableLedger,
  before: ChangeLine | null,
  stamp: Stamp,
  intent: Intent,
): ChangeLine {
  const rows = hashCommit(ledger.db, stamp.seq);
  const open: Omit<ChangeLine, 'hash'> = {
    seq: stamp.seq,
    at: stamp.at,
    clock: 'clock' in stamp && stamp.clock === 'behind' ? 'behind' : 'ok',
    author: ledger.author,
    command: intent.command,
    summary: intent.summary,
    reason: intent.reason,
    kind: intent.kind,
    target_seq: intent.targetSeq,
    row_count: rows.count,
    rows_hash: rows.hash,
    prev_hash: before?.hash ?? hashIdentity(ledger.db),
  };
  const line: ChangeLine = { ...open, hash: hashLine(open) };
  const insert = `INSERT INTO changes (${COLUMNS}) VALUES (${'?, '.repeat(12)}?)`;
  statement(ledger.db, insert).run(...chainedCells(line), line.hash);
  return line;
}

/** The hash over everything of a log line but the hash itself. */
export function hashLine(line: Omit<ChangeLine, 'hash'>): string {
  return hashOf(chainedCells(line));
}

/** A line's cells in the order of the columns of the log, all but its own hash. */
function chainedCells(line: Omit<ChangeLine, 'hash'>): (string | number | null)[] {
  return [
    line.seq,
    line.at,
    line.clock,
    line.author,
    line.command,
    line.summary,
    line.reason,
    line.kind,
    line.target_seq,
    line.row_count,
    line.rows_hash,
    line.prev_hash,
  ];
}

/** What the first line of the log is chained to: the identity of the ledger. */
export function hashIdentity(db: Database.Database): string {
  const identity = db
    .prepare<[], { key: string; text: string }>('SELECT key, text FROM ledger ORDER BY key')
    .all();
  return hashOf(identity.flatMap(({ key, text }) => [key, text]));
}

const RETRACTED = [hashedColumn('version', 'INTEGER'), hashedColumn('retracted_at', 'TEXT')] as const;

/** The hash and count of the rows that commit `seq` recorded or retracted. Integers are read exactly. */
export function hashCommit(
  db: Database.Database,
  seq: number,
): { readonly hash: string; readonly count: number } {
  const hash = new RowHash();
  for (const { table, hashed } of allTables) {
    const recorded = exactRows(
      db,
      `SELECT ${hashed.map(({ name }) => name).join(', ')} FROM ${table} WHERE recorded_seq = ? ORDER BY version`,
      seq,
    );
    const retracted = exactRows(
      db,
      `SELECT version, retracted_at FROM ${table} WHERE retracted_seq = ? ORDER BY version`,
      seq,
    );
    let isFirst = true;
    for (const cells of recorded) {
      if (isFirst) hash.table(table, 'recorded');
      isFirst = false;
      hash.row(cells, hashed);
    }
    isFirst = true;
    for (const cells of retracted) {
      if (isFirst) hash.table(table, 'retracted');
      isFirst = false;
      hash.row(cells, RETRACTED);
    }
  }
  return { hash: hash.digest(), count: hash.rows };
}

function exactRows(db: Database.Database, sql: string, seq: number): IterableIterator<Stored[]> {
  const query = statement<Stored[]>(db, sql);
  return query.raw().safeIntegers().iterate(seq);
}

/** A write to an unlinked file succeeds into nothing, so the file on disk must still be the one that was opened. */
function refuseIfMoved(ledger: WritableLedger): void {
  const stat = statSync(ledger.path, { throwIfNoEntry: false });
  if (stat === undefined || `${stat.dev}:${stat.ino}` !== ledger.fileId)
    throw new PlumblineError('LEDGER_MOVED');
}
