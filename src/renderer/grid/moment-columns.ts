import type { ColDef, RowClassParams, RowClassRules } from 'ag-grid-community';
import { instantText } from '#renderer/app/numbers.ts';
import { type Row, textIn } from '#renderer/tables/row.ts';

/** What rows of the past carry beside their own columns, where any of them does. */
export interface Marks {
  readonly isNotYet: boolean;
  readonly isLater: boolean;
}

export const NO_MARKS: Marks = { isNotYet: false, isLater: false };

export function marksOf(rows: readonly Row[], before: Marks): Marks {
  const isNotYet = before.isNotYet || rows.some((row) => textIn(row, 'not_yet') !== null);
  const isLater = before.isLater || rows.some((row) => textIn(row, 'later') !== null);
  return isNotYet === before.isNotYet && isLater === before.isLater ? before : { isNotYet, isLater };
}

/** What became of a row later, and what does not count yet: a column for each, where there is any. */
export function markColumns({ isNotYet, isLater }: Marks): ColDef<Row>[] {
  return [
    ...(isNotYet ? [markColumn('not_yet', 'At that day', notYetText)] : []),
    ...(isLater ? [markColumn('later', 'Since then', laterText)] : []),
  ];
}

function markColumn(colId: string, headerName: string, textOf: (row: Row) => string): ColDef<Row> {
  return {
    colId,
    headerName,
    pinned: 'right',
    width: 190,
    sortable: false,
    valueGetter: ({ data }) => (data === undefined ? '' : textOf(data)),
  };
}

function notYetText(row: Row): string {
  return textIn(row, 'not_yet') ?? '';
}

function laterText(row: Row): string {
  const later = textIn(row, 'later');
  const at = textIn(row, 'later_at');
  if (later === null || at === null) return '';
  return `${later === 'retracted' ? 'Retracted' : 'Corrected'} ${instantText(at)}`;
}

export const rowClassRules: RowClassRules<Row> = {
  'pl-not-yet': ({ data }: RowClassParams<Row>) => data !== undefined && textIn(data, 'not_yet') !== null,
};
