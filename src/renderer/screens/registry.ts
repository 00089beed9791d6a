import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartCandle,
  IconContract,
  IconFileText,
  IconGauge,
  IconHistory,
  IconListNumbers,
  IconQuote,
  IconSearch,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loseSession } from '#renderer/session.ts';

/** Every screen of the window: one folder and one line here. Loaded when first shown. */
export interface Screen {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
  readonly icon: Icon;
  readonly Screen: LazyExoticComponent<ComponentType>;
}

function screen<M>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: pick(await load().catch(noteHostGone)) }));
}

/** The files of a screen come from the host: where they do not arrive, the host has ended. */
function noteHostGone(error: unknown): never {
  loseSession();
  throw error;
}

export const screens = [
  {
    id: 'overview',
    label: 'Overview',
    keywords: ['home', 'summary', 'flags'],
    icon: IconGauge,
    Screen: screen(
      () => import('#renderer/screens/overview/overview-screen.tsx'),
      (m) => m.OverviewScreen,
    ),
  },
  {
    id: 'deals',
    label: 'Deals',
    keywords: ['contracts', 'commitments'],
    icon: IconContract,
    Screen: screen(
      () => import('./deals/deals-screen.tsx'),
      (m) => m.DealsScreen,
    ),
  },
  {
    id: 'figures',
    label: 'Figures',
    keywords: ['revenue', 'amounts', 'numbers'],
    icon: IconListNumbers,
    Screen: screen(
      () => import('./figures/figures-screen.tsx'),
      (m) => m.FiguresScreen,
    ),
  },
  {
    id: 'quotes',
    label: 'Quotes',
    keywords: ['statements', 'said'],
    icon: IconQuote,
    Screen: screen(
      () => import('./quotes/quotes-screen.tsx'),
      (m) => m.QuotesScreen,
    ),
  },
  {
    id: 'market',
    label: 'Market',
    keywords: ['reactions', 'shares', 'moves'],
    icon: IconChartCandle,
    Screen: screen(
      () => import('./market/market-screen.tsx'),
      (m) => m.MarketScreen,
    ),
  },
  {
    id: 'signals',
    label: 'Signals',
    keywords: ['flags', 'thresholds', 'risk'],
    icon: IconAlertTriangle,
    Screen: screen(
      () => import('#renderer/screens/signals/signals-screen.tsx'),
      (m) => m.SignalsScreen,
    ),
  },
  {
    id: 'sources',
    label: 'Sources',
    keywords: ['documents', 'articles'],
    icon: IconFileText,
    Screen: screen(
      () => import('./sources/sources-screen.tsx'),
      (m) => m.SourcesScreen,
    ),
  },
  {
    id: 'entities',
    label: 'Entities',
    keywords: ['companies', 'people'],
    icon: IconBuildingCommunity,
    Screen: screen(
      () => import('./entities/entities-screen.tsx'),
      (m) => m.EntitiesScreen,
    ),
  },
  {
    id: 'key-dates',
    label: 'Key dates',
    keywords: ['deadlines', 'calendar'],
    icon: IconCalendarEvent,
    Screen: screen(
      () => import('./key-dates/key-dates-screen.tsx'),
      (m) => m.KeyDatesScreen,
    ),
  },
  {
    id: 'search',
    label: 'Search',
    keywords: ['find', 'words', 'full text', 'question'],
    icon: IconSearch,
    Screen: screen(
      () => import('./search/search-screen.tsx'),
      (m) => m.SearchScreen,
    ),
  },
  {
    id: 'history',
    label: 'History',
    keywords: ['changes', 'log', 'undo'],
    icon: IconHistory,
    Screen: screen(
      () => import('./history/history-screen.tsx'),
      (m) => m.HistoryScreen,
    ),
  },
] as const satisfies readonly Screen[];

/** Stands under Sources: it shows one of them, named in the address. */
export const ReaderScreen = screen(
  () => import('./reader/reader-screen.tsx'),
  (m) => m.ReaderScreen,
);

export type ScreenId = (typeof screens)[number]['id'];

/** Loads the grid while nothing else is to do, so that the first table opens at once. */
export function warmUp(): void {
  requestIdleCallback(() => void import('#renderer/grid/ledger-grid.tsx'), { timeout: 4_000 });
}
