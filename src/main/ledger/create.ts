import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { commit } from './commit.ts';
import { asPlumblineError } from './errors.ts';
import { APPLICATION_ID } from './header.ts';
import type { WritableLedger } from './ledger.ts';
import { refuseReadOnly } from './lock.ts';
import { climb, LADDER } from './migrate.ts';
import { fileIdOf, PRAGMAS } from './open.ts';

/**
 * Makes an empty ledger file at a path where nothing is. Throws LEDGER_EXISTS, LEDGER_MISSING (no such folder),
 * LEDGER_READONLY; nothing is left behind on failure.
 */
export function createLedgerFile(path: string, author: string, now: () => string): void {
  const target = resolve(path);
  if (existsSync(target)) throw new PlumblineError('LEDGER_EXISTS');
  if (!existsSync(dirname(target)))
    throw new PlumblineError('LEDGER_MISSING', ['The folder for the new ledger is not there.']);
  refuseReadOnly(target);
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (thrown) {
    throw asPlumblineError(thrown);
  }
  try {
    build(target, author, now);
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${target}${suffix}`, { force: true });
    throw asPlumblineError(thrown);
  }
}

function build(path: string, author: string, now: () => string): void {
  const db = new Database(path);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    for (const pragma of PRAGMAS) db.pragma(pragma);
    db.transaction(() => {
      climb(db, LADDER);
      const identify = db.prepare('INSERT INTO ledger (key, text) VALUES (?, ?)');
      identify.run('id', randomUUID());
      identify.run('created_at', now());
    }).immediate();
    firstLine(db, path, author, now);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function firstLine(db: Database.Database, path: string, author: string, now: () => string): void {
  const ledger = {
    db,
    path,
    author,
    now,
    fileId: fileIdOf(path),
    onCommit: () => undefined,
  } as unknown as WritableLedger;
  commit(
    ledger,
    {
      command: 'new',
      summary: `New ledger, schema ${LADDER.at(-1)?.name ?? ''}`,
      reason: null,
      kind: 'migrate',
      targetSeq: null,
    },
    () => true,
  );
}
