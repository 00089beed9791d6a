import { addMonths, type Day, dayAfter, daysBetween } from '../quantities/day.ts';

/** Days from `start`, inclusive, to `end`, exclusive. */
export interface Span {
  readonly start: Day;
  /** First day after the span. */
  readonly end: Day;
}

/** The days of (as-of, as-of + 12 months]. */
export function yearAfter(asOf: Day): Span {
  return { start: dayAfter(asOf), end: dayAfter(addMonths(asOf, 12)) };
}

export function calendarYear(year: number): Span {
  return { start: `${year}-01-01`, end: `${year + 1}-01-01` };
}

/** Days that lie in both; null where there are none. */
export function overlapOf(one: Span, other: Span): Span | null {
  const start = one.start > other.start ? one.start : other.start;
  const end = one.end < other.end ? one.end : other.end;
  return start < end ? { start, end } : null;
}

/** Share of the window's days that lie in the span, 0 to 1; an open side of the span reaches beyond the window. */
export function shareOfWindow(start: Day | null, end: Day | null, window: Span): number {
  const both = overlapOf({ start: start ?? window.start, end: end ?? window.end }, window);
  if (both === null) return 0;
  if (both.start === window.start && both.end === window.end) return 1;
  return daysBetween(both.start, both.end) / daysBetween(window.start, window.end);
}
