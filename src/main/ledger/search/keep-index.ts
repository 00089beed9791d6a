import type Database from 'better-sqlite3';
import type { Steps } from '#core/steps.ts';
import type { ReadableLedger } from '../ledger.ts';
import { statement } from '../statements.ts';
import { INDEX_FORMAT, type IndexedNoun, indexedNouns } from './indexed.ts';
import ddl from './search-index.sql?raw';

/**
 * Keeps the search index beside the rows. Law: a commit takes its own rows into the index, in its own transaction; one
 * of many rows leaves the index behind, and it is caught up in steps. Nothing that goes wrong with the index may cost a
 * commit: the index then counts as missing and is made anew.
 */
const MOST_WEIGHT_OF_COMMIT = 2_000;
const WEIGHT_OF_STEP = 500;
/** A document is as much work as this many entries. */
const DOCUMENT_WEIGHT = 50;

/** Where the index stands: in the file, or for this connection only. SQLite finds a table in `temp` first. */
type Place = 'main' | 'temp';

/** Empties the index, or makes it where it is missing. Its tables are made with the views, on any schema. */
export function renewSearchIndex(db: Database.Database, place: Place = 'main'): void {
  db.exec(ddl.replace(/\b(IF EXISTS|VIRTUAL TABLE|CREATE TABLE) (?=search_)/g, `$1 ${place}.`));
  const note = db.prepare(`INSERT INTO ${place}.search_state (key, text) VALUES (?, ?)`);
  note.run('format', INDEX_FORMAT);
  for (const { noun } of indexedNouns) note.run(noun, '0');
}

/** Versions of a noun that are not in the index yet: above `from`, up to `until`. */
interface Behind {
  readonly indexed: IndexedNoun;
  readonly from: number;
  readonly until: number;
}

/** What the index lacks, nouns without a gap left out; null where there is no index, or one made by other rules. */
function gapsOf(db: Database.Database): readonly Behind[] | null {
  const state = stateOf(db);
  if (state === null) return null;
  const gaps = indexedNouns.map((indexed) => ({
    indexed,
    from: Number(state.get(indexed.noun)),
    until: lastVersion(db, indexed.table),
  }));
  if (!gaps.every(({ from, until }) => Number.isSafeInteger(from) && from >= 0 && from <= until)) return null;
  return gaps.filter(({ from, until }) => from < until);
}

function stateOf(db: Database.Database): ReadonlyMap<string, string> | null {
  try {
    const sql = 'SELECT key, text FROM search_state';
    const rows = statement<{ key: string; text: string }>(db, sql).all();
    const state = new Map(rows.map(({ key, text }) => [key, text]));
    return state.get('format') === INDEX_FORMAT ? state : null;
  } catch {
    return null;
  }
}

function lastVersion(db: Database.Database, table: string): number {
  const sql = `SELECT coalesce(max(version), 0) AS last FROM ${table}`;
  return statement<{ last: number }>(db, sql).get()?.last ?? 0;
}

function weightOf({ indexed, from, until }: Behind): number {
  return (until - from) * (indexed.noun === 'source' ? DOCUMENT_WEIGHT : 1);
}

export function isIndexCurrent(db: Database.Database): boolean {
  return gapsOf(db)?.length === 0;
}

/** For `commit`, inside its transaction and after its rows. */
export function indexCommit(db: Database.Database): void {
  const gaps = gapsOf(db);
  if (gaps === null || gaps.reduce((sum, gap) => sum + weightOf(gap), 0) > MOST_WEIGHT_OF_COMMIT) return;
  db.exec('SAVEPOINT search_index');
  try {
    for (const gap of gaps) index(db, gap);
  } catch {
    db.exec('ROLLBACK TO search_index');
    forgetIndex(db);
  }
  db.exec('RELEASE search_index');
}

function index(db: Database.Database, { indexed, from, until }: Behind): void {
  statement(db, indexed.insertion).run({ from, until });
  statement(db, 'UPDATE search_state SET text = ? WHERE key = ?').run(String(until), indexed.noun);
}

/** The index counts as missing from now on. */
function forgetIndex(db: Database.Database): void {
  statement(db, "UPDATE search_state SET text = '' WHERE key = 'format'").run();
}

/**
 * Brings the index up to the last change, in transactions of its own, and stops between them. An index that is missing or
 * made by other rules is made anew; with `isAnew` any is. A ledger that is read, and one whose damaged index cannot be
 * dropped, get an index that lasts as long as the connection.
 */
export function* freshIndex({ db, isReadOnly }: ReadableLedger, isAnew = false): Steps<void> {
  if (!isAnew && isIndexCurrent(db)) return;
  if (isReadOnly) {
    yield* besideFile(db);
    return;
  }
  try {
    if (isAnew) alone(db, 'main', () => renewSearchIndex(db));
    yield* caughtUp(db, 'main');
  } catch {
    yield* besideFile(db);
  }
}

/** Whether this connection has an index of its own, because that of the file is behind or damaged. */
export function isBesideFile(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM temp.sqlite_schema WHERE name = 'search_state'").get() !== undefined;
}

function* besideFile(db: Database.Database): Steps<void> {
  const isQueryOnly = db.pragma('query_only', { simple: true }) === 1;
  db.pragma('query_only = OFF');
  try {
    if (!isBesideFile(db)) alone(db, 'temp', () => renewSearchIndex(db, 'temp'));
    yield* caughtUp(db, 'temp');
  } finally {
    if (isQueryOnly) db.pragma('query_only = ON');
  }
}

function* caughtUp(db: Database.Database, place: Place): Steps<void> {
  while (catchUpOnce(db, place)) yield;
}

/** Takes the next versions into the index; false where none was left. */
function catchUpOnce(db: Database.Database, place: Place): boolean {
  const gaps = gapsOf(db);
  if (gaps === null) {
    alone(db, place, () => renewSearchIndex(db, place));
    return true;
  }
  const [gap] = gaps;
  if (gap === undefined) return false;
  const most = gap.indexed.noun === 'source' ? WEIGHT_OF_STEP / DOCUMENT_WEIGHT : WEIGHT_OF_STEP;
  alone(db, place, () => index(db, { ...gap, until: Math.min(gap.until, gap.from + most) }));
  return true;
}

/** Writing beside the file takes no lock on it. */
function alone(db: Database.Database, place: Place, write: () => void): void {
  db.exec(place === 'main' ? 'BEGIN IMMEDIATE' : 'BEGIN');
  try {
    write();
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
