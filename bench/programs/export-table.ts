import type { ExportSheet } from '#main/exports/document.ts';
import { formatOfPath } from '#main/exports/registry.ts';
import { writeExport } from '#main/exports/write-export.ts';
import { printMeasured } from './measured.ts';
import { tableColumns, tableRows } from './table-rows.ts';

/** export-table PATH ROWS: writes rows of 15 columns the way the program exports a table. */
const [path = '', rows = '0'] = process.argv.slice(2);
const count = Number(rows);
const sheet: ExportSheet = {
  id: 'deals',
  name: 'Deals',
  what: 'Rows of a measurement.',
  columns: tableColumns,
  rowCount: count,
  rows: () => tableRows(count),
};
await printMeasured(async () => {
  const meta = { ledger: 'bench', headHash: '0'.repeat(64), seq: 1, asOf: '2025-11-03', knownAt: null };
  const signal = new AbortController().signal;
  const { size } = await writeExport({
    format: formatOfPath(path),
    sheets: [sheet],
    meta,
    path,
    signal,
    progress: () => undefined,
  });
  return { rows: count, size };
});
