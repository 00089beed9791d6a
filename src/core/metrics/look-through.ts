import type { Interval } from '../quantities/interval.ts';

/** A direct supplier: how much of the purchases it stands for, and how much of its own input one vendor makes. */
export interface LookThrough {
  /** At least zero; need not add up to one. */
  readonly weight: number;
  /** 0 to 1; null: unknown, so anything from none to all. */
  readonly share: Interval | null;
}

/**
 * Share of the purchases that rests on one vendor behind the direct suppliers: the weighted mean of its shares.
 * Null where the weights come to nothing. The point is known only where every share is.
 */
export function lookedThrough(suppliers: readonly LookThrough[]): Interval | null {
  const whole = suppliers.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) return null;
  const mean = (shareOf: (share: Interval | null) => number) =>
    Math.min(1, suppliers.reduce((sum, { weight, share }) => sum + weight * shareOf(share), 0) / whole);
  const isKnown = suppliers.every(({ share, weight }) => weight === 0 || share?.point != null);
  return {
    lo: mean((share) => share?.lo ?? 0),
    point: isKnown ? mean((share) => share?.point ?? 0) : null,
    hi: mean((share) => share?.hi ?? 1),
  };
}
