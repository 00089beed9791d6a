/**
 * Tests of one abnormal return without a distribution. Law: for one firm the rank z stays below the root of 3, so it can
 * never reject at 5 %; the empirical p-value is what counts.
 */

/** Corrado's z of the value at `at` by its rank among all, ties sharing the mean of their ranks. */
export function rankZ(amounts: readonly number[], at: number): { readonly rank: number; readonly z: number } {
  const own = amounts[at] ?? Number.NaN;
  const below = amounts.filter((amount) => amount < own).length;
  const equal = amounts.filter((amount) => amount === own).length;
  const rank = below + (equal + 1) / 2;
  const count = amounts.length;
  return { rank, z: (rank - (count + 1) / 2) / Math.sqrt((count ** 2 - 1) / 12) };
}

/** The largest z that a single firm can reach among `count` returns. */
export function largestRankZ(count: number): number {
  return (count - 1) / 2 / Math.sqrt((count ** 2 - 1) / 12);
}

/** Share of ordinary days at least as far from expectation as the event, the event counted among them. */
export function empiricalP(residuals: readonly number[], abnormal: number): number {
  const asFar = residuals.filter((residual) => Math.abs(residual) >= Math.abs(abnormal)).length;
  return (1 + asFar) / (residuals.length + 1);
}
