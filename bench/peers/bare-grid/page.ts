import { createGrid, InfiniteRowModelModule, ModuleRegistry, themeQuartz } from 'ag-grid-community';

/** The grid alone: 100,000 rows of 12 columns out of memory, by pages. What our window is measured against. */
ModuleRegistry.registerModules([InfiniteRowModelModule]);

const ROWS = 100_000;
const keys = Array.from({ length: 12 }, (_, at) => `column${at}`);

type Row = Readonly<Record<string, string | number>>;

function rowAt(at: number): Row {
  return Object.fromEntries(
    keys.map((key, column) => [key, column % 3 === 0 ? at * 1000 + column : `Cell ${at} of ${key}`]),
  );
}

const place = document.querySelector<HTMLElement>('#grid');
if (place !== null)
  createGrid<Row>(place, {
    theme: themeQuartz,
    rowModelType: 'infinite',
    cacheBlockSize: 100,
    columnDefs: keys.map((field) => ({ field, width: 150 })),
    getRowId: ({ data }) => String(data['column0']),
    datasource: {
      getRows: ({ startRow, endRow, successCallback }) =>
        successCallback(
          Array.from({ length: endRow - startRow }, (_, at) => rowAt(startRow + at)),
          ROWS,
        ),
    },
  });
