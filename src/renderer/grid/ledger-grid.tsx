import './modules.ts';
import './grid.css';
import type { CellClickedEvent, CellEditRequestEvent, CellFocusedEvent, CellKeyDownEvent, GridApi, GridReadyEvent, IDatasource } from 'ag-grid-community';
import { notifications } from '@mantine/notifications';
import { AgGridReact } from 'ag-grid-react';
import { type ClipboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Column, TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { command } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry, useShownEntry } from '#renderer/app/go-to.ts';
import { tellFailure } from '#renderer/app/jobs.tsx';
import { styleNonce } from '#renderer/app/nonce.ts';
import { useRevision } from '#renderer/app/saved-state.ts';
import { call } from '#renderer/client.ts';
import { askToRetract } from '#renderer/entry/retract.tsx';
import { isFormNoun, openForm } from '#renderer/forms/open-form.ts';
import { editOf } from './cell-edit.ts';
import { EmptyTable } from './empty-table.tsx';
import { columnTypes, defaultColumn, gridColumns } from './grid-columns.ts';
import { gridTheme } from './grid-theme.ts';
import { type ColumnCondition, pageRequest } from './page-request.ts';
import { type Row, rowsOf } from '#renderer/tables/row.ts';
import classes from './ledger-grid.module.css';
import { Toolbar } from './toolbar.tsx';
import { useShownColumns } from './shown-columns.ts';
import { copiedText, tableText } from './tsv.ts';

const PAGE = 100;
const RESTING = 120;

type Grid = GridApi<Row>;

/** A table of the ledger: pages from the host, edits as commands, the selected entry in the side panel. */
export function LedgerGrid({ table }: { readonly table: TableId }) {
  const spec = tables[table];
  const [grid, setGrid] = useState<Grid | null>(null);
  const [search, setSearch] = useState('');
  const [isRetracted, setRetracted] = useState(false);
  const [isFiltered, setFiltered] = useState(false);
  const [selected, setSelected] = useState<readonly Row[]>([]);
  const { shown, toggle } = useShownColumns(spec);
  const { source, total, failure } = usePages(table, search, isRetracted);
  const columns = useMemo(() => gridColumns(spec, { isEditable: !isRetracted, shown }), [spec, isRetracted, shown]);
  const follow = useFollowing(grid);
  useFreshRows(grid);

  const onReady = useCallback(({ api }: GridReadyEvent<Row>) => setGrid(api), []);
  const clearFilters = () => {
    grid?.setFilterModel(null);
    setSearch('');
  };
  const retract = (rows: readonly Row[]) => {
    if (isRetracted || rows.length === 0) return;
    askToRetract(rows.map((row) => ({ id: String(row['id']), version: Number(row['version']), name: nameOf(spec.columns, row) })));
  };
  const add = () => {
    if (isFormNoun(spec.noun)) openForm(spec.noun);
  };

  return (
    <section className={classes.frame} aria-label={spec.title}>
      <Toolbar
        {...{ spec, search, setSearch, isRetracted, setRetracted, isFiltered, clearFilters, total, selected, shown, toggle, add }}
        copy={() => void navigator.clipboard.writeText(tableText(shownColumns(grid, spec.columns), selected))}
        retract={() => retract(selected)}
      />
      <div className={classes.grid} onCopy={(event) => copyInto(event, grid, spec.columns)} onKeyDown={follow.onKeyDown}>
        <AgGridReact<Row>
          theme={gridTheme}
          styleNonce={styleNonce()}
          rowModelType="infinite"
          datasource={source}
          cacheBlockSize={PAGE}
          maxConcurrentDatasourceRequests={2}
          infiniteInitialRowCount={1}
          columnDefs={columns}
          columnTypes={columnTypes}
          defaultColDef={defaultColumn}
          rowSelection={SELECTION}
          selectionColumnDef={SELECTION_COLUMN}
          getRowId={({ data }) => String(data['id'])}
          readOnlyEdit
          enterNavigatesVerticallyAfterEdit={false}
          multiSortKey="ctrl"
          tooltipShowDelay={450}
          suppressColumnMoveAnimation
          onGridReady={onReady}
          onCellEditRequest={(event) => void write(event, spec.columns)}
          onCellClicked={follow.onClicked}
          onCellFocused={follow.onFocused}
          onCellKeyDown={(event) => onTableKey(event as CellKeyDownEvent<Row>, { retract, add, open: follow.open })}
          onSelectionChanged={({ api }) => setSelected(api.getSelectedRows())}
          onFilterChanged={({ api }) => setFiltered(Object.keys(api.getFilterModel()).length > 0)}
        />
        {failure === null ? null : (
          <div className={classes.cover}>
            <Failure error={failure} retry={() => grid?.refreshInfiniteCache()} />
          </div>
        )}
        {total === 0 && failure === null ? (
          <div className={classes.cover}>
            <EmptyTable {...{ spec, isRetracted, add, clearFilters }} isNarrowed={isFiltered || search !== ''} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

const SELECTION = { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false } as const;
const SELECTION_COLUMN = { pinned: 'left', width: 38, lockPosition: 'left', suppressHeaderMenuButton: true } as const;

/** The rows behind the grid, a page at a time; a new search or side of the table is a new source. */
function usePages(table: TableId, search: string, retracted: boolean) {
  const [total, setTotal] = useState<number | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const source = useMemo<IDatasource>(
    () => ({
      getRows: (window) => {
        call('entries', 'page', pageRequest({ table, search, retracted }, { ...window, filterModel: window.filterModel as Record<string, ColumnCondition> }))
          .then((page) => {
            setTotal(page.total);
            setFailure(null);
            window.successCallback(rowsOf(page.keys, page.rows), page.total);
          })
          .catch((error: Error) => {
            setFailure(error);
            window.failCallback();
          });
      },
    }),
    [table, search, retracted],
  );
  return { source, total, failure };
}

/** After any command of this window the shown pages are read anew, in place: no jump, no blank rows. */
function useFreshRows(grid: Grid | null): void {
  const revision = useRevision();
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    grid?.refreshInfiniteCache();
  }, [grid, revision]);
}

/** The side panel follows the grid: a click opens the entry of a row, and while it is open so does moving to another row. */
function useFollowing(grid: Grid | null) {
  const openEntry = useOpenEntry();
  const shown = useShownEntry();
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const open = (row: Row | undefined) => {
    if (row !== undefined && row['id'] !== shown) openEntry(String(row['id']), { replace: shown !== null });
  };
  return {
    open,
    onClicked: ({ column, data }: CellClickedEvent<Row>) => {
      if (column.getColId() !== 'ag-Grid-SelectionColumn') open(data);
    },
    onFocused: ({ rowIndex }: CellFocusedEvent<Row>) => {
      clearTimeout(rest.current);
      if (shown === null || rowIndex === null) return;
      rest.current = setTimeout(() => open(grid?.getDisplayedRowAtIndex(rowIndex)?.data), RESTING);
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape' && shown !== null && (grid?.getEditingCells().length ?? 0) === 0) openEntry(null);
    },
  };
}

interface TableKeys {
  readonly retract: (rows: readonly Row[]) => void;
  readonly add: () => void;
  readonly open: (row: Row | undefined) => void;
}

function onTableKey({ event, api, data, colDef }: CellKeyDownEvent<Row>, { retract, add, open }: TableKeys): void {
  if (!(event instanceof KeyboardEvent) || api.getEditingCells().length > 0) return;
  const hasCommand = event.ctrlKey || event.metaKey;
  const selected = api.getSelectedRows();
  if (event.key === 'Delete') retract(selected.length > 0 || data === undefined ? selected : [data]);
  if (event.key === 'Insert' || (event.key === 'Enter' && hasCommand)) add();
  if (event.key === 'Enter' && !hasCommand && colDef.editable !== true) open(data);
}

async function write({ data, colDef, newValue: typed }: CellEditRequestEvent<Row>, columns: readonly Column[]): Promise<void> {
  const column = columns.find(({ key }) => key === colDef.colId);
  if (column === undefined) return;
  try {
    const edit = editOf(column, data, String(typed ?? ''));
    if (edit === 'unchanged') return;
    if ('refused' in edit) return tellRefusal(column.label, edit.refused);
    await command('entries', 'write', { changes: [edit.change], summary: `Correct ${column.label.toLowerCase()} of ${nameOf(columns, data)}`.slice(0, 300) });
  } catch (error) {
    tellFailure(`${column.label} of ${nameOf(columns, data)}`, error);
  }
}

function tellRefusal(label: string, sentence: string): void {
  notifications.show({ title: `${label} stays as it was`, message: sentence, color: 'red', autoClose: 10_000 });
}

/** What a row is called in sentences: its first column. */
function nameOf(columns: readonly Column[], row: Row): string {
  const first = columns[0];
  return first === undefined ? '' : copiedText(first, row);
}

function shownColumns(grid: Grid | null, columns: readonly Column[]): readonly Column[] {
  const ids = grid?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [];
  return ids.flatMap((id) => columns.find(({ key }) => key === id) ?? []);
}

/** Ctrl-C: the selected rows with their headings, or the cell under the focus. */
function copyInto(event: ClipboardEvent, grid: Grid | null, columns: readonly Column[]): void {
  if (grid === null || grid.getEditingCells().length > 0) return;
  const rows = grid.getSelectedRows();
  const text = rows.length > 0 ? tableText(shownColumns(grid, columns), rows) : focusedText(grid, columns);
  if (text === null) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function focusedText(grid: Grid, columns: readonly Column[]): string | null {
  const cell = grid.getFocusedCell();
  const row = cell === null ? undefined : grid.getDisplayedRowAtIndex(cell.rowIndex)?.data;
  const column = columns.find(({ key }) => key === cell?.column.getColId());
  return row === undefined || column === undefined ? null : copiedText(column, row);
}
