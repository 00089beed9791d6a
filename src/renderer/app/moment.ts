import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useAsk } from './asking.ts';

/** The two times of METHODS §2 that every screen is read at; null for today, and for all that is known now. */
export interface Moment {
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

/** The moment chosen in the header; kept in the address, so that it survives a reload. */
export function useMoment(): Moment {
  const { asOf, knownAt } = useSearch({ strict: false }) as {
    readonly asOf?: string;
    readonly knownAt?: string;
  };
  return useMemo(() => ({ asOf: asOf ?? null, knownAt: knownAt ?? null }), [asOf, knownAt]);
}

/** Shows every screen at a moment. An empty key is named all the same, or the address would keep the one before. */
export function useChooseMoment(): (moment: Moment) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ asOf, knownAt }) =>
      void navigate({
        to: '.',
        search: (before: object) => ({
          ...before,
          asOf: asOf ?? undefined,
          knownAt: knownAt ?? undefined,
        }),
      } as never),
    [navigate],
  );
}

/** Whether the screen shows anything but now; the past is read, never edited. */
export function isPast({ asOf, knownAt }: Moment): boolean {
  return asOf !== null || knownAt !== null;
}

/** Whether entries can be edited here: not in a ledger open for reading only, and not in the past. */
export function useCanWrite(): boolean {
  const { data } = useAsk('ledger', 'info', {});
  return !isPast(useMoment()) && data?.isReadOnly !== true;
}
