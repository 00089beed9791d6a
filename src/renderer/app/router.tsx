import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { ReaderScreen, screens } from '#renderer/screens/registry.ts';
import { Failure } from './failure.tsx';
import { Layout } from './layout.tsx';

/**
 * What the address holds beside the screen: whom overview and signals speak of, the entry in the panel, the table of the
 * screen or another view of it with the matter that it compares, the passage or place of a document that the reader
 * shows, and the moment that everything is read at.
 */
export interface PlaceSearch {
  readonly subject?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly entry?: string;
  readonly table?: string;
  readonly view?: string;
  readonly matter?: string;
  readonly passage?: string;
  /** Offset into the frozen text, as text of the address. */
  readonly at?: string;
  /** What is searched for, and what the search keeps to: a kind of entry, a document, a company, days of publication. */
  readonly q?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: string;
  readonly about?: string;
}

function textOrNothing<K extends keyof PlaceSearch>(search: Record<string, unknown>, key: K): PlaceSearch {
  const text = search[key];
  return typeof text === 'string' && text !== '' ? { [key]: text } : {};
}

/** The router reads a number in the address as one. */
function numberOrNothing({ at }: Record<string, unknown>): PlaceSearch {
  const text = typeof at === 'number' ? String(at) : at;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? { at: text } : {};
}

const rootRoute = createRootRoute({
  component: Layout,
  validateSearch: (search: Record<string, unknown>): PlaceSearch => ({
    ...textOrNothing(search, 'subject'),
    ...textOrNothing(search, 'asOf'),
    ...textOrNothing(search, 'knownAt'),
    ...textOrNothing(search, 'entry'),
    ...textOrNothing(search, 'table'),
    ...textOrNothing(search, 'view'),
    ...textOrNothing(search, 'matter'),
    ...textOrNothing(search, 'passage'),
    ...numberOrNothing(search),
    ...textOrNothing(search, 'q'),
    ...textOrNothing(search, 'kind'),
    ...textOrNothing(search, 'from'),
    ...textOrNothing(search, 'until'),
    ...textOrNothing(search, 'source'),
    ...textOrNothing(search, 'about'),
  }),
  search: { middlewares: [retainSearchParams(['subject', 'asOf', 'knownAt'])] },
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview', replace: true });
  },
});

const screenRoutes = screens.map(({ id, Screen }) =>
  createRoute({ getParentRoute: () => rootRoute, path: `/${id}`, component: Screen }),
);

const readerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reader/$sourceId',
  component: ReaderScreen,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, readerRoute, ...screenRoutes]),
  history: createHashHistory(),
  defaultErrorComponent: ({ error }) => (
    <Failure error={error instanceof Error ? error : new Error(String(error))} isWholePage />
  ),
  defaultNotFoundComponent: () => <p>There is no such screen. Choose one at the left.</p>,
});
