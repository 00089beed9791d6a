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
  const isReading = useIsReading();
  return view === undefined && !isReading ? shown : null;
}

/** The screen in the rail that the address stands under; the reader stands under Sources. */
export function useShownScreen(): string {
  const first = useLocation().pathname.split('/')[1] ?? '';
  return first === 'reader' ? 'sources' : first;
}

/** Whether the reader is on, which is no table although it stands under Sources. */
export function useIsReading(): boolean {
  return useLocation().pathname.startsWith('/reader/');
}

interface ReaderPlace {
  /** A passage to show. */
  readonly passage?: string;
  /** Or an offset into the text. */
  readonly at?: number;
}

/** Opens the text of a source in the reader, at a passage or a place of it; the entry panel closes. */
export function useOpenReader(): (sourceId: string, place?: ReaderPlace) => void {
  const navigate = useNavigate();
  return useCallback(
    (sourceId, { passage, at } = {}) =>
      void navigate({
        to: '/reader/$sourceId',
        params: { sourceId },
        search: {
          ...(passage === undefined ? {} : { passage }),
          ...(at === undefined ? {} : { at: String(at) }),
        },
      }),
    [navigate],
  );
}
