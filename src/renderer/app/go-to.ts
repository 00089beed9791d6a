import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { TableId } from '#core/report/table-spec.ts';
import type { ScreenId } from '#renderer/screens/registry.ts';
import { tableShown } from '#renderer/screens/tables-of-screen.ts';
import type { PlaceSearch } from './router.tsx';

/** Shows another screen, e.g. `goTo('signals', { subject: id })`; the subject stays, the entry panel closes. */
export function useGoTo(): (screen: ScreenId, search?: PlaceSearch) => void {
  const navigate = useNavigate();
  return useCallback(
    (screen, search = {}) => void navigate({ to: `/${screen}`, search: { ...search } }),
    [navigate],
  );
}

/** Shows an entry (any id of the ledger) in the side panel of whatever screen is on; null closes it. */
export function useOpenEntry(): (id: string | null, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (id, { replace = false } = {}) =>
      void navigate({
        to: '.',
        replace,
        search: ({ entry: _, ...others }: PlaceSearch) => (id === null ? others : { ...others, entry: id }),
      }),
    [navigate],
  );
}

/** Shows another table of the screen that is on; the entry panel closes. */
export function useChooseTable(): (table: TableId) => void {
  const navigate = useNavigate();
  return useCallback(
    (table) =>
      void navigate({
        to: '.',
        search: ({ entry: _, ...others }: PlaceSearch) => ({ ...others, table }),
      }),
    [navigate],
  );
}

/** Shows the versions of another matter, given by any entry of it; the entry panel closes. */
export function useChooseMatter(): (id: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (matter) =>
      void navigate({
        to: '.',
        search: ({ entry: _, ...others }: PlaceSearch) => ({ ...others, matter }),
      }),
    [navigate],
  );
}

export function useShownEntry(): string | null {
  const { entry } = useSearch({ strict: false }) as PlaceSearch;
  return entry ?? null;
}

/** The table that is on screen, or null where the screen is none. */
export function useShownTable(): TableId | null {
  const { table, view } = useSearch({ strict: false }) as PlaceSearch;
  const shown = tableShown(useShownScreen(), table);
  return view === undefined ? shown : null;
}

export function useShownScreen(): string {
  return useLocation().pathname.slice(1);
}
