import { incompleteBeta, upperHalfGamma } from './incomplete-beta.ts';

/** Two-sided p-value of Student's t with `df` > 0 degrees of freedom: I_{df/(df+t²)}(df/2, ½). */
export function twoSidedT(t: number, df: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** Two-sided p-value of a standard normal z. */
export function twoSidedNormal(z: number): number {
  return upperHalfGamma((z * z) / 2);
}

/** Share of a standard normal distribution below z. */
export function normalBelow(z: number): number {
  const tail = twoSidedNormal(z) / 2;
  return z < 0 ? tail : 1 - tail;
}
