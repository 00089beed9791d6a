import { incompleteBeta, upperHalfGamma } from './incomplete-beta.ts';

/** Two-sided p-value of Student's t with `df` > 0 degrees of freedom: I_{df/(df+t²)}(df/2, ½). */
export function twoSidedT(t: number, df: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** The t >= 0 at which the two-sided p-value falls to `p`, for 0 < p <= 1 and `df` > 0: the inverse of `twoSidedT`. */
export function criticalT(p: number, df: number): number {
  let low = 0;
  let high = 1;
  while (twoSidedT(high, df) > p) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (twoSidedT(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Halvings that leave nothing between two neighbouring doubles. */
const BISECTIONS = 64;

/** Two-sided p-value of a standard normal z. */
export function twoSidedNormal(z: number): number {
  return upperHalfGamma((z * z) / 2);
}

/** Share of a standard normal distribution below z. */
export function normalBelow(z: number): number {
  const tail = twoSidedNormal(z) / 2;
  return z < 0 ? tail : 1 - tail;
}
