import type { TableId } from '#core/report/table-spec.ts';

/** Which tables each screen shows; the first is the one it opens with. */
const TABLES = {
  deals: ['deals', 'parties', 'schedule'],
  figures: ['figures'],
  quotes: ['quotes'],
  market: ['reactions', 'prices', 'fx'],
  sources: ['sources', 'passages', 'citations'],
  entities: ['entities'],
  'key-dates': ['key-dates'],
} as const satisfies Readonly<Record<string, readonly TableId[]>>;

export type TableScreenId = keyof typeof TABLES;

export function tablesOf(screen: TableScreenId): readonly TableId[] {
  return TABLES[screen];
}

/** The table that an address shows, or null for screens that are no table. */
export function tableShown(screen: string, wanted: string | undefined): TableId | null {
  if (!Object.hasOwn(TABLES, screen)) return null;
  const ids = tablesOf(screen as TableScreenId);
  return ids.find((id) => id === wanted) ?? ids[0] ?? null;
}
