import { isKnowable } from '../figures/basis.ts';
import { reasonOfDay } from '../metrics/commitment-scope.ts';
import type { Day } from '../quantities/day.ts';
import { column } from './columns.ts';
import type { Column, TableId } from './table-spec.ts';

/** A row of a table by the column names of its view. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Tables whose rows a source states on a day. */
const DATED: readonly TableId[] = [
  'deals',
  'figures',
  'quotes',
  'reactions',
  'key-dates',
  'sources',
  'citations',
  'passages',
  'schedule',
  'prices',
  'fx',
];

export function isDated(table: TableId): boolean {
  return DATED.includes(table);
}

/** Stands last in exports of another day than today. */
export const notYetColumn: Column = column('not_yet', 'Does not count', {
  width: 160,
  help: 'Why the row does not count on the as-of day; empty where it does.',
});

/**
 * Why a row does not count on the as-of day, as a sentence for its table; null where it counts. Law: the signals leave
 * out the same figures and deals on that day (METHODS §2.2); a source without a day of publication is taken as known.
 */
export function reasonNotYet(
  table: TableId,
  row: TableRow,
  { asOf, publishedOn }: { readonly asOf: Day; readonly publishedOn: Day | null },
): string | null {
  const source = { publishedOn };
  const dayIn = (key: string): Day | null => {
    const cell = row[key];
    return typeof cell === 'string' ? cell : null;
  };
  if (table === 'figures')
    return isKnowable({ periodEnd: dayIn('period_end'), source }, asOf) ? null : 'Not yet published';
  if (table === 'deals') {
    const days = { announcedOn: dayIn('announced_on'), signedOn: dayIn('signed_on') };
    return reasonOfDay({ ...days, source }, asOf) === null ? null : 'Not yet known';
  }
  const own = dayIn('on_day') ?? dayIn('published_on') ?? publishedOn;
  return own !== null && own > asOf ? 'Not yet published' : null;
}
