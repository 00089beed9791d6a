import type Database from 'better-sqlite3';
import { PlumblineError } from '#shared/errors.ts';
import { asPlumblineError } from './errors.ts';
import { quoted } from './statements.ts';

/**
 * Whether a file is sound by SQLite's own checks. Law: the search index is derived, so damage to it is never told as
 * damage to the ledger: its tables are looked at apart.
 */
interface Tables {
  readonly facts: readonly string[];
  readonly index: readonly string[];
}

function tablesOf(db: Database.Database): Tables {
  const names = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => name);
  return {
    facts: names.filter((name) => !isOfIndex(name)),
    index: names.filter(isOfIndex),
  };
}

export function isOfIndex(name: string): boolean {
  return name.startsWith('search_');
}

/**
 * Refuses a damaged file as LEDGER_DAMAGED. It opens without complaint; the first read of each table finds it. The index
 * is left out, for it alone would take longer to check than all the rest.
 */
export function refuseUnsound(db: Database.Database): void {
  for (const name of tablesOf(db).facts) {
    db.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get();
    if (checkOf(db, 'quick_check', name).length > 0) throw new PlumblineError('LEDGER_DAMAGED');
  }
}

/** What SQLite finds wrong with the whole file, in its words; nothing where only the search index is concerned. */
export function damageOfFacts(db: Database.Database): readonly string[] {
  const found = checkOf(db, 'integrity_check', null);
  return found.length === 0 || isOnlyIndex(db) ? [] : found;
}

/** Whether the index is damaged and every other table is whole. */
function isOnlyIndex(db: Database.Database): boolean {
  const { facts } = tablesOf(db);
  return facts.every((name) => checkOf(db, 'integrity_check', name).length === 0) && !isIndexSound(db);
}

export function isIndexSound(db: Database.Database): boolean {
  return tablesOf(db).index.every((name) => checkOf(db, 'integrity_check', name).length === 0);
}

/** A check that cannot go on for the damage it meets says so itself. */
function checkOf(
  db: Database.Database,
  check: 'quick_check' | 'integrity_check',
  table: string | null,
): readonly string[] {
  const scope = table === null ? '20' : quoted(table);
  try {
    const rows = db.prepare<[], string>(`PRAGMA ${check}(${scope})`).pluck().all();
    return rows.filter((row) => row !== 'ok');
  } catch (thrown) {
    if (asPlumblineError(thrown).code === 'LEDGER_DAMAGED') return ['the check could not be completed'];
    throw thrown;
  }
}
