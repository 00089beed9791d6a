import { reasonNotYet } from '#core/report/not-yet.ts';
import type { TableId } from '#core/report/table-spec.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import type { Page } from './page.ts';
import { statement } from './statements.ts';
import type { StoredCell } from './tables/columns.ts';

export interface AsOfRequest {
  readonly table: TableId;
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** The page with `not_yet` behind its other cells: why a row does not count on the as-of day, or null. */
export function withNotYet(ledger: ReadableLedger, { table, asOf, knownAt }: AsOfRequest, page: Page): Page {
  const rows = page.rows.map((cells) =>
    Object.fromEntries(page.keys.map((key, at) => [key, cells[at] ?? null])),
  );
  const published = publicationDays(
    ledger,
    rows.flatMap(({ source_id: id }) => (typeof id === 'string' ? [id] : [])),
    knownAt,
  );
  const reasons = rows.map((row) =>
    reasonNotYet(table, row, { asOf, publishedOn: published.get(String(row['source_id'])) ?? null }),
  );
  return {
    keys: [...page.keys, 'not_yet'],
    rows: page.rows.map((cells, at): StoredCell[] => [...cells, reasons[at] ?? null]),
    total: page.total,
  };
}

/**
 * Reads of one row after another why it does not count, or null; `keys` name its cells. The days of publication are
 * read once, so it serves tables that are read whole.
 */
export function notYetReader(
  ledger: ReadableLedger,
  { table, asOf, knownAt }: AsOfRequest,
  keys: readonly string[],
): (cells: readonly StoredCell[]) => string | null {
  const published = publicationDays(ledger, null, knownAt);
  return (cells) => {
    const row = Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? null]));
    return reasonNotYet(table, row, { asOf, publishedOn: published.get(String(row['source_id'])) ?? null });
  };
}

/** `ids` null: of every source. */
function publicationDays(
  ledger: ReadableLedger,
  ids: readonly string[] | null,
  knownAt: string | null,
): ReadonlyMap<string, string | null> {
  const sql = `SELECT id, published_on FROM sources
    WHERE (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) AND ${inForceAt(knownAt)}`;
  const known = knownAt === null ? {} : { known: knownAt };
  const found = statement<{ id: string; published_on: string | null }>(ledger.db, sql).all({
    ids: ids === null ? null : JSON.stringify(ids),
    ...known,
  });
  return new Map(found.map(({ id, published_on }) => [id, published_on]));
}
