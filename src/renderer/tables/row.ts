/** A row of a table as the grid holds it: cells by the column names of its view. */
export type RowCell = string | number | null;
export type Row = Readonly<Record<string, RowCell>>;

/** Pages arrive as arrays of cells, which is a quarter of the bytes of objects; here each becomes a row. */
export function rowsOf(keys: readonly string[], cells: readonly (readonly RowCell[])[]): Row[] {
  return cells.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null])));
}

export function textIn(row: Row, key: string): string | null {
  const cell = row[key];
  return cell === null || cell === undefined || cell === '' ? null : String(cell);
}

export function numberIn(row: Row, key: string): number | null {
  const cell = row[key];
  return typeof cell === 'number' ? cell : null;
}

/** Lists are kept as JSON arrays of text. */
export function listIn(cell: RowCell): readonly string[] {
  if (typeof cell !== 'string' || cell === '') return [];
  if (!cell.startsWith('[')) return [cell];
  return (JSON.parse(cell) as readonly unknown[]).map(String);
}
