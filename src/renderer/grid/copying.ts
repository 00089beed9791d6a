import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { Column } from '#core/report/table-spec.ts';
import type { Row } from '#renderer/tables/row.ts';
import { copiedText, tableText } from './tsv.ts';

type Grid = GridApi<Row>;

/** Ctrl-C in the grid: the selected rows with their headings, or the cell under the focus. */
export function useCopying(
  frame: RefObject<HTMLElement | null>,
  grid: Grid | null,
  columns: readonly Column[],
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || grid === null) return;
    const copy = (event: ClipboardEvent) => copyInto(event, grid, columns);
    element.addEventListener('copy', copy);
    return () => element.removeEventListener('copy', copy);
  }, [frame, grid, columns]);
}

/** The selected rows as text for a spreadsheet, in the columns that are shown. */
export function selectionText(grid: Grid, columns: readonly Column[]): string {
  const ids = grid.getAllDisplayedColumns().map((column) => column.getColId());
  const shown = ids.flatMap((id) => columns.find(({ key }) => key === id) ?? []);
  return tableText(shown, grid.getSelectedRows());
}

function copyInto(event: ClipboardEvent, grid: Grid, columns: readonly Column[]): void {
  if (grid.getEditingCells().length > 0) return;
  const text = grid.getSelectedRows().length > 0 ? selectionText(grid, columns) : focusedText(grid, columns);
  if (text === null) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

function focusedText(grid: Grid, columns: readonly Column[]): string | null {
  const cell = grid.getFocusedCell();
  const row = cell === null ? undefined : grid.getDisplayedRowAtIndex(cell.rowIndex)?.data;
  const column = columns.find(({ key }) => key === cell?.column.getColId());
  return row === undefined || column === undefined ? null : copiedText(column, row);
}
