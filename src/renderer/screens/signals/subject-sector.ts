import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';

/** The sector of an entity, null while unknown, where it has none, and for no entity. */
export function useSectorOf(entityId: string | null): string | null {
  const { data } = useAsk(
    'entries',
    'get',
    { id: entityId ?? '', ...useMoment() },
    { enabled: entityId !== null },
  );
  const sector = data?.versions[0]?.fields['sector'];
  return typeof sector === 'string' && sector !== '' ? sector : null;
}

/** The sectors of the ledger, most frequent first. */
export function useSectors(): readonly string[] {
  const { data } = useAsk('entries', 'facets', { table: 'entities', key: 'sector', ...useMoment() });
  return (data ?? []).flatMap(({ text }) => (text === null || text === '' ? [] : [text]));
}
