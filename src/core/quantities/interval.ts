/**
 * Interval arithmetic of METHODS §0.1-0.3.
 * Law: `hi = null` means open above, never "missing"; a missing figure is `null` in place of the whole interval.
 */
export interface Interval {
  readonly lo: number;
  /** The amount that the source states, or null where it states only a range without a middle. */
  readonly point: number | null;
  /** null: open above ("over 1tn"). */
  readonly hi: number | null;
}

export type Quotient =
  | { readonly state: 'ok'; readonly ratio: Interval }
  | { readonly state: 'not-computable'; readonly reason: string };

export function exactly(amount: number): Interval {
  return { lo: amount, point: amount, hi: amount };
}

/** Sum of intervals; open above as soon as one part is. The point is known only if every part has one. */
export function sumOf(parts: readonly Interval[]): Interval {
  return parts.reduce(
    (total, part) => ({
      lo: total.lo + part.lo,
      point: total.point === null || part.point === null ? null : total.point + part.point,
      hi: total.hi === null || part.hi === null ? null : total.hi + part.hi,
    }),
    exactly(0),
  );
}

/** N/D for N >= 0 (METHODS §0.3): `lo = N.lo/D.hi`, `hi = N.hi/D.lo`; never divide an interval by itself. */
export function divide(numerator: Interval, denominator: Interval): Quotient {
  if (denominator.lo < 0) return { state: 'not-computable', reason: 'denominator may be negative' };
  if (denominator.hi === 0) return { state: 'not-computable', reason: 'denominator is zero' };
  const lo = denominator.hi === null ? 0 : numerator.lo / denominator.hi;
  const hi = numerator.hi === null || denominator.lo === 0 ? null : numerator.hi / denominator.lo;
  return { state: 'ok', ratio: { lo, point: quotientPoint(numerator.point, denominator.point), hi } };
}

function quotientPoint(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return numerator / denominator;
}

/** Smallest interval that holds all of them; the point is the median of the known points. */
export function hullOf(intervals: readonly Interval[]): Interval | null {
  if (intervals.length === 0) return null;
  const ends = intervals.map((interval) => interval.hi);
  return {
    lo: Math.min(...intervals.map((interval) => interval.lo)),
    point: medianOf(intervals.flatMap(({ point }) => (point === null ? [] : [point]))),
    hi: ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0)),
  };
}

/**
 * The same hull over *stated* amounts: an open end counts as the amount the source wrote,
 * so "over 1tn" reaches up to 1tn. For "from ... to ... over all sources", beside the open hull.
 */
export function statedHullOf(intervals: readonly Interval[]): Interval | null {
  return hullOf(
    intervals.map((interval) => ({ ...interval, hi: interval.hi ?? interval.point ?? interval.lo })),
  );
}

/** Multiplies all three ends by a factor >= 0. */
export function scaleBy(interval: Interval, factor: number): Interval {
  return {
    lo: interval.lo * factor,
    point: interval.point === null ? null : interval.point * factor,
    hi: interval.hi === null ? null : interval.hi * factor,
  };
}

/** The headline of METHODS §0.6: the point, else the finite end, else the low end. */
export function headlineOf(interval: Interval): number {
  return interval.point ?? interval.hi ?? interval.lo;
}

/** Median with the mean of the middle two for an even count; null for none. */
export function medianOf(amounts: readonly number[]): number | null {
  const sorted = [...amounts].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[sorted.length / 2 - 1] ?? upper;
  return (lower + upper) / 2;
}
