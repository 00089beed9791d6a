import type { Column } from '#core/report/table-spec.ts';
import { cellText } from '#renderer/tables/cell-text.ts';

/** A value of a column as its cells show it; the empty text stands for no value. */
export function facetText(column: Column, text: string): string {
  if (text === '') return column.of.type === 'flag' ? '– unknown' : '(empty)';
  return cellText(column, { [column.key]: column.of.type === 'flag' ? Number(text) : text });
}
