/** The middle of measured amounts; the mean of the middle two for an even count. */
export function median(amounts: readonly number[]): number {
  return quantile(amounts, 0.5);
}

/** Linear between neighbours; NaN for no amounts, so that a measure without results shows as such. */
export function quantile(amounts: readonly number[], share: number): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
