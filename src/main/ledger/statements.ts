import type Database from 'better-sqlite3';

/** Prepared statements, kept per connection: preparing anew on each call costs ten times the query. */
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

export function statement<Row>(db: Database.Database, sql: string): Database.Statement<unknown[], Row> {
  const cache = prepared.get(db) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  prepared.set(db, cache);
  const known = cache.get(sql);
  if (known !== undefined) return known as Database.Statement<unknown[], Row>;
  const made = db.prepare<unknown[], Row>(sql);
  cache.set(sql, made);
  return made;
}

/** A name found in a file, safe inside SQL whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
