import { Temporal } from 'temporal-polyfill';
import { type Day, daysBetween } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import { toFull, toStored, type UnitId } from '../quantities/unit.ts';

/**
 * Straight-line spreading by actual days with cumulative rounding (METHODS §1.2): the parts of a period add up
 * to its total exactly. Law: amounts are stored integers and amount times days may pass 2^53, so products are BigInt.
 */
export interface Span {
  readonly start: Day;
  /** First day after the span. */
  readonly end: Day;
}

/** Part of `stored` that falls on the days of `window`, in stored units. */
export function portionWithin(stored: number, span: Span, window: Span): number {
  const from = later(span.start, window.start);
  const until = earlier(span.end, window.end);
  if (from >= until) return 0;
  return Number(accruedBy(stored, span, until) - accruedBy(stored, span, from));
}

/** The same for a range in full units of `currency`. */
export function portionOf(
  gross: Interval,
  currency: UnitId,
  { span, window }: { readonly span: Span; readonly window: Span },
): Interval {
  const portion = (full: number) => toFull(portionWithin(toStored(full, currency), span, window), currency);
  return {
    lo: portion(gross.lo),
    point: gross.point === null ? null : portion(gross.point),
    hi: gross.hi === null ? null : portion(gross.hi),
  };
}

/** Share of the window's days that lie in the span, 0 to 1; an open side of the span reaches beyond the window. */
export function shareOfWindow(start: Day | null, end: Day | null, window: Span): number {
  const from = start === null ? window.start : later(start, window.start);
  const until = end === null ? window.end : earlier(end, window.end);
  if (from >= until) return 0;
  if (from === window.start && until === window.end) return 1;
  return daysBetween(from, until) / daysBetween(window.start, window.end);
}

/** The days of (as-of, as-of + 12 months]. */
export function yearAfter(asOf: Day): Span {
  return {
    start: dayAfter(asOf),
    end: dayAfter(Temporal.PlainDate.from(asOf).add({ months: 12 }).toString()),
  };
}

export function dayAfter(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The same day of a later year; 29 February becomes the 28th where there is none. */
export function yearsLater(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}

export function dayBefore(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

function accruedBy(stored: number, { start, end }: Span, until: Day): bigint {
  return divideHalfAway(BigInt(stored) * BigInt(daysBetween(start, until)), BigInt(daysBetween(start, end)));
}

function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
