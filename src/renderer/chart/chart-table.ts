/** The table behind a chart: what the eye sees as bars, as rows that can be read aloud, copied and saved. */
interface ChartColumn {
  readonly label: string;
  readonly isNumber: boolean;
}

export interface ChartCell {
  /** What the table on screen shows. */
  readonly text: string;
  /** What a spreadsheet gets: the unrounded number, or the text again. Null: unknown, an empty cell. */
  readonly raw: number | string | null;
}

export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
}

export function textCell(text: string): ChartCell {
  return { text, raw: text };
}

const BYTE_ORDER_MARK = '\uFEFF';
/** A first visible character by which a spreadsheet takes a text for a formula, its full-width forms among them. */
const FORMULA_START = /^[\s\u00A0\u200B-\u200D\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const CONTROL_START = /^[\t\r\n]/;

/**
 * The table as CSV for Excel and LibreOffice: UTF-8 with its mark, every field quoted, lines ended by CR LF.
 * Texts that would run as a formula get a leading apostrophe; numbers stay numbers, negative ones too.
 */
export function csvOf(table: ChartTable): string {
  const head = table.columns.map(({ label }) => quoted(guarded(label)));
  const body = table.rows.map((row) => row.map(({ raw }) => quoted(fieldOf(raw))));
  return `${BYTE_ORDER_MARK}${[head, ...body].map((fields) => `${fields.join(',')}\r\n`).join('')}`;
}

function fieldOf(raw: number | string | null): string {
  if (raw === null) return '';
  return typeof raw === 'number' ? String(raw) : guarded(raw);
}

function guarded(text: string): string {
  return FORMULA_START.test(text) || CONTROL_START.test(text) ? `'${text}` : text;
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}
