import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import type { Cell } from '#core/model/field.ts';
import { guardFormula } from '#core/report/formula-guard.ts';
import type { Column } from '#core/report/table-spec.ts';
import { PlumblineError } from '#shared/errors.ts';
import { encodedRows, Pacer } from './chunks.ts';
import type { ExportDocument, ExportSheet } from './document.ts';
import type { ExportPace, FormatWriter } from './format.ts';

/**
 * CSV as spreadsheets read it: UTF-8 with BOM, CRLF, every field quoted, point as decimal mark.
 * Text that a spreadsheet would run gets a leading apostrophe; numbers never do, so -5.2 stays -5.2.
 */
export const csvWriter: FormatWriter = {
  ext: 'csv',
  mime: 'text/csv; charset=utf-8',
  holdsManyTables: false,
  bytes: csvBytes,
};

const BOM = '\uFEFF';

async function* csvBytes(document: ExportDocument, pace: ExportPace): AsyncGenerator<Uint8Array> {
  const [sheet, ...others] = document.sheets;
  if (sheet === undefined || others.length > 0)
    throw new PlumblineError('USAGE', ['A CSV file holds one table: name the table to export.']);
  yield Buffer.from(`${BOM}${line(sheet.columns.map(headerOf))}`, 'utf8');
  yield* encodedRows({ sheet, pacer: new Pacer(document, pace), encode: rowEncoder(sheet) });
}

/** The header of a column in a file that cannot show a number format. */
function headerOf({ label, of }: Column): string {
  return of.type === 'percent' ? `${label} (%)` : label;
}

function rowEncoder({ columns }: ExportSheet): (row: readonly Cell[]) => string {
  return (row) => line(columns.map((column, at) => csvCell(row[at] ?? null, column)));
}

function csvCell(cell: Cell, { of }: Column): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return of.type === 'flag' ? yesOrNo(cell) : String(cell);
  return guardFormula(typeof cell === 'string' ? cell : cell.join('; '));
}

function yesOrNo(flag: number): string {
  return flag === 0 ? 'No' : 'Yes';
}

function line(fields: readonly string[]): string {
  return stringify([[...fields]], { quoted: true, quoted_empty: true, record_delimiter: '\r\n' });
}
