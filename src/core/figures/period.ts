import type { FigureFacts } from '../model/ledger-view.ts';
import { addMonths, type Day, dayAfter } from '../quantities/day.ts';
import type { Span } from '../schedule/span.ts';
import { basisGroupOf } from './basis.ts';

const YEAR_IN_WORDS = /\b(?:19|20)\d\d\b/g;

/** First day after the year: as dated, otherwise by the one calendar year that the words of the period name. */
export function yearEndOf({ periodEnd, periodLabel }: FigureFacts): Day | null {
  if (periodEnd !== null) return periodEnd;
  const [year, ...more] = periodLabel?.match(YEAR_IN_WORDS) ?? [];
  return year === undefined || more.length > 0 ? null : endOfYear(Number(year));
}

export function endOfYear(year: number): Day {
  return `${year + 1}-01-01`;
}

/** Months that an actual flow covers, by its basis. */
const MONTHS = { 'annual-actual': 12, 'quarter-actual': 3 } as const;

/**
 * Days over which a flow was earned or spent, where they are over by the as-of day: as dated, otherwise of the length
 * of its basis up to the year that it names or the as-of day. Null for what is still to come, and for levels.
 */
export function pastPeriodOf(figure: FigureFacts, asOf: Day): Span | null {
  const { periodStart, periodEnd } = figure;
  const group = basisGroupOf(figure, asOf);
  const months = group === 'annual-actual' || group === 'quarter-actual' ? MONTHS[group] : null;
  if (periodStart === null && months === null) return null;
  const end = periodEnd ?? (months === 12 ? yearEndOf(figure) : null) ?? dayAfter(asOf);
  if (end > dayAfter(asOf)) return null;
  return { start: periodStart ?? addMonths(end, -(months ?? 12)), end };
}
