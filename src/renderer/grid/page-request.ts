import type { TableId } from '#core/report/table-spec.ts';
import type { Filter, PageRequest } from '#shared/contract/entries.ts';

/** What the filter popup of one column asks for; `key` is added when a page is requested. */
export interface ColumnCondition {
  readonly conditions: readonly Omit<Filter, 'key'>[];
}

interface Window {
  readonly startRow: number;
  readonly endRow: number;
  readonly sortModel: readonly { readonly colId: string; readonly sort: string }[];
  readonly filterModel: Readonly<Record<string, ColumnCondition>> | null;
}

interface Scope {
  readonly table: TableId;
  readonly search: string;
  readonly retracted: boolean;
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

/** The grid's window on the rows as a request of the contract. */
export function pageRequest(scope: Scope, window: Window): PageRequest {
  return {
    ...scope,
    offset: window.startRow,
    limit: window.endRow - window.startRow,
    sort: window.sortModel.map(({ colId, sort }) => ({ key: colId, descending: sort === 'desc' })),
    filters: filtersOf(window.filterModel),
  };
}

function filtersOf(model: Readonly<Record<string, ColumnCondition>> | null): Filter[] {
  return Object.entries(model ?? {}).flatMap(([key, { conditions }]) =>
    conditions.map((condition) => ({ key, ...condition })),
  );
}
