import type Database from 'better-sqlite3';
import template from './views.sql?raw';

/** The views of views.sql, with `live(x)` replaced by the condition under which row x counts. */
export function liveViews(): string {
  return template.replace(/\blive\((\w)\)/g, '$1.retracted_seq IS NULL');
}

/**
 * The same views over what has been retracted: the newest version of entries no longer in force, under the names
 * `r_…`, for this connection only. What such an entry refers to is shown in its newest version, in force or not.
 */
export function createRetractedViews(db: Database.Database): void {
  for (const view of template.split(/;\s*\n/).filter((part) => part.includes('CREATE VIEW'))) {
    const tables = new Map(
      [...view.matchAll(/(?:FROM|JOIN) (\w+) (\w)\b/g)].map(([, table, alias]) => [alias, table]),
    );
    const newest = (alias: string): string =>
      `${alias}.version = (SELECT max(n.version) FROM ${tables.get(alias)} n WHERE n.id = ${alias}.id)`;
    const sql = view
      .replace('CREATE VIEW v_', 'CREATE TEMP VIEW r_')
      .replace(
        /WHERE live\((\w)\)$/,
        (_, alias: string) => `WHERE ${alias}.retracted_seq IS NOT NULL AND ${newest(alias)}`,
      )
      .replace(/\blive\((\w)\)/g, (_, alias: string) => newest(alias));
    db.exec(sql.slice(sql.indexOf('CREATE TEMP VIEW')));
  }
}
