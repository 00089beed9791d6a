import type { DealFacts } from '../model/ledger-view.ts';
import { headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import type { NamedCommitment } from './commitments.ts';

/**
 * How much of the commitments must be paid whatever happens (METHODS §1 A).
 * Law: terms that no source states leave a deal anywhere from not fixed to fixed; they are never taken as either.
 */
export function isFixed({ isTakeOrPay, isCancellable }: DealFacts): boolean | null {
  if (isTakeOrPay === 1) return isCancellable === 1 ? null : true;
  if (isCancellable === null) return null;
  return isCancellable === 0;
}

/**
 * Part of the amounts that is fixed, 0 to 1; null where they come to nothing. Where terms are unknown the point is the
 * middle of what they allow.
 */
export function fixedShare(named: readonly NamedCommitment[]): Interval | null {
  const all = named.map(({ deal, amount }) => ({ fixed: isFixed(deal), amount }));
  const sum = (wanted: (fixed: boolean | null) => boolean) =>
    sumOf(all.filter(({ fixed }) => wanted(fixed)).map(({ amount }) => amount));
  if (!(headlineOf(sum(() => true)) > 0)) return null;
  const lo = partOf(sum((fixed) => fixed === true).lo, endOf(sum((fixed) => fixed !== true)));
  const hi = partOf(endOf(sum((fixed) => fixed !== false)), sum((fixed) => fixed === false).lo);
  if (all.some(({ fixed }) => fixed === null)) return { lo, point: (lo + hi) / 2, hi };
  const point = partOf(
    headlineOf(sum((fixed) => fixed === true)),
    headlineOf(sum((fixed) => fixed === false)),
  );
  return { lo, point, hi };
}

function endOf({ hi }: Interval): number {
  return hi ?? Number.POSITIVE_INFINITY;
}

/** `part` of `part + rest`, where either may be without an end. */
function partOf(part: number, rest: number): number {
  if (part === 0) return 0;
  return rest === Number.POSITIVE_INFINITY ? 0 : part === Number.POSITIVE_INFINITY ? 1 : part / (part + rest);
}

/** Value today of equal payments at the end of each year, the last one in part where the years are not whole. */
export function presentValue(yearly: number, years: number, rate: number): number {
  const whole = Math.floor(years);
  let sum = 0;
  for (let year = 1; year <= whole; year += 1) sum += yearly / (1 + rate) ** year;
  return sum + ((years - whole) * yearly) / (1 + rate) ** (whole + 1);
}
