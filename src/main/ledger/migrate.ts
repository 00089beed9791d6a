import type Database from 'better-sqlite3';
import { renewSearchIndex } from './search/keep-index.ts';
import { quoted } from './statements.ts';
import { liveViews } from './views.ts';

/**
 * Forward only: numbered in tens, applied all together or not at all, each logged as a change. Law: a step may add to the
 * nouns and never rename, drop or fill a column, since the chain covers each cell by its name; a noun that gains a column
 * gets its trigger against changes anew.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const LADDER: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.sql'.length);
    return { version: Number.parseInt(name, 10), name, sql };
  })
  .sort((a, b) => a.version - b.version);

export const NEWEST = LADDER.at(-1)?.version ?? 0;

export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Applies what is missing, inside the caller's transaction; the views and the search index are made anew. */
export function climb(db: Database.Database, ladder: readonly Migration[]): readonly Migration[] {
  const from = schemaOf(db);
  const missing = ladder.filter(({ version }) => version > from);
  for (const { sql, version } of missing) {
    db.exec(sql);
    db.pragma(`user_version = ${version}`);
  }
  if (missing.length > 0) {
    renewViews(db);
    renewSearchIndex(db);
  }
  return missing;
}

function renewViews(db: Database.Database): void {
  const old = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'v_*'")
    .all();
  for (const { name } of old) db.exec(`DROP VIEW ${quoted(name)}`);
  db.exec(liveViews());
}
