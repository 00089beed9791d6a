import { describe, expect, it } from 'vitest';
import { abnormalReturn } from '#core/market/abnormal-return.ts';
import { criticalT, normalBelow, twoSidedT } from '#core/market/distributions.ts';
import { incompleteBeta, lnGamma } from '#core/market/incomplete-beta.ts';
import { fitMarketModel, type MarketModel } from '#core/market/market-model.ts';
import { empiricalP, largestRankZ, rankZ } from '#core/market/rank-test.ts';
import { type Close, pairedReturns, sessionOn, windowed } from '#core/market/sessions.ts';
import { crossSectionalT, patellZ, standardisedT } from '#core/market/several-events.ts';
import { addDays } from '#core/quantities/day.ts';
import { isClose, vectorOf } from '../vectors.ts';

const { inputs, expected } = vectorOf('TV20');
const WINDOWS = { estimation: [-23, -4], event: [-1, 1] } as const;

function closes(prices: readonly (number | null)[]): readonly Close[] {
  return prices.flatMap((close, at) => (close === null ? [] : [{ day: addDays('2025-01-01', at), close }]));
}

function fitted(model: MarketModel | null): MarketModel {
  if (model === null) throw new Error('No model.');
  return model;
}

function studied(stock: readonly (number | null)[]) {
  const returns = pairedReturns(closes(inputs.marketPrices), closes(stock));
  const windows = windowed(returns, 24, WINDOWS);
  if (windows === null) throw new Error('No window.');
  const model = fitted(fitMarketModel(windows.estimation));
  return { returns, model, windows, found: abnormalReturn(model, windows.event) };
}

const close = (actual: number | undefined, wanted: number) =>
  expect(isClose(actual, wanted), `${actual} is not ${wanted}`).toBe(true);
/** Stored with ten significant digits. */
const nearP = (actual: number | undefined, wanted: number) => expect(actual).toBeCloseTo(wanted, 6);

describe('critical t', () => {
  it.each(Object.entries<number>(expected.tCrit))('TV20: at %s', (level, wanted) => {
    close(criticalT(Number(level), expected.df), wanted);
  });

  it.each([1, 2, 18, 500])('undoes the p-value with %d degrees of freedom', (df) => {
    for (const p of [1e-6, 0.001, 0.05, 0.5, 0.99]) close(twoSidedT(criticalT(p, df), df), p);
    expect(criticalT(1, df)).toBeCloseTo(0, 12);
  });
});

describe('TV20: a whole event study', () => {
  const { returns, model, found } = studied(inputs.stockPrices);

  it('pairs the returns', () => {
    returns.forEach(({ market, stock }, at) => {
      close(market, expected.marketReturns[at]);
      close(stock, expected.stockReturns[at]);
    });
    expect(returns).toHaveLength(25);
  });

  it('fits the market model', () => {
    close(model.alpha, expected.alpha);
    close(model.beta, expected.beta);
    close(model.meanMarket, expected.meanMarket);
    close(model.meanStock, expected.meanStock);
    close(model.sxx, expected.Sxx);
    close(model.sxy, expected.Sxy);
    close(model.sse, expected.sse);
    close(model.variance, expected.residualVariance);
    close(model.r2, expected.r2);
    expect(model.length).toBe(expected.L1);
  });

  it('measures and tests the abnormal returns', () => {
    found.parts.forEach((part, at) => {
      close(part.abnormal, expected.AR[at]);
      close(part.standardError, expected.seAR[at]);
      close(part.t, expected.tAR[at]);
      nearP(part.p, expected.pAR[at]);
    });
    close(found.cumulative, expected.CAR);
    close(found.standardError, expected.seCARexact);
    close(found.simpleError, expected.seCARsimple);
    close(found.cumulative / found.simpleError, expected.tCARsimple);
    close(found.t, expected.tCARexact);
    expect(found.degreesOfFreedom).toBe(expected.df);
    close(found.p, expected.pCARexact);
    close(found.buyAndHold, expected.BHAR);
  });

  it('ranks the day of the event', () => {
    const abnormal = found.parts.map((part) => part.abnormal);
    const all = [...model.residuals, ...abnormal];
    const { rank, z } = rankZ(all, model.length + 1);
    expect([rank, all.length]).toEqual([expected.corradoRankEventDay, expected.M]);
    close(z, expected.corradoZ);
    close(empiricalP(model.residuals, abnormal[1] ?? 0), expected.empiricalP);
  });
});

describe('TV21: no price on the day of the event', () => {
  const wanted = vectorOf('TV21').expected;
  const { windows, found } = studied(
    inputs.stockPrices.map((price: number, at: number) => (at === 24 ? null : price)),
  );

  it('lumps the return over the gap', () => {
    const [, lumped] = windows.event;
    expect(lumped?.sessions).toBe(wanted.nDays);
    close(lumped?.stock, wanted.lumpedStockReturn);
    close(lumped?.market, wanted.lumpedMarketReturn);
    close(found.parts[1]?.abnormal, wanted.lumpedAR);
    close(found.cumulative, wanted.CAR);
    close(found.standardError, wanted.seCAR);
    close(found.t, wanted.t);
    close(found.p, wanted.p);
  });
});

it('TV22: several events', () => {
  const { inputs: given, expected: wanted } = vectorOf('TV22');
  const plain = crossSectionalT(given.CAR);
  close(plain.statistic, wanted.crossSectionalT);
  nearP(plain.p, wanted.pCS);
  const patell = patellZ(given.SCAR, given.L1);
  close(patell.statistic, wanted.patellZ);
  nearP(patell.p, wanted.pPatell);
  const standardised = standardisedT(given.SCAR);
  close(standardised.statistic, wanted.bmpT);
  nearP(standardised.p, wanted.pBMP);
});

it("TV23: p-values of Student's t", () => {
  const { inputs: given, expected: wanted } = vectorOf('TV23');
  given.pairs.forEach(([t, df]: [number, number], at: number) => {
    nearP(twoSidedT(t, df), wanted[at]);
  });
});

it('TV34: one firm cannot reject by rank', () => {
  const { inputs: given, expected: wanted } = vectorOf('TV34');
  given.M.forEach((count: number, at: number) => {
    expect(largestRankZ(count)).toBeCloseTo(wanted[at], 6);
    expect(largestRankZ(count)).toBeLessThan(Math.sqrt(3));
  });
});

describe('the functions behind the p-values', () => {
  it('agree with closed forms', () => {
    close(Math.exp(lnGamma(5)), 24);
    close(lnGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    close(incompleteBeta(0.3, 1, 1), 0.3);
    close(incompleteBeta(0.4, 2, 3), 0.5248);
    close(twoSidedT(1, 1), 0.5);
    close(twoSidedT(Math.sqrt(2), 2), 1 - Math.sqrt(0.5));
    expect(twoSidedT(0, 7)).toBeCloseTo(1, 12);
    close(normalBelow(-1.959963984540054), 0.025);
    close(normalBelow(1), 0.8413447460685429);
    expect(normalBelow(0)).toBe(0.5);
  });

  it('mirror: I_x(a, b) = 1 - I_(1-x)(b, a)', () => {
    for (const [x, a, b] of [
      [0.2, 0.5, 9],
      [0.7, 30, 0.5],
      [0.5, 2.5, 4],
    ] as const)
      expect(incompleteBeta(x, a, b)).toBeCloseTo(1 - incompleteBeta(1 - x, b, a), 13);
  });

  it('refuse what has no value', () => {
    expect(() => incompleteBeta(-0.1, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
  });
});

describe('windows', () => {
  const market = closes(Array.from({ length: 30 }, (_, at) => 100 + at));

  it('news on a day without trading counts for the next session', () => {
    expect(sessionOn([{ day: '2025-11-03', close: 1 }], '2025-11-01')).toBe(0);
    expect(sessionOn(market, '2026-01-01')).toBeNull();
  });

  it('need a price within three sessions of the event', () => {
    const stock = market.filter((_, at) => at < 20 || at > 24);
    expect(windowed(pairedReturns(market, stock), 20, WINDOWS)).toBeNull();
    expect(windowed(pairedReturns(market, stock), 22, WINDOWS)).not.toBeNull();
  });

  it('leave returns over gaps out of the estimation', () => {
    const stock = market.filter((_, at) => at !== 10);
    const found = windowed(pairedReturns(market, stock), 24, WINDOWS);
    expect(found?.estimation.map(({ at }) => at)).not.toContain(11);
    expect(found?.estimation).toHaveLength(18);
  });

  it('fit nothing on too little, a still market or a share without noise', () => {
    expect(fitMarketModel([])).toBeNull();
    const still = Array.from({ length: 5 }, (_, at) => ({ market: 0.01, stock: at, sessions: 1 }));
    expect(fitMarketModel(still)).toBeNull();
    expect(fitMarketModel(still.map(({ stock }) => ({ market: stock, stock, sessions: 1 })))).toBeNull();
  });
});
