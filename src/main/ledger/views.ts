import template from './views.sql?raw';

/** The views of views.sql, with `live(x)` replaced by the condition under which row x counts. */
export function liveViews(): string {
  return template.replace(/\blive\((\w)\)/g, '$1.retracted_seq IS NULL');
}

/** Which rows of a view are meant: those in force, or those retracted, now (null) or as an instant knew them. */
export interface Side {
  readonly knownAt: string | null;
  readonly retracted: boolean;
}

interface Definition {
  readonly select: string;
  /** Alias of the rows that the view lists; null for the log, whose lines are never retracted. */
  readonly main: string | null;
  /** Table of every alias. */
  readonly tables: ReadonlyMap<string, string>;
}

const definitions: ReadonlyMap<string, Definition> = new Map(
  [...template.matchAll(/CREATE VIEW (v_\w+) AS\s([\s\S]*?);\s*(?:\n|$)/g)].map(
    ([, name = '', select = '']) => [
      name,
      {
        select,
        main: /WHERE live\((\w)\)$/.exec(select)?.[1] ?? null,
        tables: new Map(
          [...select.matchAll(/(?:FROM|JOIN) (\w+) (\w)\b/g)].map(([, table = '', alias = '']) => [
            alias,
            table,
          ]),
        ),
      },
    ],
  ),
);

/** What a row of the past became later: `later` is corrected, retracted or null, `later_at` the instant of it. */
export const LATER_KEYS = ['later', 'later_at'] as const;

/**
 * What stands in a FROM clause for one side of a view: the view itself for what is in force now, its definition with
 * other conditions otherwise. Binds @known where an instant is given; rows of the past carry LATER_KEYS too.
 */
export function sourceAt(view: string, side: Side): string {
  const definition = definitions.get(view);
  if (definition === undefined) throw new Error(`There is no view ${view}.`);
  if (definition.main === null)
    return side.knownAt === null ? view : `(SELECT * FROM ${view} WHERE at <= @known)`;
  if (side.retracted) return `(${retractedRows(definition, side)})`;
  return side.knownAt === null ? view : `(${rowsKnown(definition, definition.main)})`;
}

function rowsKnown({ select, tables }: Definition, main: string): string {
  const later = `CASE WHEN ${main}.retracted_at IS NULL THEN NULL
      WHEN EXISTS (SELECT 1 FROM ${tables.get(main)} n WHERE n.id = ${main}.id AND n.recorded_seq = ${main}.retracted_seq)
      THEN 'corrected' ELSE 'retracted' END AS later, ${main}.retracted_at AS later_at`;
  return select
    .replace('SELECT ', `SELECT ${later}, `)
    .replace(
      /\blive\((\w)\)/g,
      '$1.recorded_at <= @known AND ($1.retracted_at IS NULL OR $1.retracted_at > @known)',
    );
}

/** The newest version of entries no longer in force; what such an entry refers to is shown in its newest version too. */
function retractedRows({ select, main, tables }: Definition, { knownAt }: Side): string {
  const until = knownAt === null ? '' : ' AND n.recorded_at <= @known';
  const newest = (alias: string): string =>
    `${alias}.version = (SELECT max(n.version) FROM ${tables.get(alias)} n WHERE n.id = ${alias}.id${until})`;
  const isClosed = knownAt === null ? `${main}.retracted_seq IS NOT NULL` : `${main}.retracted_at <= @known`;
  return select
    .replace(/WHERE live\(\w\)$/, `WHERE ${isClosed} AND ${newest(main ?? '')}`)
    .replace(/\blive\((\w)\)/g, (_, alias: string) => newest(alias));
}
