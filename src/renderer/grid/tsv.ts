import { guardFormula } from '#core/report/formula-guard.ts';
import type { Column } from '#core/report/table-spec.ts';
import { cellText } from '#renderer/tables/cell-text.ts';
import { listIn, type Row } from '#renderer/tables/row.ts';

/** What a cell puts on the clipboard: plain numbers and ISO days that a spreadsheet takes as such. */
export function copiedText(column: Column, row: Row): string {
  const cell = row[column.key] ?? null;
  if (column.of.type === 'flag') return cell === null ? '' : cellText(column, row);
  if (cell === null) return column.of.type === 'amount' ? cellText(column, row) : '';
  if (typeof cell === 'number') return String(cell);
  return column.of.type === 'list' ? listIn(cell).join(', ') : cell;
}

/** Rows with their headings, tab-separated. Text that a spreadsheet would run as a formula is guarded with an apostrophe. */
export function tableText(columns: readonly Column[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => guarded(column, row)));
  return [columns.map(({ label }) => label), ...lines]
    .map((cells) => cells.map(oneLine).join('\t'))
    .join('\r\n');
}

function guarded(column: Column, row: Row): string {
  const text = copiedText(column, row);
  return typeof row[column.key] === 'number' ? text : guardFormula(text);
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
