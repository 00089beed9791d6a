import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { NOUN_IDS, type NounId } from '#core/model/field.ts';
import { isDay } from '#core/quantities/day.ts';
import { useMoment } from '#renderer/app/moment.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';

/** What is searched for stands in the address, so that going back shows the same hits. */
const KEYS = ['q', 'kind', 'from', 'until', 'source', 'about'] as const;
export type SearchKey = (typeof KEYS)[number];
export type SearchPlace = Readonly<Record<SearchKey, string>>;

/** Empty texts for what is not given. */
export function useSearchPlace(): SearchPlace {
  const search = useSearch({ strict: false }) as PlaceSearch;
  return {
    q: search.q ?? '',
    kind: search.kind ?? '',
    from: search.from ?? '',
    until: search.until ?? '',
    source: search.source ?? '',
    about: search.about ?? '',
  };
}

/** Changes some of it; the entry panel stays. */
export function useChangeSearch(): (change: Partial<SearchPlace>) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        replace: true,
        search: (before: PlaceSearch) => {
          const place = { ...before, ...change };
          return Object.fromEntries(Object.entries(place).filter(([, text]) => text !== ''));
        },
      } as never),
    [navigate],
  );
}

export function hasFilters({ from, until, source, about }: SearchPlace): boolean {
  return [from, until, source, about].some((text) => text !== '');
}

export const NO_FILTERS: Partial<SearchPlace> = { kind: '', from: '', until: '', source: '', about: '' };

/** The request for all kinds, as the API takes it. */
export function useSearchRequest() {
  const { q, from, until, source, about } = useSearchPlace();
  return {
    text: q.slice(0, 300),
    isTyping: true,
    sourceId: source === '' ? null : source,
    entityId: about === '' ? null : about,
    from: isDay(from) ? from : null,
    until: isDay(until) ? until : null,
    ...useMoment(),
  };
}

export function nounIn(kind: string): NounId | null {
  return NOUN_IDS.find((noun) => noun === kind) ?? null;
}
