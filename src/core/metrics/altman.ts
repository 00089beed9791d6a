/** Balance sheet and result of one date and year, all in one currency. */
export interface AltmanInputs {
  readonly workingCapital: number;
  readonly retainedEarnings: number;
  readonly ebit: number;
  readonly bookEquity: number;
  readonly totalAssets: number;
  readonly totalLiabilities: number;
}

export interface AltmanScore {
  /** Working capital, retained earnings and result to assets, and equity to liabilities. */
  readonly ratios: readonly [number, number, number, number];
  readonly score: number;
}

/** Altman's Z'' for firms that are not listed or do not manufacture; null without assets or liabilities. */
export function altmanScore(inputs: AltmanInputs): AltmanScore | null {
  const { workingCapital, retainedEarnings, ebit, bookEquity, totalAssets, totalLiabilities } = inputs;
  if (totalAssets <= 0 || totalLiabilities <= 0) return null;
  const ratios = [
    workingCapital / totalAssets,
    retainedEarnings / totalAssets,
    ebit / totalAssets,
    bookEquity / totalLiabilities,
  ] as const;
  const [capital, retained, result, equity] = ratios;
  return { ratios, score: 6.56 * capital + 3.26 * retained + 6.72 * result + 1.05 * equity };
}
