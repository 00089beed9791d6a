/** One return of a share beside that of the market over the same sessions; 0.05 is +5 %. */
export interface PairedReturn {
  readonly market: number;
  readonly stock: number;
  /** Sessions it spans: more than one where prices in between are missing. */
  readonly sessions: number;
}

/** Ordinary least squares of a share's daily returns on the market's (MacKinlay 1997). */
export interface MarketModel {
  readonly alpha: number;
  readonly beta: number;
  /** Number of daily returns it was fitted on. */
  readonly length: number;
  readonly meanMarket: number;
  readonly meanStock: number;
  /** Sum of squared deviations of the market's returns from their mean. */
  readonly sxx: number;
  /** Sum of the products of both deviations; beta is sxy / sxx. */
  readonly sxy: number;
  readonly residuals: readonly number[];
  /** Sum of squared residuals. */
  readonly sse: number;
  /** Residual variance, with length - 2 degrees of freedom. */
  readonly variance: number;
  readonly r2: number;
}

/** Null where nothing can be fitted: fewer than three returns, a market that never moved or a share without noise. */
export function fitMarketModel(returns: readonly PairedReturn[]): MarketModel | null {
  const length = returns.length;
  if (length < 3) return null;
  const meanMarket = mean(returns.map(({ market }) => market));
  const meanStock = mean(returns.map(({ stock }) => stock));
  const sxx = sum(returns.map(({ market }) => (market - meanMarket) ** 2));
  if (sxx === 0) return null;
  const sxy = sum(returns.map(({ market, stock }) => (market - meanMarket) * (stock - meanStock)));
  const beta = sxy / sxx;
  const alpha = meanStock - beta * meanMarket;
  const residuals = returns.map(({ market, stock }) => stock - alpha - beta * market);
  const sse = sum(residuals.map((residual) => residual ** 2));
  if (sse === 0) return null;
  const syy = sum(returns.map(({ stock }) => (stock - meanStock) ** 2));
  return {
    alpha,
    beta,
    length,
    meanMarket,
    meanStock,
    sxx,
    sxy,
    residuals,
    sse,
    variance: sse / (length - 2),
    r2: 1 - sse / syy,
  };
}

/** What the model expects of the share over the sessions of a return. */
export function expectedBy({ alpha, beta }: MarketModel, { market, sessions }: PairedReturn): number {
  return sessions * alpha + beta * market;
}

export function mean(amounts: readonly number[]): number {
  return sum(amounts) / amounts.length;
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
