import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { useChooseTable } from '#renderer/app/go-to.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';
import { type TableScreenId, tablesOf } from './tables-of-screen.ts';

interface TableScreenProps {
  readonly screen: TableScreenId;
  /** Stands before the tables of the screen: the way to another view of it. */
  readonly lead?: ReactNode;
}

/** A screen made of one table, or of several that are chosen above the rows; the choice stands in the address. */
export function TableScreen({ screen, lead }: TableScreenProps) {
  const { table: wanted } = useSearch({ strict: false }) as PlaceSearch;
  const choose = useChooseTable();
  const ids = tablesOf(screen);
  const shown = ids.find((id) => id === wanted) ?? ids[0];
  if (shown === undefined) return null;
  const siblings = ids.map((id) => ({ id, title: tables[id].title }));
  return (
    <LedgerGrid
      key={shown}
      table={shown}
      siblings={siblings}
      choose={(id: TableId) => choose(id)}
      lead={lead}
    />
  );
}
