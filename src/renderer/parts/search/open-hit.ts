import { useCallback } from 'react';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import type { SearchHit } from '#shared/contract/search.ts';

/** Opens what was found: a document at the words, an entry in the panel of the screen that is on. */
export function useOpenHit(): (hit: SearchHit) => void {
  const openEntry = useOpenEntry();
  return useCallback((hit) => openEntry(hit.id), [openEntry]);
}
