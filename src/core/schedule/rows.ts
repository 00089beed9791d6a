import type { ScheduleRowFacts } from '../model/ledger-view.ts';
import { dayAfter, dayBefore } from '../quantities/day.ts';
import { toFull, type UnitId } from '../quantities/unit.ts';
import { portionWithin } from './accrual.ts';
import type { Span } from './span.ts';

/**
 * What a deal's payment schedule says. Law: rows are kept as written; a row between two days spreads evenly over
 * them, a row with one day falls due on it, and a row without any day is in the total and in no window (METHODS §1.2).
 */
export type PaymentRow = Pick<ScheduleRowFacts, 'startOn' | 'endOn' | 'amount'>;

export function rowsIn(rows: readonly ScheduleRowFacts[], currency: UnitId): readonly ScheduleRowFacts[] {
  return rows.filter(({ unit }) => unit === currency);
}

/** Sum of what falls due in the window, in full units of `currency`; rows in other currencies are not read. */
export function dueWithin(rows: readonly ScheduleRowFacts[], window: Span, currency: UnitId): number {
  return toFull(storedWithin(rowsIn(rows, currency), window), currency);
}

/** The same in stored units, for rows of one currency. */
export function storedWithin(rows: readonly PaymentRow[], window: Span): number {
  return rows.reduce((sum, row) => {
    const span = spanOfRow(row);
    return span === null ? sum : sum + portionWithin(row.amount, { span, method: 'straight-line' }, window);
  }, 0);
}

/** Sum of all rows, and of those among them without any day, in stored units. */
export function sumOfRows(rows: readonly PaymentRow[]): { readonly all: number; readonly undated: number } {
  const add = (some: readonly PaymentRow[]) => some.reduce((sum, { amount }) => sum + amount, 0);
  return { all: add(rows), undated: add(rows.filter((row) => spanOfRow(row) === null)) };
}

/** Null for a row without any day. */
export function spanOfRow({ startOn, endOn }: PaymentRow): Span | null {
  if (startOn !== null) return { start: startOn, end: endOn ?? dayAfter(startOn) };
  return endOn === null ? null : { start: dayBefore(endOn), end: endOn };
}
