import { accessSync, constants, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { asPlumblineError } from './errors.ts';

/**
 * One writer per ledger (SECURITY R7): a sidecar SQLite file held in BEGIN EXCLUSIVE for the session. The system frees
 * it when a process dies, however it dies. The sidecar is deleted on a clean close, so a lock counts only if the
 * file at that path is still the one that was locked.
 */
export interface Lock {
  readonly release: () => void;
}

const TRIES = 5;

/** Throws LEDGER_IN_USE, or LEDGER_READONLY where the folder does not allow saving. */
export function acquireLock(ledgerPath: string): Lock {
  refuseReadOnly(ledgerPath);
  const path = `${ledgerPath}.lock`;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const db = hold(path);
    if (db !== null) return { release: () => release(db, path) };
  }
  throw new PlumblineError('LEDGER_IN_USE');
}

/** Root may write anywhere, so the mode is asked too: a folder without any write bit was closed on purpose. */
export function refuseReadOnly(ledgerPath: string): void {
  for (const path of [dirname(ledgerPath), ledgerPath]) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    if (process.platform !== 'win32' && (stat.mode & 0o222) === 0)
      throw new PlumblineError('LEDGER_READONLY');
    try {
      accessSync(path, constants.W_OK);
    } catch (thrown) {
      throw new PlumblineError('LEDGER_READONLY', [], { cause: thrown });
    }
  }
}

function hold(path: string): Database.Database | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { timeout: 0 });
    const before = fileId(path);
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    if (before !== null && fileId(path) === before) return db;
    db.close();
    return null;
  } catch (thrown) {
    db?.close();
    throw asPlumblineError(thrown);
  }
}

function fileId(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}

function release(db: Database.Database, path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}-journal`, { force: true });
  db.close();
}
