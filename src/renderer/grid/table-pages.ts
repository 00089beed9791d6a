import type { GridApi, IDatasource } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TableId } from '#core/report/table-spec.ts';
import type { Moment } from '#renderer/app/moment.ts';
import { useRevision } from '#renderer/app/saved-state.ts';
import { call } from '#renderer/client.ts';
import { type Row, rowsOf } from '#renderer/tables/row.ts';
import { type Marks, marksOf, NO_MARKS } from './moment-columns.ts';
import { type ColumnCondition, pageRequest } from './page-request.ts';

interface Scope {
  readonly table: TableId;
  readonly search: string;
  readonly retracted: boolean;
  readonly moment: Moment;
}

export interface Pages {
  readonly source: IDatasource;
  /** How many rows there are in all; null until the first page has come. */
  readonly total: number | null;
  readonly failure: Error | null;
  readonly marks: Marks;
}

/** The rows behind the grid, a page at a time; a new search or side of the table is a new source. */
export function usePages({ table, search, retracted, moment: { asOf, knownAt } }: Scope): Pages {
  const [total, setTotal] = useState<number | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const source = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) => {
        const conditions = filterModel as Readonly<Record<string, ColumnCondition>> | null;
        const request = pageRequest(
          { table, search, retracted, asOf, knownAt },
          { startRow, endRow, sortModel, filterModel: conditions },
        );
        call('entries', 'page', request)
          .then((page) => {
            setTotal(page.total);
            setFailure(null);
            const rows = rowsOf(page.keys, page.rows);
            setMarks((before) => marksOf(rows, request.offset === 0 ? NO_MARKS : before));
            successCallback(rows, page.total);
          })
          .catch((error: Error) => {
            setFailure(error);
            failCallback();
          });
      },
    }),
    [table, search, retracted, asOf, knownAt],
  );
  return { source, total, failure, marks };
}

/** After any command of this window the shown pages are read anew, in place: no jump, no blank rows. */
export function useFreshRows(grid: GridApi<Row> | null): void {
  const revision = useRevision();
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    grid?.refreshInfiniteCache();
  }, [grid, revision]);
}
