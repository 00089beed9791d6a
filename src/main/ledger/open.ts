import { readFileSync, realpathSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { backupBefore } from './backup.ts';
import { commit, findChange, findHead } from './commit.ts';
import { asPlumblineError } from './errors.ts';
import { appendHead, missingSaves } from './head-log.ts';
import { readHeader, refuseForeign } from './header.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { acquireLock, type Lock, refuseReadOnly } from './lock.ts';
import { climb, LADDER, type Migration, NEWEST, schemaOf } from './migrate.ts';
import { sealFile } from './seal.ts';
import { refuseUnsound } from './soundness.ts';

export interface OpenOptions {
  readonly path: string;
  readonly access: 'write' | 'read';
  readonly author: string;
  /** UTC instant with milliseconds. */
  readonly now: () => string;
  /** Plumbline's own folder: seals, heads, backups. */
  readonly home: string;
  readonly ladder?: readonly Migration[];
}

interface Closing {
  /** Folds the write-ahead log into the file, for quiet moments. */
  readonly tidy: () => void;
  readonly close: () => void;
}

export type LedgerSession =
  | ({ readonly access: 'write'; readonly ledger: WritableLedger } & Closing)
  | ({ readonly access: 'read'; readonly ledger: ReadableLedger } & Closing);

/** 3.51.3 mends a race that could damage a write-ahead log (SECURITY R5). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Opens a ledger. Writing takes the lock; reading changes no byte and works beside a writer. A link is followed first, so
 * that one file has one lock, whatever name it is opened by.
 * Throws the LEDGER_… codes of SECURITY's table; a refused file is left as it was.
 */
export function openLedger(options: OpenOptions): LedgerSession {
  const ladder = options.ladder ?? LADDER;
  refuseForeign(readHeader(options.path), ladder.at(-1)?.version ?? NEWEST);
  const path = realpathSync(options.path);
  return options.access === 'write' ? openToWrite({ ...options, path, ladder }) : openToRead(path, ladder);
}

function openToWrite(options: OpenOptions & { readonly ladder: readonly Migration[] }): LedgerSession {
  const lock = acquireLock(options.path);
  let db: Database.Database | null = null;
  try {
    db = connect(options.path);
    refuseUnsound(db);
    refuseRolledBack(db, options);
    migrateForward(db, options);
    return writeSession(db, lock, options);
  } catch (thrown) {
    db?.close();
    lock.release();
    throw asPlumblineError(thrown);
  }
}

function writeSession(db: Database.Database, lock: Lock, options: OpenOptions): LedgerSession {
  const ledger = {
    path: options.path,
    id: identity(db),
    isReadOnly: false,
    db,
    author: options.author,
    fileId: fileIdOf(options.path),
    now: options.now,
    onCommit: (seq: number, hash: string, at: string) =>
      ignoringFaults(() => appendHead(options.home, options.path, { id: ledger.id, seq, hash, at })),
  } as WritableLedger;
  const close = (): void => {
    if (!db.open) return;
    try {
      closeSealed(db, ledger, options.home);
    } finally {
      lock.release();
    }
  };
  const tidy = (): void => {
    if (db.open) foldLog(db);
  };
  return { access: 'write', ledger, tidy, close };
}

/** A reader that is still there keeps the log beside the file; the seal waits for the close that leaves one file. */
function closeSealed(db: Database.Database, { id, path }: ReadableLedger, home: string): void {
  try {
    const head = findHead(db);
    foldLog(db);
    db.close();
    if (head !== null && !hasLog(path)) ignoringFaults(() => sealFile(home, id, head.hash, path));
  } finally {
    db.close();
  }
}

/** Waits hardly at all for a reader: one in this very process, an export, could not end while it is waited for. */
function foldLog(db: Database.Database): void {
  db.pragma('busy_timeout = 100');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('busy_timeout = 5000');
}

/** What is noted in Plumbline's own folder follows a save that stands already: a fault there must not deny the save. */
function ignoringFaults(note: () => void): void {
  try {
    note();
  } catch {
    // The next save or close notes it again.
  }
}

/** Whether saved changes stand in a log beside the file instead of in it. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function openToRead(path: string, ladder: readonly Migration[]): LedgerSession {
  let db: Database.Database | null = null;
  try {
    db = canSaveBeside(path) ? connect(path, PRAGMAS.slice(1)) : loadIntoMemory(path);
    refuseUnsound(db);
    db = inNewestSchema(db, ladder);
    db.pragma('query_only = ON');
    return readSession(db, path);
  } catch (thrown) {
    db?.close();
    throw asPlumblineError(thrown);
  }
}

function readSession(db: Database.Database, path: string): LedgerSession {
  const ledger: ReadableLedger = { path, id: identity(db), isReadOnly: true, db };
  return { access: 'read', ledger, tidy: () => undefined, close: () => db.close() };
}

/** Reading changes no byte, so a ledger of an older schema is read from a copy in memory that has climbed the ladder. */
function inNewestSchema(db: Database.Database, ladder: readonly Migration[]): Database.Database {
  if (ladder.every(({ version }) => version <= schemaOf(db))) return db;
  const copy = inMemory(db.serialize());
  db.close();
  copy.transaction(() => climb(copy, ladder))();
  return copy;
}

function canSaveBeside(path: string): boolean {
  try {
    refuseReadOnly(path);
    return true;
  } catch {
    return false;
  }
}

/** In a folder that allows no saving SQLite cannot keep the index of its log, so a closed ledger is read whole. */
function loadIntoMemory(path: string): Database.Database {
  if (hasLog(path)) throw new PlumblineError('LEDGER_READONLY');
  return inMemory(readFileSync(path));
}

/** Bytes 18 and 19 say "write-ahead log", which a copy in memory cannot have. */
function inMemory(bytes: Buffer): Database.Database {
  bytes.writeUInt8(1, 18);
  bytes.writeUInt8(1, 19);
  return new Database(bytes);
}

/** The pragmas of SECURITY R1, in its order; better-sqlite3 runs WAL at synchronous=NORMAL unless told afterwards. */
export const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'fullfsync = ON',
  'checkpoint_fullfsync = ON',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'busy_timeout = 5000',
  'temp_store = MEMORY',
  'secure_delete = ON',
  'journal_size_limit = 67108864',
] as const;

export function connect(path: string, pragmas: readonly string[] = PRAGMAS): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 5000 });
  refuseOldSqlite(db);
  for (const pragma of pragmas) db.pragma(pragma);
  return db;
}

function refuseOldSqlite(db: Database.Database): void {
  const found = db.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()?.v ?? '0';
  if (!isSqliteSafe(found)) throw new Error(`SQLite ${found} is too old to keep a ledger safe.`);
}

export function isSqliteSafe(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [at, least] of OLDEST_SQLITE.entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

function migrateForward(
  db: Database.Database,
  options: OpenOptions & { readonly ladder: readonly Migration[] },
): void {
  const from = schemaOf(db);
  const missing = options.ladder.filter(({ version }) => version > from);
  if (missing.length === 0) return;
  const ledger = {
    db,
    path: options.path,
    id: identity(db),
    author: options.author,
    fileId: fileIdOf(options.path),
    now: options.now,
    onCommit: () => undefined,
  };
  backupBefore(ledger, options.home, `before-schema-${missing.at(-1)?.version}`);
  const summary = `Schema ${missing.map(({ name }) => name).join(', ')}`;
  commit(
    ledger as unknown as WritableLedger,
    { command: 'migrate', summary, reason: null, kind: 'migrate', targetSeq: null },
    () => climb(db, options.ladder),
  );
}

function refuseRolledBack(db: Database.Database, options: OpenOptions): void {
  const missing = savesMissing(db, options.home, options.path);
  if (missing > 0) throw new PlumblineError('LEDGER_ROLLED_BACK', [missingSentence(missing)]);
}

/** How many changes that were saved at this path the file lacks: an older copy of it, or one that went on by itself. */
export function savesMissing(db: Database.Database, home: string, path: string): number {
  return missingSaves(home, path, identity(db), (seq) => findChange(db, seq)?.hash ?? null);
}

export function missingSentence(missing: number): string {
  return missing === 1
    ? '1 saved change is missing from this file.'
    : `${missing} saved changes are missing from this file.`;
}

function identity(db: Database.Database): string {
  return db.prepare<[], { text: string }>("SELECT text FROM ledger WHERE key = 'id'").get()?.text ?? '';
}

export function fileIdOf(path: string): string {
  const { dev, ino } = statSync(path);
  return `${dev}:${ino}`;
}
