import { notifications } from '@mantine/notifications';
import type { CellEditRequestEvent } from 'ag-grid-community';
import type { Column, TableId, TableSpec } from '#core/report/table-spec.ts';
import { command } from '#renderer/app/asking.ts';
import { tellFailure } from '#renderer/app/jobs.tsx';
import { call } from '#renderer/client.ts';
import { type Row, rowsOf } from '#renderer/tables/row.ts';
import { editOf } from './cell-edit.ts';
import { copiedText } from './tsv.ts';

type Request = CellEditRequestEvent<Row>;

/** Writes what was typed into a cell; the cell shows it once the host has it, and stays as it was if refused. */
export async function writeCell(request: Request, { id: table, columns }: TableSpec): Promise<void> {
  const { data, colDef, newValue: typed, node } = request;
  const column = columns.find(({ key }) => key === colDef.colId);
  if (column === undefined) return;
  const edit = editOf(column, data, String(typed ?? ''));
  if (edit === 'unchanged') return;
  if ('refused' in edit) return tellRefusal(column.label, edit.refused);
  const what = `${column.label.toLowerCase()} of ${nameOf(columns, data)}`;
  try {
    const input = { changes: [edit.change], summary: `Correct ${what}`.slice(0, 300) };
    await command('entries', 'write', input, {
      show: async () => {
        const row = await readRow(table, String(data.id));
        if (row !== null) node.setData(row);
      },
    });
  } catch (error) {
    tellFailure(`Correct ${what}`, error);
  }
}

/** The row alone, ahead of the pages around it: what was typed is on screen as soon as it is in the file. */
async function readRow(table: TableId, id: string): Promise<Row | null> {
  const filters = [{ key: 'id', op: 'equals' as const, operand: id }];
  const { keys, rows } = await call('entries', 'page', { table, limit: 1, filters });
  return rowsOf(keys, rows)[0] ?? null;
}

function tellRefusal(label: string, sentence: string): void {
  notifications.show({
    title: `${label} stays as it was`,
    message: sentence,
    color: 'red',
    autoClose: 10_000,
  });
}

/** What a row is called in sentences: its first column. */
export function nameOf(columns: readonly Column[], row: Row): string {
  const first = columns[0];
  return first === undefined ? '' : copiedText(first, row);
}
