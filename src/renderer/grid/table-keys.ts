import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community';
import { isWriting } from '#renderer/app/ledger-keys.ts';
import type { Row } from '#renderer/tables/row.ts';

interface TableKeys {
  readonly retract: (rows: readonly Row[]) => void;
  readonly add: (() => void) | null;
  readonly open: (row: Row | undefined) => void;
  readonly close: () => void;
}

type Pressed = CellKeyDownEvent<Row>;

/** Keys of the table while no cell is being edited; moving and editing are the grid's own. */
export function onTableKey(pressed: Pressed | FullWidthCellKeyDownEvent<Row>, keys: TableKeys): void {
  const { event } = pressed;
  if (!(event instanceof KeyboardEvent) || !('colDef' in pressed) || isWriting(event.target)) return;
  if (event.key === 'Delete') keys.retract(meantRows(pressed));
  if (event.key === 'Insert') keys.add?.();
  if (event.key === 'Escape') keys.close();
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) keys.add?.();
  else if (pressed.colDef.editable !== true) keys.open(pressed.data);
}

/** The selected rows; without a selection, the row under the focus. */
function meantRows({ api, data }: Pressed): readonly Row[] {
  const selected = api.getSelectedRows();
  return selected.length > 0 || data === undefined ? selected : [data];
}
