import type {
  ColDef,
  ITooltipParams,
  SuppressKeyboardEventParams,
  ValueFormatterParams,
  ValueGetterParams,
} from 'ag-grid-community';
import type { TableSpec } from '#core/report/table-spec.ts';
import { cellText, cellTitle, isAbsence } from '#renderer/tables/cell-text.ts';
import { isNumberColumn } from '#renderer/tables/column-kind.ts';
import type { Row } from '#renderer/tables/row.ts';
import { typedText } from './cell-edit.ts';
import { CellEditor } from './cell-editor.tsx';
import { ColumnFilter } from './column-filter.tsx';

interface ColumnsOptions {
  readonly isEditable: boolean;
  readonly shown: ReadonlySet<string>;
}

/** The grid's columns from the one description of the table. */
export function gridColumns(spec: TableSpec, { isEditable, shown }: ColumnsOptions): ColDef<Row>[] {
  return spec.columns.map((column, index) => ({
    ...sortOf(spec, column.key),
    colId: column.key,
    headerName: column.label,
    ...(column.help === '' ? {} : { headerTooltip: column.help }),
    hide: !shown.has(column.key),
    initialWidth: column.width,
    minWidth: 70,
    ...(index === 0 ? { pinned: 'left' as const, lockPosition: 'left' as const } : {}),
    type: isNumberColumn(column) ? 'number' : 'text',
    editable: isEditable && column.edits !== null,
    // The cell's value is its exact text, which is what its editor opens with and gives back.
    valueGetter: ({ data }: ValueGetterParams<Row>) => (data === undefined ? null : typedText(column, data)),
    valueFormatter: ({ data }: ValueFormatterParams<Row>) =>
      data === undefined ? '' : cellText(column, data),
    tooltipValueGetter: ({ data }: ITooltipParams<Row>) =>
      data === undefined ? null : cellTitle(column, data),
    cellClassRules: {
      'pl-absent': ({ data }) => data !== undefined && isAbsence(column, data),
    },
    cellEditor: CellEditor,
    cellEditorParams: { shows: column },
    filter: ColumnFilter,
    filterParams: { shows: column, table: spec.id },
  }));
}

function sortOf(spec: TableSpec, key: string): Pick<ColDef<Row>, 'initialSort' | 'initialSortIndex'> {
  const index = spec.sort.findIndex((sort) => sort.key === key);
  const sort = spec.sort[index];
  return sort === undefined ? {} : { initialSort: sort.descending ? 'desc' : 'asc', initialSortIndex: index };
}

export const columnTypes: Readonly<Record<string, ColDef<Row>>> = {
  number: { cellClass: 'pl-number-cell', headerClass: 'pl-number-head' },
  text: {},
};

export const defaultColumn: ColDef<Row> = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  suppressKeyboardEvent: (params) => isOurs(params),
};

/** Keys of the table itself (retract, add, open) rather than of the cell editor. */
function isOurs({ editing, event }: SuppressKeyboardEventParams<Row>): boolean {
  if (editing) return false;
  return (
    event.key === 'Delete' ||
    event.key === 'Backspace' ||
    event.key === 'Insert' ||
    (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
  );
}
