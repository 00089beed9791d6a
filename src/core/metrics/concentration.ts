import { headlineOf, type Interval } from '../quantities/interval.ts';

/**
 * How much hangs on few names, all as shares from 0 to 1 (METHODS §1 C).
 * Law: the point is taken over the named amounts alone; the ends allow for what is not named, from "split among
 * infinitely many" to "all with the largest", and for amounts that are themselves ranges.
 */
export interface Concentration {
  /** Sum of squared shares. */
  readonly hhi: Interval;
  readonly top1: Interval;
  readonly top3: Interval;
  /** Sum of squared shares if one unnamed party held all that is not named; null without a usable total. */
  readonly hhiOneUnnamed: number | null;
  /** Named part of the total; null without a usable total. */
  readonly coverage: number | null;
}

/** Number of names of equal size that would be as concentrated. */
export function effectiveCount({ hhi }: Concentration): number {
  return 1 / headlineOf(hhi);
}

export interface NamedAmounts {
  /** One per name, each at least zero. */
  readonly amounts: readonly Interval[];
  /** What all names together come to, named or not; null where nobody states it. */
  readonly total: Interval | null;
  /** Whether there are names whose amounts are unknown. */
  readonly hasUnknown: boolean;
}

/** Null where the named amounts add up to nothing, so that no share exists. */
export function concentrationOf(named: NamedAmounts): Concentration | null {
  const points = named.amounts.map(headlineOf).toSorted(descending);
  const sum = sumOfAll(points);
  if (sum <= 0) return null;
  const total = usableTotal(named);
  const bounds = boundsOf({ ...named, total });
  const shares = points.map((point) => point / sum);
  return {
    hhi: around(sumOfSquares(shares), bounds.hhi),
    top1: around(sumOfAll(shares.slice(0, 1)), bounds.top1),
    top3: around(sumOfAll(shares.slice(0, 3)), bounds.top3),
    ...residualOf(points, sum, total),
  };
}

interface Bounds {
  readonly hhi: Ends;
  readonly top1: Ends;
  readonly top3: Ends;
}

interface Ends {
  readonly lo: number;
  readonly hi: number;
}

const ANYTHING: Ends = { lo: 0, hi: 1 };

/** A total below even the low ends of what is named cannot be right and bounds nothing. */
function usableTotal({ amounts, total }: NamedAmounts): Interval | null {
  if (total === null) return null;
  const least = sumOfAll(amounts.map(({ lo }) => lo));
  return total.hi !== null && total.hi < least ? null : total;
}

function boundsOf({ amounts, total, hasUnknown }: NamedAmounts): Bounds {
  if (total === null && hasUnknown) return { hhi: ANYTHING, top1: ANYTHING, top3: ANYTHING };
  const named = boundsOfNamed(amounts);
  if (total === null) return named;
  const whole = boundsOfWhole(amounts, total.hi);
  return {
    hhi: hullOfEnds(named.hhi, whole.hhi),
    top1: hullOfEnds(named.top1, whole.top1),
    top3: hullOfEnds(named.top3, whole.top3),
  };
}

/** Shares among the named alone while each amount moves within its own range. */
function boundsOfNamed(amounts: readonly Interval[]): Bounds {
  const least = amounts.map((amount, at) => leastShare(amount, othersOf(amounts, at))).toSorted(descending);
  const most = amounts.map((amount, at) => mostShare(amount, othersOf(amounts, at))).toSorted(descending);
  const ofTop = (count: number): Ends => ({
    lo: sumOfAll(least.slice(0, count)),
    hi: Math.min(1, sumOfAll(most.slice(0, count))),
  });
  return {
    hhi: { lo: sumOfSquares(least), hi: Math.min(1, sumOfSquares(most)) },
    top1: ofTop(1),
    top3: ofTop(3),
  };
}

/**
 * Shares of the whole total, at its high end and the low ends of the names, where the unnamed part is largest:
 * split among infinitely many it adds nothing, with the largest name it adds all.
 */
function boundsOfWhole(amounts: readonly Interval[], whole: number | null): Bounds {
  if (whole === null || whole <= 0) return { hhi: ANYTHING, top1: ANYTHING, top3: ANYTHING };
  const shares = amounts.map(({ lo }) => lo / whole).toSorted(descending);
  const rest = shares.slice(1);
  const ofTop = (count: number): Ends => ({
    lo: sumOfAll(shares.slice(0, count)),
    hi: 1 - sumOfAll(shares.slice(count)),
  });
  const largest = 1 - sumOfAll(rest);
  return {
    hhi: { lo: sumOfSquares(shares), hi: largest ** 2 + sumOfSquares(rest) },
    top1: ofTop(1),
    top3: ofTop(3),
  };
}

function residualOf(points: readonly number[], sum: number, total: Interval | null) {
  if (total === null) return { hhiOneUnnamed: null, coverage: null };
  const whole = headlineOf(total);
  if (whole <= 0) return { hhiOneUnnamed: null, coverage: null };
  const unnamed = Math.max(0, whole - sum) / whole;
  const named = points.map((point) => point / Math.max(whole, sum));
  return { hhiOneUnnamed: sumOfSquares([...named, unnamed]), coverage: sum / whole };
}

interface Others {
  readonly least: number;
  readonly most: number;
}

function othersOf(amounts: readonly Interval[], at: number): Others {
  const others = amounts.filter((_, index) => index !== at);
  return {
    least: sumOfAll(others.map(({ lo }) => lo)),
    most: sumOfAll(others.map(({ hi }) => hi ?? Number.POSITIVE_INFINITY)),
  };
}

function leastShare({ lo }: Interval, { most }: Others): number {
  return lo === 0 ? 0 : lo / (lo + most);
}

function mostShare({ hi }: Interval, { least }: Others): number {
  if (hi === null) return 1;
  return hi === 0 ? 0 : hi / (hi + least);
}

/** The point lies between the ends; rounding in the last bit must not put it outside. */
function around(point: number, { lo, hi }: Ends): Interval {
  return { lo: Math.min(lo, point), point, hi: Math.max(hi, point) };
}

function hullOfEnds(a: Ends, b: Ends): Ends {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

function sumOfAll(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

function sumOfSquares(shares: readonly number[]): number {
  return sumOfAll(shares.map((share) => share ** 2));
}

function descending(a: number, b: number): number {
  return b - a;
}
