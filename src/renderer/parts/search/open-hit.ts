import { useCallback } from 'react';
import { useOpenEntry, useOpenReader } from '#renderer/app/go-to.ts';
import type { SearchHit } from '#shared/contract/search.ts';

/** Opens what was found: a document at the words, a passage in its document, any other entry in the panel at the right. */
export function useOpenHit(): (hit: SearchHit) => void {
  const openEntry = useOpenEntry();
  const openReader = useOpenReader();
  return useCallback(
    ({ id, noun, source, at, passageId }) => {
      const isRead = (noun === 'source' || noun === 'passage') && source?.hasText === true;
      if (!isRead) return openEntry(id);
      if (noun === 'passage') return openReader(source.id, { passage: passageId ?? id });
      return openReader(source.id, at === null ? {} : { at });
    },
    [openEntry, openReader],
  );
}
