import type { Column, TableId, TableSpec } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import type { Filter, PageRequest } from '#shared/contract/entries.ts';
import { PlumblineError } from '#shared/errors.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { escapeLike } from './like.ts';
import { notYetReader, withNotYet } from './not-yet.ts';
import { statement } from './statements.ts';
import type { StoredCell } from './tables/columns.ts';
import { LATER_KEYS, type Side, sourceAt } from './views.ts';

/**
 * Pages of a table for grids: sorting, filters and search are done by SQLite over the views. Law: column names come
 * from the table description, never from the request; what the analyst typed is always a bound value.
 */
export interface Page {
  readonly keys: string[];
  readonly rows: StoredCell[][];
  readonly total: number;
}

const HIDDEN_KEYS: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  deals: ['figure_id', 'figure_version', 'part_of_id'],
  figures: ['entity_id', 'deal_id'],
};

/** Throws REQUEST_INVALID for a column the table does not have. */
export function readPage(ledger: ReadableLedger, request: PageRequest): Page {
  const spec = tables[request.table];
  const keys = keysOf(ledger, spec);
  const side = sideOf(spec, request);
  const from = sourceAt(spec.view, side);
  const where = whereOf(spec, keys, request);
  const order = orderOf(spec, keys, request.sort);
  const shown = isOfPast(spec, side) ? [...keys, ...LATER_KEYS] : keys;
  const rows = statement<StoredCell[]>(
    ledger.db,
    `SELECT ${shown.join(', ')} FROM ${pageOf(from, where.sql, order, keys)} ORDER BY ${order}`,
  )
    .raw()
    .all(...knownIn(side), ...where.bound, request.limit, request.offset);
  const { total } = statement<{ total: number }>(
    ledger.db,
    `SELECT count(*) AS total FROM ${countSource(from, spec, where.sql, side)}${where.sql}`,
  ).get(...knownIn(side), ...where.bound) ?? { total: 0 };
  const page = { keys: [...shown], rows, total };
  const { table, asOf, knownAt } = request;
  return asOf === null || spec.noun === null ? page : withNotYet(ledger, { table, asOf, knownAt }, page);
}

function sideOf({ noun }: TableSpec, { retracted, knownAt }: PageRequest): Side {
  return { retracted: retracted && noun !== null, knownAt };
}

/** Whether rows say what became of them later: in force at an instant of the past. */
function isOfPast({ noun }: TableSpec, { knownAt, retracted }: Side): boolean {
  return noun !== null && knownAt !== null && !retracted;
}

/** What @known is bound to, beside the values that are bound by place. */
function knownIn({ knownAt }: Side): readonly { readonly known: string }[] {
  return knownAt === null ? [] : [{ known: knownAt }];
}

/** The rows of one page. Finding them by id first spares the view its other columns for all rows but those shown. */
function pageOf(from: string, where: string, order: string, keys: readonly string[]): string {
  if (!keys.includes('id')) return `(SELECT * FROM ${from}${where} ORDER BY ${order} LIMIT ? OFFSET ?)`;
  return `${from} WHERE id IN (SELECT id FROM ${from}${where} ORDER BY ${order} LIMIT ? OFFSET ?)`;
}

/** Without a filter the rows in force are counted by the table and its index, not the view with its joins. */
function countSource(from: string, spec: TableSpec, where: string, side: Side): string {
  if (where !== '' || side.retracted || spec.noun === null) return from;
  return `(SELECT 1 FROM ${spec.view.replace(/^v_/, '')} WHERE ${inForceAt(side.knownAt)})`;
}

/** Columns of the description first, in its order; then what editing needs. */
function keysOf(ledger: ReadableLedger, spec: TableSpec): readonly string[] {
  const shown = spec.columns.map((column) => column.key);
  if (spec.noun === null) return spec.id === 'history' ? shown : [...shown, 'id', 'version'];
  const available = new Set(
    statement<{ name: string }>(ledger.db, `SELECT name FROM pragma_table_info('${spec.view}')`)
      .all()
      .map(({ name }) => name),
  );
  const extra = ['id', 'version', ...(HIDDEN_KEYS[spec.id] ?? []), 'source_id', 'passage_id'];
  return [...shown, ...extra.filter((key) => available.has(key) && !shown.includes(key))];
}

/** Rows that tie are told apart by id, where the table has one: the history is ordered by its own number. */
function orderOf(spec: TableSpec, keys: readonly string[], asked: TableSpec['sort']): string {
  const sort = asked.length > 0 ? asked : spec.sort;
  const terms = sort.map(
    ({ key, descending }) => `${known(keys, key)} IS NULL, ${key} COLLATE NOCASE${descending ? ' DESC' : ''}`,
  );
  return [...terms, ...(keys.includes('id') ? ['id'] : [])].join(', ');
}

function known(keys: readonly string[], key: string): string {
  if (!keys.includes(key)) throw new PlumblineError('REQUEST_INVALID', [`There is no column ${key}.`]);
  return key;
}

interface Where {
  readonly sql: string;
  readonly bound: readonly (string | number)[];
}

function whereOf(spec: TableSpec, keys: readonly string[], request: PageRequest): Where {
  const parts = request.filters.map((filter) => conditionOf(known(keys, filter.key), filter));
  const words = request.search
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const searched = spec.columns.filter(isSearched).map(({ key }) => `coalesce(${key}, '')`);
  for (const word of words)
    parts.push({
      sql: `(${searched.join(` || ' ' || `)}) LIKE ? ESCAPE '\\'`,
      bound: [`%${escapeLike(word)}%`],
    });
  if (parts.length === 0) return { sql: '', bound: [] };
  return {
    sql: ` WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`,
    bound: parts.flatMap(({ bound }) => bound),
  };
}

function isSearched({ of }: Column): boolean {
  return of.type === 'text' || of.type === 'long-text' || of.type === 'choice' || of.type === 'list';
}

function conditionOf(key: string, { op, operand }: Filter): Where {
  switch (op) {
    case 'empty':
      return { sql: `(${key} IS NULL OR ${key} = '')`, bound: [] };
    case 'not-empty':
      return { sql: `(${key} IS NOT NULL AND ${key} <> '')`, bound: [] };
    case 'in':
      return inCondition(key, Array.isArray(operand) ? operand : []);
    case 'contains':
      return { sql: `${key} LIKE ? ESCAPE '\\'`, bound: [`%${escapeLike(textOf(operand))}%`] };
    case 'starts':
      return { sql: `${key} LIKE ? ESCAPE '\\'`, bound: [`${escapeLike(textOf(operand))}%`] };
    case 'equals':
      return { sql: `${key} = ? COLLATE NOCASE`, bound: [scalarOf(operand)] };
    case 'not-equals':
      return { sql: `(${key} IS NULL OR ${key} <> ? COLLATE NOCASE)`, bound: [scalarOf(operand)] };
    case 'less':
      return { sql: `${key} < ?`, bound: [scalarOf(operand)] };
    case 'more':
      return { sql: `${key} > ?`, bound: [scalarOf(operand)] };
  }
}

function inCondition(key: string, options: readonly string[]): Where {
  if (options.length === 0) return { sql: '0', bound: [] };
  return {
    sql: `coalesce(CAST(${key} AS TEXT), '') IN (${options.map(() => '?').join(', ')})`,
    bound: options,
  };
}

function textOf(operand: Filter['operand']): string {
  return String(scalarOf(operand));
}

function scalarOf(operand: Filter['operand']): string | number {
  if (typeof operand === 'string' || typeof operand === 'number') return operand;
  throw new PlumblineError('REQUEST_INVALID', ['A filter needs something to compare with.']);
}

export interface FacetRequest {
  readonly table: TableId;
  readonly key: string;
  readonly limit: number;
  readonly knownAt: string | null;
}

/** Distinct values of a column with their counts, most frequent first. */
export function readFacets(
  ledger: ReadableLedger,
  { table, key, limit, knownAt }: FacetRequest,
): { text: string | null; count: number }[] {
  const spec = tables[table];
  const side = { knownAt, retracted: false };
  const column = known(keysOf(ledger, spec), key);
  const sql = `SELECT CAST(${column} AS TEXT) AS text, count(*) AS count FROM ${sourceAt(spec.view, side)} GROUP BY ${column} ORDER BY count DESC, text LIMIT ?`;
  return statement<{ text: string | null; count: number }>(ledger.db, sql).all(...knownIn(side), limit);
}

export interface TableRequest {
  readonly table: TableId;
  readonly knownAt: string | null;
  /** Null: no row is judged by a day. */
  readonly asOf: string | null;
}

/**
 * Every row of a table in its own order, for exports: all columns of the description, one row at a time; given a day,
 * a last cell says why the row does not count on it.
 */
export function* readTable(
  ledger: ReadableLedger,
  { table, knownAt, asOf }: TableRequest,
): Generator<readonly StoredCell[]> {
  const spec = tables[table];
  const side = { knownAt, retracted: false };
  const keys = keysOf(ledger, spec);
  const shown = spec.columns.map(({ key }) => key);
  const read = asOf === null ? shown : keys;
  const sql = `SELECT ${read.join(', ')} FROM ${sourceAt(spec.view, side)} ORDER BY ${orderOf(spec, keys, spec.sort)}`;
  const rows = ledger.db
    .prepare<unknown[], StoredCell[]>(sql)
    .raw()
    .iterate(...knownIn(side));
  if (asOf === null) yield* rows;
  else {
    const reasonOf = notYetReader(ledger, { table, asOf, knownAt }, keys);
    for (const row of rows) yield [...row.slice(0, shown.length), reasonOf(row)];
  }
}

export function countTable(ledger: ReadableLedger, table: TableId, knownAt: string | null): number {
  const side = { knownAt, retracted: false };
  const sql = `SELECT count(*) AS n FROM ${sourceAt(tables[table].view, side)}`;
  return statement<{ n: number }>(ledger.db, sql).get(...knownIn(side))?.n ?? 0;
}
