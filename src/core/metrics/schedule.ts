import type { ScheduleRowFacts } from '../model/ledger-view.ts';
import { toFull, type UnitId } from '../quantities/unit.ts';
import { dayAfter, dayBefore, portionWithin, type Span } from './straight-line.ts';

/**
 * What a deal's payment schedule says. Law: rows are kept as written; a row between two days spreads evenly over
 * them, a row with one day falls due on it, and a row without any day is in no window (METHODS §1.2).
 */

/** Sum of what falls due in the window, in full units of `currency`; rows in other currencies are not read. */
export function dueWithin(rows: readonly ScheduleRowFacts[], window: Span, currency: UnitId): number {
  const stored = rowsIn(rows, currency).reduce((sum, row) => {
    const span = spanOf(row);
    return span === null ? sum : sum + portionWithin(row.amount, span, window);
  }, 0);
  return toFull(stored, currency);
}

export function rowsIn(rows: readonly ScheduleRowFacts[], currency: UnitId): readonly ScheduleRowFacts[] {
  return rows.filter(({ unit }) => unit === currency);
}

/** Null for a row without any day. */
function spanOf({ startOn, endOn }: ScheduleRowFacts): Span | null {
  if (startOn !== null) return { start: startOn, end: endOn ?? dayAfter(startOn) };
  return endOn === null ? null : { start: dayBefore(endOn), end: endOn };
}
