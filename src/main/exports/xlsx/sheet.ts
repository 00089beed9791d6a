import { Buffer } from 'node:buffer';
import type { Column } from '#core/report/table-spec.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { PlumblineError } from '#shared/errors.ts';
import { encodedRows, type Pacer } from '../chunks.ts';
import type { ExportSheet } from '../document.ts';
import { columnLetters, placesOf, rowXml, textXml } from './cells.ts';
import { look, severityRulesXml } from './styles.ts';
import { xmlText } from './text.ts';

/** Excel's limit, header row included. */
const ROW_LIMIT = 1_048_576;
const PIXELS_PER_CHARACTER = 7;
const NUMBERS: ReadonlySet<Column['of']['type']> = new Set(['amount', 'decimal', 'integer', 'percent']);

export const SHEET_OPENING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** Rows that were written to a sheet, header included; known once its bytes are through. */
export interface SheetExtent {
  rows: number;
}

export interface TableSheet {
  readonly sheet: ExportSheet;
  readonly footer: string;
  readonly extent: SheetExtent;
  readonly pacer: Pacer;
}

/** The bytes of one table's sheet: frozen bold header, filter over the used range, widths, typed cells. */
export function* tableSheetBytes({ sheet, footer, extent, pacer }: TableSheet): Generator<Uint8Array> {
  if (sheet.rowCount >= ROW_LIMIT) throw tooLong(sheet);
  const places = placesOf(sheet.columns);
  extent.rows = 1;
  yield Buffer.from(tableOpening(sheet.columns), 'utf8');
  yield* encodedRows({
    sheet,
    pacer,
    encode: (row) => {
      extent.rows += 1;
      if (extent.rows > ROW_LIMIT) throw tooLong(sheet);
      return rowXml(places, row, extent.rows);
    },
  });
  yield Buffer.from(tableClosing(sheet.columns, extent.rows, footer), 'utf8');
}

function tooLong({ name }: ExportSheet): PlumblineError {
  return new PlumblineError('EXPORT_SHORT', [
    `"${name}" has more than 1,048,575 rows, the most that a sheet of a workbook holds. Export it as CSV or JSON instead.`,
  ]);
}

function tableOpening(columns: readonly Column[]): string {
  const header = columns.map((column, at) => headerXml(column, `${columnLetters(at)}1`));
  return [
    SHEET_OPENING,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    widthsXml(columns.map(({ width }) => width / PIXELS_PER_CHARACTER)),
    `<sheetData><row r="1" ht="30" customHeight="1">${header.join('')}</row>`,
  ].join('');
}

/** Instants have no zone in a workbook, so the header names it. */
function headerXml({ label, of }: Column, ref: string): string {
  const style = NUMBERS.has(of.type) ? look.numberHeader : look.header;
  return textXml(ref, of.type === 'instant' ? `${label} (UTC)` : label, style, style);
}

function tableClosing(columns: readonly Column[], rows: number, footer: string): string {
  const severityAt = columns.findIndex(({ of }) => of.type === 'choice' && of.options === SEVERITIES);
  const letters = columnLetters(severityAt);
  const rules = severityAt < 0 || rows < 2 ? '' : severityRulesXml(`${letters}2:${letters}${rows}`);
  return `</sheetData><autoFilter ref="${usedRange(columns.length, rows)}"/>${rules}${pageXml(footer)}</worksheet>`;
}

/** `A1:O200` */
export function usedRange(columns: number, rows: number): string {
  return `A1:${columnLetters(columns - 1)}${rows}`;
}

/** Widths in characters. */
export function widthsXml(widths: readonly number[]): string {
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(2)}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

/** Landscape, small, wide tables over several pages side by side; with the footer that every print carries. */
export function pageXml(footer: string): string {
  return (
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" scale="65" pageOrder="overThenDown" orientation="landscape"/>' +
    `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`
  );
}
