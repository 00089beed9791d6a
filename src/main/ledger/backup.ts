import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { findHead } from './commit.ts';
import { asPlumblineError } from './errors.ts';
import type { ReadableLedger } from './ledger.ts';
import { sealFile } from './seal.ts';
import { damageOfFacts } from './soundness.ts';

/**
 * A backup carries its final name only once it has been read back whole (SECURITY R19): VACUUM INTO a temporary
 * name, flush, reopen, check, compare heads, rename, flush the folder.
 * Throws LEDGER_EXISTS, DISK_FULL, LEDGER_READONLY, LEDGER_DAMAGED.
 */
export function backupTo(ledger: ReadableLedger, home: string, target: string): void {
  if (existsSync(target))
    throw new PlumblineError('LEDGER_EXISTS', [`${basename(target)} is already there.`]);
  copyChecked(ledger.db, target);
  const head = findHead(ledger.db);
  if (head !== null) sealFile(home, ledger.id, head.hash, target);
}

/** The copy made before a migration, in Plumbline's own folder; its name says of which head. */
export function backupBefore(ledger: Omit<ReadableLedger, 'isReadOnly'>, home: string, why: string): void {
  const { db, path, id } = ledger;
  const folder = join(home, 'backups', createHash('sha256').update(path).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const head = findHead(db);
  const moment = `${head?.seq ?? 0}-${head?.hash.slice(0, 8) ?? ''}`;
  const target = join(folder, `${basename(path, '.plumb')}-${why}-at-${moment}.plumb`);
  if (existsSync(target)) return;
  copyChecked(db, target);
  if (head !== null) sealFile(home, id, head.hash, target);
}

function copyChecked(db: Database.Database, target: string): void {
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    rmSync(draft, { force: true });
    writePrivately(() => vacuumInto(db, draft));
    flush(draft);
    refuseUnlike(db, draft);
    renameSync(draft, target);
    if (process.platform !== 'win32') flush(dirname(target));
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw asPlumblineError(thrown);
  }
}

/** A connection for reading must be told that this writes nothing into the ledger. */
function vacuumInto(db: Database.Database, draft: string): void {
  const isQueryOnly = db.pragma('query_only', { simple: true }) === 1;
  if (isQueryOnly) db.pragma('query_only = OFF');
  try {
    db.prepare('VACUUM INTO ?').run(draft);
  } finally {
    if (isQueryOnly) db.pragma('query_only = ON');
  }
}

/** SQLite makes the copy readable to all unless the system is told otherwise for that moment. */
function writePrivately(write: () => void): void {
  const mask = process.umask(0o077);
  try {
    write();
  } finally {
    process.umask(mask);
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function refuseUnlike(db: Database.Database, draft: string): void {
  const copy = new Database(draft, { readonly: true });
  try {
    const isWhole = damageOfFacts(copy).length === 0;
    if (!isWhole || lastHash(copy) !== lastHash(db))
      throw new PlumblineError('LEDGER_DAMAGED', ['The copy did not read back whole.']);
  } finally {
    copy.close();
  }
}

function lastHash(db: Database.Database): string | undefined {
  return db.prepare<[], { hash: string }>('SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').get()?.hash;
}
