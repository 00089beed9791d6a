/** Line items of one fiscal year, all in one currency; null where the statements do not give one. */
export interface StatementYear {
  readonly receivables: number;
  readonly sales: number;
  readonly costOfSales: number;
  readonly currentAssets: number | null;
  readonly plant: number | null;
  readonly securities: number | null;
  readonly totalAssets: number;
  readonly depreciation: number | null;
  readonly overheads: number | null;
  readonly currentLiabilities: number;
  readonly longTermDebt: number;
}

export interface CurrentYear extends StatementYear {
  /** From continuing operations. */
  readonly income: number;
  readonly operatingCash: number;
}

/** The eight indices of Beneish's model; `assumed` names those set to 1 because a line item is missing. */
export interface BeneishScore {
  readonly indices: Readonly<Record<BeneishIndex, number>>;
  readonly assumed: readonly BeneishIndex[];
  readonly score: number;
}

const COEFFICIENTS = {
  DSRI: 0.92,
  GMI: 0.528,
  AQI: 0.404,
  SGI: 0.892,
  DEPI: 0.115,
  SGAI: -0.172,
  TATA: 4.679,
  LVGI: -0.327,
} as const;
export type BeneishIndex = keyof typeof COEFFICIENTS;

const INTERCEPT = -4.84;

/** Null where a ratio would divide by zero. */
export function beneishScore(current: CurrentYear, prior: StatementYear): BeneishScore | null {
  const optional = {
    AQI: assetQuality(current, prior),
    DEPI: depreciation(current, prior),
    SGAI: overheads(current, prior),
  };
  const indices = {
    DSRI: current.receivables / current.sales / (prior.receivables / prior.sales),
    GMI: grossMargin(prior) / grossMargin(current),
    AQI: optional.AQI ?? 1,
    SGI: current.sales / prior.sales,
    DEPI: optional.DEPI ?? 1,
    SGAI: optional.SGAI ?? 1,
    TATA: (current.income - current.operatingCash) / current.totalAssets,
    LVGI: leverage(current) / leverage(prior),
  };
  if (!Object.values(indices).every(Number.isFinite)) return null;
  const assumed = (['AQI', 'DEPI', 'SGAI'] as const).filter((name) => optional[name] === null);
  return { indices, assumed, score: scoreOf(indices) };
}

export function scoreOf(indices: BeneishScore['indices']): number {
  const names = Object.keys(COEFFICIENTS) as BeneishIndex[];
  return names.reduce((sum, name) => sum + COEFFICIENTS[name] * indices[name], INTERCEPT);
}

function grossMargin({ sales, costOfSales }: StatementYear): number {
  return (sales - costOfSales) / sales;
}

function leverage({ currentLiabilities, longTermDebt, totalAssets }: StatementYear): number {
  return (currentLiabilities + longTermDebt) / totalAssets;
}

function assetQuality(current: StatementYear, prior: StatementYear): number | null {
  const [now, before] = [softShare(current), softShare(prior)];
  return now === null || before === null ? null : now / before;
}

/** Part of the assets that is neither current, nor plant, nor securities. */
function softShare({ currentAssets, plant, securities, totalAssets }: StatementYear): number | null {
  if (currentAssets === null || plant === null || securities === null) return null;
  return 1 - (currentAssets + plant + securities) / totalAssets;
}

function depreciation(current: StatementYear, prior: StatementYear): number | null {
  const [now, before] = [depreciationRate(current), depreciationRate(prior)];
  return now === null || before === null ? null : before / now;
}

function depreciationRate({ depreciation: amount, plant }: StatementYear): number | null {
  return amount === null || plant === null ? null : amount / (amount + plant);
}

function overheads(current: StatementYear, prior: StatementYear): number | null {
  if (current.overheads === null || prior.overheads === null) return null;
  return current.overheads / current.sales / (prior.overheads / prior.sales);
}
