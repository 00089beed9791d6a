import { dealsKind } from './deals.ts';
import { entitiesKind } from './entities.ts';
import { figuresKind } from './figures.ts';
import type { ImportKind } from './kind.ts';
import { quotesKind } from './quotes.ts';
import { reactionsKind } from './reactions.ts';
import { pricesKind, ratesKind } from './series.ts';
import { sourcesKind } from './sources.ts';

export const IMPORT_KINDS = [
  'entities',
  'sources',
  'figures',
  'deals',
  'quotes',
  'reactions',
  'prices',
  'fx',
] as const;
export type ImportKindId = (typeof IMPORT_KINDS)[number];

export const importKinds: Readonly<Record<ImportKindId, ImportKind>> = {
  entities: entitiesKind,
  sources: sourcesKind,
  figures: figuresKind,
  deals: dealsKind,
  quotes: quotesKind,
  reactions: reactionsKind,
  prices: pricesKind,
  fx: ratesKind,
};
