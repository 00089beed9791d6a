import type { Interval } from '../quantities/interval.ts';

/**
 * Part of `part + rest`, 0 to 1, both at least zero; null where the two come to nothing.
 * Law: the part stands on both sides of the ratio as one variable, so no interval is divided by itself (METHODS §0.3).
 */
export function partOfSum(part: Interval, rest: Interval): Interval | null {
  const point = partOf(part.point ?? part.hi ?? part.lo, rest.point ?? rest.hi ?? rest.lo);
  if (point === null) return null;
  return {
    lo: partOf(part.lo, rest.hi) ?? 0,
    point,
    hi: partOf(part.hi, rest.lo) ?? 1,
  };
}

/** `null` is without an end. */
function partOf(part: number | null, rest: number | null): number | null {
  if (part === 0 && rest === 0) return null;
  if (part === 0 || rest === null) return 0;
  return part === null ? 1 : part / (part + rest);
}
