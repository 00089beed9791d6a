import type { Interval } from '../quantities/interval.ts';

/**
 * Growth a year as a plain number, 0.2 for 20 %. Law: growth is searched between -99 % and 5,000 % a year; what needs
 * more is open above, and every result is monotone in its inputs, so that ends of ranges map to ends.
 */
const SLOWEST = -0.99;
const FASTEST = 50;
const TOLERANCE = 1e-12;

/** Compound growth a year that turns 1 into each end of `ratio` over `years` > 0. */
export function compoundGrowth({ lo, point, hi }: Interval, years: number): Interval {
  const growth = (end: number) => end ** (1 / years) - 1;
  return {
    lo: growth(lo),
    point: point === null ? null : growth(point),
    hi: hi === null ? null : growth(hi),
  };
}

/**
 * Growth a year at which the revenue of `years` years together comes to `multiple` times the present one. The last
 * year counts in part where the years are not whole.
 */
export function growthToPay(multiple: Interval, years: Interval): Interval {
  const fewest = years.lo;
  const likeliest = years.point ?? years.hi ?? years.lo;
  return {
    lo: soughtGrowth(multiple.lo, years.hi) ?? FASTEST,
    point: multiple.point === null ? null : (soughtGrowth(multiple.point, likeliest) ?? FASTEST),
    hi: multiple.hi === null ? null : soughtGrowth(multiple.hi, fewest),
  };
}

/** Sum of (1+g)^k for k from 1 to `years`, the last term in part where the years are not whole. */
export function sumOfGrowth(growth: number, years: number): number {
  const whole = Math.floor(years);
  let sum = 0;
  let term = 1;
  for (let year = 1; year <= whole; year += 1) {
    term *= 1 + growth;
    sum += term;
  }
  return sum + (years - whole) * term * (1 + growth);
}

/** `years` null: without an end, where the sum has a closed form. Null: more than the fastest growth looked at. */
function soughtGrowth(multiple: number, years: number | null): number | null {
  if (years === null) return Math.max(SLOWEST, -1 / (1 + multiple));
  return bisect((growth) => sumOfGrowth(growth, years) - multiple);
}

/** Root of a rising function; the slowest growth where even that is too much, null where none is enough. */
function bisect(excess: (growth: number) => number): number | null {
  if (excess(SLOWEST) >= 0) return SLOWEST;
  if (excess(FASTEST) < 0) return null;
  let [low, high] = [SLOWEST, FASTEST];
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export interface AfterProjection {
  readonly commitments: number;
  /** What the projected years bring in together. */
  readonly earned: number;
  /** Revenue of the last projected year, above zero. */
  readonly last: number;
  /** Years left after it. */
  readonly years: number;
}

/** Growth a year still needed once the projection is met; null where no growth looked at is enough. */
export function growthAfter({ commitments, earned, last, years }: AfterProjection): number | null {
  return soughtGrowth(Math.max(0, commitments - earned) / last, years);
}
