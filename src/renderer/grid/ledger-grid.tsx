import './modules.ts';
import './grid.css';
import type { GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { TableId, TableSpec } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { styleNonce } from '#renderer/app/nonce.ts';
import { askToRetract } from '#renderer/entry/retract.tsx';
import { isFormNoun, openForm } from '#renderer/forms/open-form.ts';
import type { Row } from '#renderer/tables/row.ts';
import { selectionText, useCopying } from './copying.ts';
import { EmptyTable } from './empty-table.tsx';
import { useFollowing } from './following.ts';
import { columnTypes, defaultColumn, gridColumns } from './grid-columns.ts';
import { gridTheme } from './grid-theme.ts';
import classes from './ledger-grid.module.css';
import { markColumns, rowClassRules } from './moment-columns.ts';
import { useShownColumns } from './shown-columns.ts';
import { onTableKey } from './table-keys.ts';
import { type Pages, useFreshRows, usePages } from './table-pages.ts';
import { Toolbar } from './toolbar.tsx';
import { nameOf, writeCell } from './write-cell.ts';

type Grid = GridApi<Row>;

interface LedgerGridProps {
  readonly table: TableId;
  /** The tables of the screen, this one among them. */
  readonly siblings: readonly { readonly id: TableId; readonly title: string }[];
  readonly choose: (table: TableId) => void;
  /** Stands before the tables: the way to another view of the screen. */
  readonly lead?: ReactNode;
}

/** A table of the ledger: pages from the host, edits as commands, the selected entry in the side panel. */
export function LedgerGrid({ table, siblings, choose, lead }: LedgerGridProps) {
  const spec = tables[table];
  const [grid, setGrid] = useState<Grid | null>(null);
  const [search, setSearch] = useState('');
  const [isRetracted, setRetracted] = useState(false);
  const [isFiltered, setFiltered] = useState(false);
  const [selected, setSelected] = useState<readonly Row[]>([]);
  const { shown, toggle } = useShownColumns(spec);
  const moment = useMoment();
  const pages = usePages({ table, search, retracted: isRetracted, moment });
  const canWrite = useCanWrite();
  const add = additionTo(spec, canWrite);
  const retract = (rows: readonly Row[]) => {
    if (canWrite && !isRetracted) retractRows(spec, rows);
  };
  const clearFilters = () => {
    grid?.setFilterModel(null);
    setSearch('');
  };
  const showRetracted = (isOn: boolean) => {
    grid?.deselectAll();
    setRetracted(isOn);
  };
  return (
    <section className={classes.frame} aria-label={spec.title}>
      <Toolbar
        {...{
          spec,
          siblings,
          choose,
          lead,
          search,
          setSearch,
          isRetracted,
          isFiltered,
          clearFilters,
          selected,
          shown,
          toggle,
          add,
          canWrite,
        }}
        total={pages.total}
        setRetracted={showRetracted}
        copy={() => grid !== null && void navigator.clipboard.writeText(selectionText(grid, spec.columns))}
        retract={() => retract(selected)}
      />
      <div className={classes.grid}>
        <Rows
          {...{ spec, shown, pages, grid, setGrid, setSelected, setFiltered, add, retract }}
          isEditable={canWrite && !isRetracted}
        />
        {pages.failure === null ? null : (
          <div className={classes.cover}>
            <Failure error={pages.failure} retry={() => grid?.refreshInfiniteCache()} />
          </div>
        )}
        {pages.total === 0 && pages.failure === null ? (
          <div className={classes.cover}>
            <EmptyTable
              {...{ spec, isRetracted, add, clearFilters }}
              isNarrowed={isFiltered || search !== ''}
            />
          </div>
        ) : null}
      </div>
    </section>
  );
}

function additionTo({ noun }: TableSpec, canWrite: boolean): (() => void) | null {
  return canWrite && isFormNoun(noun) ? () => openForm(noun) : null;
}

function retractRows({ columns }: TableSpec, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  askToRetract(
    rows.map((row) => ({ id: String(row.id), version: Number(row.version), name: nameOf(columns, row) })),
  );
}

interface RowsProps {
  readonly spec: TableSpec;
  readonly shown: ReadonlySet<string>;
  readonly pages: Pages;
  readonly grid: Grid | null;
  readonly setGrid: (grid: Grid) => void;
  readonly setSelected: (rows: readonly Row[]) => void;
  readonly setFiltered: (isFiltered: boolean) => void;
  readonly isEditable: boolean;
  readonly add: (() => void) | null;
  readonly retract: (rows: readonly Row[]) => void;
}

const PAGE_ROWS = 100;
/** Every page that is kept is read anew after a command. */
const MOST_PAGES = 4;
const SELECTION = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: false,
  enableClickSelection: false,
} as const;
const SELECTION_COLUMN = {
  pinned: 'left',
  width: 38,
  lockPosition: 'left',
  suppressHeaderMenuButton: true,
} as const;

function Rows({
  spec,
  shown,
  pages,
  grid,
  setGrid,
  setSelected,
  setFiltered,
  isEditable,
  add,
  retract,
}: RowsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { marks } = pages;
  const columns = useMemo(
    () => [...gridColumns(spec, { isEditable, shown }), ...markColumns(marks)],
    [spec, isEditable, shown, marks],
  );
  const { open, close, onClicked, onFocused } = useFollowing(grid);
  useFreshRows(grid);
  useCopying(frame, grid, spec.columns);
  return (
    <div ref={frame} className={classes.rows}>
      <AgGridReact<Row>
        theme={gridTheme}
        styleNonce={styleNonce()}
        rowModelType="infinite"
        datasource={pages.source}
        cacheBlockSize={PAGE_ROWS}
        maxBlocksInCache={MOST_PAGES}
        maxConcurrentDatasourceRequests={2}
        infiniteInitialRowCount={1}
        columnDefs={columns}
        columnTypes={columnTypes}
        defaultColDef={defaultColumn}
        rowClassRules={rowClassRules}
        rowSelection={SELECTION}
        selectionColumnDef={SELECTION_COLUMN}
        getRowId={({ data }) => String(data.id)}
        readOnlyEdit
        multiSortKey="ctrl"
        tooltipShowDelay={450}
        suppressColumnMoveAnimation
        suppressNoRowsOverlay
        onGridReady={({ api }) => setGrid(api)}
        onCellEditRequest={(event) => void writeCell(event, spec)}
        onCellClicked={onClicked}
        onCellFocused={onFocused}
        onCellKeyDown={(event) => onTableKey(event, { retract, add, open, close })}
        onSelectionChanged={({ api }) => setSelected(api.getSelectedRows())}
        onFilterChanged={({ api }) => setFiltered(Object.keys(api.getFilterModel()).length > 0)}
      />
    </div>
  );
}
