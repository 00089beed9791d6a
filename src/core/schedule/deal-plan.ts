import type { ScheduleMethod } from '../model/deal.ts';
import type { DealFacts, ScheduleRowFacts } from '../model/ledger-view.ts';
import { addMonths, type Day } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import { toFull, toStored, type UnitId } from '../quantities/unit.ts';
import type { Timed } from './accrual.ts';
import { rowsIn, sumOfRows } from './rows.ts';
import type { Span } from './span.ts';

/**
 * When the amount of a deal falls due, best evidence first: its rows, its days, its tenor, the tenor of commitments in
 * general. Law: a deal that states no start begins on the day it became known, and says so (METHODS §1.2); one method
 * for every reader, so that the signals and the schedule of a deal never differ.
 */
export type DealPlan =
  | {
      readonly kind: 'rows';
      readonly rows: readonly ScheduleRowFacts[];
      /** Full units in the total and on no day. */
      readonly undated: number;
      /** What the rows leave of the amount, full units. */
      readonly unscheduled: Interval;
    }
  /** The rows add up to more than the amount, by this many full units. */
  | { readonly kind: 'over'; readonly excess: number }
  | { readonly kind: 'days'; readonly timed: Timed; readonly isStartAssumed: boolean }
  | (TenorPlan & { readonly kind: 'tenor' })
  | { readonly kind: 'untimed' };

export interface TenorPlan {
  readonly method: ScheduleMethod;
  /** Years. */
  readonly tenor: Interval;
  /** The tenor is that of commitments in general. */
  readonly isTenorAssumed: boolean;
  /** At most one of the two is known. */
  readonly start: Day | null;
  readonly end: Day | null;
  readonly isStartAssumed: boolean;
}

export interface PlannedDeal {
  readonly deal: DealFacts;
  /** Full units of `currency`. */
  readonly gross: Interval;
  readonly currency: UnitId;
}

export function planOf({ deal, gross, currency }: PlannedDeal, generalTenor: Interval | null): DealPlan {
  const rows = rowsIn(deal.schedule, currency);
  if (rows.length > 0) return rowsPlan(rows, gross, currency);
  const method = deal.scheduleMethod ?? 'straight-line';
  const own = tenorOf(deal);
  const start = startOf(deal, own);
  const isStartAssumed = deal.startOn === null && start !== null;
  if (start !== null && deal.endOn !== null)
    return { kind: 'days', timed: { span: { start, end: deal.endOn }, method }, isStartAssumed };
  const tenor = own ?? generalTenor;
  if (tenor === null) return { kind: 'untimed' };
  const isTenorAssumed = own === null;
  return { kind: 'tenor', method, tenor, isTenorAssumed, start, end: deal.endOn, isStartAssumed };
}

/** The days of a tenor plan at one of its tenors; null where no day is known. */
export function spanAt({ start, end }: TenorPlan, years: number): Span | null {
  const months = monthsOf(years);
  if (start !== null) return { start, end: addMonths(start, months) };
  return end === null ? null : { start: addMonths(end, -months), end };
}

export function monthsOf(years: number): number {
  return Math.max(1, Math.round(years * 12));
}

/** A tenor in years as an interval, its middle as the point. */
function tenorOf({ tenorYearsLo: lo, tenorYearsHi: hi }: DealFacts): Interval | null {
  return lo === null || hi === null ? null : { lo, point: (lo + hi) / 2, hi };
}

/** A deal that ends on a day and states its tenor begins a tenor before; otherwise on the day it became known. */
function startOf({ startOn, endOn, announcedOn, signedOn }: DealFacts, tenor: Interval | null): Day | null {
  if (startOn !== null) return startOn;
  if (endOn !== null && tenor !== null) return null;
  const known = announcedOn ?? signedOn;
  return known === null || (endOn !== null && known >= endOn) ? null : known;
}

function rowsPlan(rows: readonly ScheduleRowFacts[], gross: Interval, currency: UnitId): DealPlan {
  const { all, undated } = sumOfRows(rows);
  const left = (end: number) => toStored(end, currency) - all;
  if (gross.hi !== null && left(gross.hi) < 0)
    return { kind: 'over', excess: toFull(-left(gross.hi), currency) };
  const rest = (end: number) => toFull(Math.max(0, left(end)), currency);
  return {
    kind: 'rows',
    rows,
    undated: toFull(undated, currency),
    unscheduled: {
      lo: rest(gross.lo),
      point: gross.point === null ? null : rest(gross.point),
      hi: gross.hi === null ? null : rest(gross.hi),
    },
  };
}
