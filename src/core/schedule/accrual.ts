import { assertNever } from '../assert-never.ts';
import type { ScheduleMethod } from '../model/deal.ts';
import { addMonths, type Day, dayNumber } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import { toFull, toStored, type UnitId } from '../quantities/unit.ts';
import { type Fraction, partOf } from './rounding.ts';
import { overlapOf, type Span } from './span.ts';

/**
 * How an amount falls due over the days of a span (METHODS §1.2).
 * Law: every method is a row of steps with weights, each spread evenly over its days; a last step that the span cuts
 * off counts for the days it has. The part of a period is the difference of two rounded running totals, so that months
 * roll up to quarters and years to the cent.
 */
export interface Timed {
  readonly span: Span;
  readonly method: ScheduleMethod;
}

/** Part of `stored` that falls on the days of `window`, in stored units. */
export function portionWithin(stored: number, timed: Timed, window: Span): number {
  const both = overlapOf(timed.span, window);
  if (both === null) return 0;
  const accrued = accrualOf(stored, timed);
  return Number(accrued(both.end) - accrued(both.start));
}

/** The same for a range in full units of `currency`. */
export function portionOf(
  gross: Interval,
  currency: UnitId,
  { timed, window }: { readonly timed: Timed; readonly window: Span },
): Interval {
  const portion = (full: number) => toFull(portionWithin(toStored(full, currency), timed, window), currency);
  return {
    lo: portion(gross.lo),
    point: gross.point === null ? null : portion(gross.point),
    hi: gross.hi === null ? null : portion(gross.hi),
  };
}

/** Running total of `stored` up to a day, that day exclusive; stored units, rounded half away from zero. */
export function accrualOf(stored: number, timed: Timed): (until: Day) => bigint {
  const weights = weightsOf(timed);
  const whole = weights(timed.span.end);
  const total = BigInt(stored);
  return (until) => {
    const { numerator, denominator } = weights(until);
    return partOf(total, {
      numerator: numerator * whole.denominator,
      denominator: denominator * whole.numerator,
    });
  };
}

/** Share of the whole that has fallen due before a day, 0 to 1, for amounts that are no stored integers. */
export function accruedShare(timed: Timed): (until: Day) => number {
  const weights = weightsOf(timed);
  const whole = asNumber(weights(timed.span.end));
  return (until) => asNumber(weights(until)) / whole;
}

interface Step {
  readonly first: number;
  readonly days: number;
  readonly weight: number;
  /** Weight of the steps before. */
  readonly before: number;
}

/** Weight that has fallen due before a day; days outside the span count as its ends. */
function weightsOf({ span, method }: Timed): (until: Day) => Fraction {
  const [first, last] = [dayNumber(span.start), dayNumber(span.end)];
  const steps = stepsOf(span, method);
  return (until) => {
    const day = Math.min(last, Math.max(first, dayNumber(until)));
    const step = steps.findLast((one) => one.first <= day);
    if (step === undefined) return { numerator: 0n, denominator: 1n };
    const done = Math.min(step.days, day - step.first);
    return {
      numerator: BigInt(step.before) * BigInt(step.days) + BigInt(step.weight) * BigInt(done),
      denominator: BigInt(step.days),
    };
  };
}

function stepsOf(span: Span, method: ScheduleMethod): readonly Step[] {
  switch (method) {
    case 'straight-line':
      return stepsBetween([span.start, span.end], () => 1);
    case 'equal-months':
      return stepsBetween(boundaries(span, 1), () => 1);
    case 'ramp':
      return stepsBetween(boundaries(span, 12), (at) => at + 1);
    default:
      return assertNever(method);
  }
}

function stepsBetween(days: readonly Day[], weightOf: (at: number) => number): readonly Step[] {
  let before = 0;
  return days.slice(1).map((end, at) => {
    const first = dayNumber(days[at] ?? end);
    const step = { first, days: dayNumber(end) - first, weight: weightOf(at), before };
    before += step.weight;
    return step;
  });
}

/** Every so many months from the start until the end is reached or passed. */
function boundaries({ start, end }: Span, months: number): readonly Day[] {
  const days: Day[] = [start];
  while ((days.at(-1) ?? end) < end) days.push(addMonths(start, days.length * months));
  return days;
}

function asNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
