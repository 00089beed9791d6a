import { abnormalReturn } from '#core/market/abnormal-return.ts';
import { criticalT, normalBelow, twoSidedT } from '#core/market/distributions.ts';
import { expectedBy, fitMarketModel } from '#core/market/market-model.ts';
import { empiricalP, largestRankZ, rankZ } from '#core/market/rank-test.ts';
import { type Close, pairedReturns, windowed } from '#core/market/sessions.ts';
import { crossSectionalT, patellZ, standardisedT } from '#core/market/several-events.ts';
import { altmanScore } from '#core/metrics/altman.ts';
import { beneishScore, type StatementYear, scoreOf } from '#core/metrics/beneish.ts';
import { addDays } from '#core/quantities/day.ts';
import { altmanZDoublePrime } from '#core/signals/altman-z-double-prime.ts';
import { bandOf } from '#core/signals/bands.ts';
import { beneishMScore } from '#core/signals/beneish-m-score.ts';
import { vectorOf } from '../../core/vectors.ts';
import type { Measured } from './tree.ts';

function closes(prices: readonly (number | null)[]): readonly Close[] {
  return prices.flatMap((close, at) => (close === null ? [] : [{ day: addDays('2025-01-01', at), close }]));
}

interface Prices {
  readonly marketPrices: readonly number[];
  readonly stockPrices: readonly (number | null)[];
  readonly estimation: readonly number[];
  readonly event: readonly number[];
  readonly eventDay: number;
}

function studied({ marketPrices, stockPrices, estimation, event, eventDay }: Prices) {
  const returns = pairedReturns(closes(marketPrices), closes(stockPrices));
  const windows = windowed(returns, eventDay, {
    estimation: [(estimation[0] ?? 0) - eventDay, (estimation[1] ?? 0) - eventDay],
    event: [(event[0] ?? 0) - eventDay, (event.at(-1) ?? 0) - eventDay],
  });
  const model = windows === null ? null : fitMarketModel(windows.estimation);
  if (windows === null || model === null) throw new Error('No model.');
  return { returns, windows, model, found: abnormalReturn(model, windows.event) };
}

const eventStudy: Measured = (inputs) => {
  const { returns, windows, model, found } = studied(inputs);
  const abnormal = found.parts.map((part) => part.abnormal);
  const all = [...model.residuals, ...abnormal];
  const ranked = rankZ(all, model.length + 1);
  const levels = [0.1, 0.05, 0.01].map(
    (level) => [level.toFixed(2), criticalT(level, found.degreesOfFreedom)] as const,
  );
  return {
    marketReturns: returns.map(({ market }) => market),
    stockReturns: returns.map(({ stock }) => stock),
    L1: model.length,
    meanMarket: model.meanMarket,
    meanStock: model.meanStock,
    Sxx: model.sxx,
    Sxy: model.sxy,
    beta: model.beta,
    alpha: model.alpha,
    sse: model.sse,
    df: found.degreesOfFreedom,
    residualVariance: model.variance,
    residualSigma: Math.sqrt(model.variance),
    r2: model.r2,
    expected: windows.event.map((one) => expectedBy(model, one)),
    AR: abnormal,
    seAR: found.parts.map((part) => part.standardError),
    tAR: found.parts.map((part) => part.t),
    pAR: found.parts.map((part) => part.p),
    CAR: found.cumulative,
    seCARsimple: found.simpleError,
    tCARsimple: found.cumulative / found.simpleError,
    seCARexact: found.standardError,
    tCARexact: found.t,
    pCARexact: found.p,
    tCrit: Object.fromEntries(levels),
    BHAR: found.buyAndHold,
    corradoRankEventDay: ranked.rank,
    M: all.length,
    corradoZ: ranked.z,
    empiricalP: empiricalP(model.residuals, abnormal[1] ?? 0),
  };
};

/** Builds on the prices of TV20, as the vector says. */
const missingPrice: Measured = () => {
  const base = vectorOf('TV20').inputs as Prices;
  const stockPrices = base.stockPrices.map((price, at) => (at === base.eventDay ? null : price));
  const { windows, found } = studied({ ...base, stockPrices });
  const [, lumped] = windows.event;
  return {
    nDays: lumped?.sessions,
    lumpedStockReturn: lumped?.stock,
    lumpedMarketReturn: lumped?.market,
    lumpedAR: found.parts[1]?.abnormal,
    AR_dayMinus1: found.parts[0]?.abnormal,
    CAR: found.cumulative,
    seCAR: found.standardError,
    t: found.t,
    df: found.degreesOfFreedom,
    p: found.p,
  };
};

const severalEvents: Measured = ({ CAR, SCAR, L1 }) => {
  const [plain, patell, standardised] = [crossSectionalT(CAR), patellZ(SCAR, L1), standardisedT(SCAR)];
  return {
    crossSectionalT: plain.statistic,
    df: CAR.length - 1,
    pCS: plain.p,
    patellZ: patell.statistic,
    pPatell: patell.p,
    bmpT: standardised.statistic,
    pBMP: standardised.p,
  };
};

const studentT: Measured = ({ pairs }) => pairs.map(([t, df]: [number, number]) => twoSidedT(t, df));

const rankLimits: Measured = ({ M }) => M.map(largestRankZ);

const yearOf = (items: Record<string, number>): StatementYear => ({
  receivables: items.rec ?? 0,
  sales: items.sales ?? 0,
  costOfSales: items.cogs ?? 0,
  currentAssets: items.ca ?? 0,
  plant: items.ppe ?? 0,
  securities: items.sec ?? 0,
  totalAssets: items.ta ?? 0,
  depreciation: items.dep ?? 0,
  overheads: items.sga ?? 0,
  currentLiabilities: items.cl ?? 0,
  longTermDebt: items.ltd ?? 0,
});

const beneish: Measured = ({ current, prior }) => {
  const found = beneishScore(
    { ...yearOf(current), income: current.inc, operatingCash: current.cfo },
    yearOf(prior),
  );
  const [measure] = beneishMScore.measures;
  const same = { DSRI: 1, GMI: 1, AQI: 1, SGI: 1, DEPI: 1, SGAI: 1, TATA: 0, LVGI: 1 };
  return {
    indices: found?.indices,
    M: found?.score,
    band: bandOf(found?.score ?? 0, measure.defaults, false),
    allIndicesOne_TATA0: scoreOf(same),
    normalCdf: normalBelow(found?.score ?? 0),
  };
};

const ZONES = { clear: 'safe', watch: 'grey', warn: 'grey', critical: 'distress' } as const;

const altman: Measured = ({ cases }) =>
  cases.map(({ name, inputs }: { name: string; inputs: never }) => {
    const found = altmanScore(inputs);
    const [measure] = altmanZDoublePrime.measures;
    const zone = ZONES[bandOf(found?.score ?? 0, measure.defaults, true)];
    return { name, X: found?.ratios, Z: found?.score, zone };
  });

export const market: Readonly<Record<string, Measured>> = {
  TV20: eventStudy,
  TV21: missingPrice,
  TV22: severalEvents,
  TV23: studentT,
  TV24: beneish,
  TV25: altman,
  TV34: rankLimits,
};
