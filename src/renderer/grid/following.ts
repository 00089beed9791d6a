import type { CellClickedEvent, CellFocusedEvent, GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import { useOpenEntry, useShownEntry } from '#renderer/app/go-to.ts';
import type { Row } from '#renderer/tables/row.ts';

/** Arrow keys held down pass over rows without reading each of them. */
const RESTING_MS = 120;

interface Following {
  readonly open: (row: Row | undefined) => void;
  readonly close: () => void;
  readonly onClicked: (event: CellClickedEvent<Row>) => void;
  readonly onFocused: (event: CellFocusedEvent<Row>) => void;
}

/** The side panel follows the grid: a click opens the entry of a row, and while it is open so does moving to another row. */
export function useFollowing(grid: GridApi<Row> | null): Following {
  const openEntry = useOpenEntry();
  const shown = useShownEntry();
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const open = (row: Row | undefined) => {
    if (row !== undefined && row.id !== shown) openEntry(String(row.id), { replace: shown !== null });
  };
  return {
    open,
    close: () => {
      if (shown !== null) openEntry(null);
    },
    onClicked: ({ column, data }) => {
      if (column.getColId() !== 'ag-Grid-SelectionColumn') open(data);
    },
    onFocused: ({ rowIndex }) => {
      clearTimeout(rest.current);
      if (shown === null || rowIndex === null) return;
      rest.current = setTimeout(() => open(grid?.getDisplayedRowAtIndex(rowIndex)?.data), RESTING_MS);
    },
  };
}
