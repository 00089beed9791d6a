import { hullOf, type Interval, medianOf } from '../quantities/interval.ts';

/** What one source claims, widened for agreement by its caller. */
export interface Claim {
  readonly id: string;
  readonly amount: Interval;
}

export interface Agreement {
  /** Pairs that cannot both be true, in the order of the claims. */
  readonly contradictions: readonly (readonly [Claim, Claim])[];
  /** Of the stated amounts. */
  readonly median: number;
  /** Largest distance within a contradiction as a share of the median; 0 without one, null where the median is 0. */
  readonly spread: number | null;
  /**
   * The same over all pairs that speak of one thing, by their bare numbers: what the distance is before hedges and
   * rounding are allowed for. Null where the median is 0.
   */
  readonly bareSpread: number | null;
  /** Whether one amount fits every claim. */
  readonly hasCommonGround: boolean;
  readonly hull: Interval;
}

/** Null without claims. `mayContradict` says which pairs speak of the same thing at all. */
export function agreementOf(
  claims: readonly Claim[],
  mayContradict: (a: Claim, b: Claim) => boolean = () => true,
): Agreement | null {
  const hull = hullOf(claims.map(({ amount }) => amount));
  const median = medianOf(claims.map(statedOf));
  if (hull === null || median === null) return null;
  const pairs = claims.flatMap((a, at) =>
    claims
      .slice(at + 1)
      .filter((b) => mayContradict(a, b))
      .map((b) => [a, b] as const),
  );
  const contradictions = pairs.filter(([a, b]) => isDisjoint(a.amount, b.amount));
  return {
    contradictions,
    median,
    spread: spreadOf(contradictions, median),
    bareSpread: spreadOf(pairs, median),
    hasCommonGround: claims.every((a) => claims.every((b) => !isDisjoint(a.amount, b.amount))),
    hull,
  };
}

/** The amount as the source wrote it. */
export function statedOf({ amount }: Claim): number {
  return amount.point ?? amount.lo;
}

/** Widened ends are sums of fractions, which may miss each other by the last bit: a touch is no contradiction. */
export function isDisjoint(a: Interval, b: Interval): boolean {
  return isAbove(a.lo, b.hi) || isAbove(b.lo, a.hi);
}

function isAbove(lo: number, hi: number | null): boolean {
  return hi !== null && lo - hi > 1e-12 * Math.max(Math.abs(lo), Math.abs(hi));
}

function spreadOf(pairs: Agreement['contradictions'], median: number): number | null {
  if (pairs.length === 0) return 0;
  if (median === 0) return null;
  const distances = pairs.map(([a, b]) => Math.abs(statedOf(a) - statedOf(b)));
  return Math.max(...distances) / Math.abs(median);
}
