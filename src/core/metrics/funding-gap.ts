/**
 * Year by year: what falls due, what revenue and signed money can carry of it, and what is left open (METHODS §1 A).
 * Law: a surplus of one year closes no gap of another, so the gap is a floor only where all revenue may be used.
 */
export interface YearOfDues {
  readonly year: number;
  /** Full units falling due in the year. */
  readonly due: number;
  readonly revenue: number;
  readonly funded: number;
}

export interface YearGap extends YearOfDues {
  readonly available: number;
  readonly gap: number;
  /** Below zero for a surplus. */
  readonly net: number;
  readonly cumulativeNet: number;
}

export interface FundingGap {
  readonly rows: readonly YearGap[];
  readonly sum: number;
  readonly peakCumulative: number;
  /** Share of the dues that money of all years together would carry, at most 1. */
  readonly coverage: number;
  /** Open part of the dues, 0 to 1. */
  readonly share: number;
}

/** `shareOfRevenue`: part of revenue that may go to commitments. Null where nothing falls due. */
export function fundingGap(years: readonly YearOfDues[], shareOfRevenue: number): FundingGap | null {
  const due = sum(years.map((row) => row.due));
  if (!(due > 0)) return null;
  const rows = gapRows(years, shareOfRevenue);
  const gaps = sum(rows.map(({ gap }) => gap));
  const money = sum(rows.map(({ available, funded }) => available + funded));
  return {
    rows,
    sum: gaps,
    peakCumulative: Math.max(0, ...rows.map(({ cumulativeNet }) => cumulativeNet)),
    coverage: Math.min(1, money / due),
    share: gaps / due,
  };
}

function gapRows(years: readonly YearOfDues[], shareOfRevenue: number): readonly YearGap[] {
  let cumulativeNet = 0;
  return years.map((row) => {
    const available = row.revenue * shareOfRevenue;
    const net = row.due - available - row.funded;
    cumulativeNet += net;
    return { ...row, available, gap: Math.max(0, net), net, cumulativeNet };
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
