import { type Day, dayBefore, daysBetween } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';

/** Days within which something happened; one day where both are the same. Partial dates are windows (METHODS §1 E). */
export interface DayWindow {
  readonly first: Day;
  readonly last: Day;
}

/** The ledger keeps the first day after the window; null where either side is open. */
export function closedWindow(fromOn: Day | null, untilOn: Day | null): DayWindow | null {
  if (fromOn === null || untilOn === null) return null;
  return { first: fromOn, last: dayBefore(untilOn) };
}

/** Whole days between two windows, at least, in the middle and at most; 0 where they may be the same day. */
export function daysApart(one: DayWindow, other: DayWindow): Interval {
  const ends = [daysBetween(one.last, other.first), daysBetween(other.last, one.first)];
  const lo = Math.max(0, ...ends);
  const hi = Math.max(
    Math.abs(daysBetween(one.first, other.last)),
    Math.abs(daysBetween(other.first, one.last)),
  );
  return { lo, point: (lo + hi) / 2, hi };
}

export function widthOf({ first, last }: DayWindow): number {
  return daysBetween(first, last);
}
