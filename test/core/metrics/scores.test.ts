import { describe, expect, it } from 'vitest';
import { normalBelow } from '#core/market/distributions.ts';
import { altmanScore } from '#core/metrics/altman.ts';
import { beneishScore, type CurrentYear, type StatementYear, scoreOf } from '#core/metrics/beneish.ts';
import { altmanZDoublePrime } from '#core/signals/altman-z-double-prime.ts';
import { bandOf } from '#core/signals/bands.ts';
import { beneishMScore } from '#core/signals/beneish-m-score.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { caseView, openai } from '../case-view.ts';
import { isClose, vectorOf } from '../vectors.ts';

describe("TV24: Beneish's M", () => {
  const { inputs, expected } = vectorOf('TV24');
  const year = (items: Record<string, number>): StatementYear => ({
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
  const current: CurrentYear = {
    ...year(inputs.current),
    income: inputs.current.inc,
    operatingCash: inputs.current.cfo,
  };
  const prior = year(inputs.prior);
  const [measure] = beneishMScore.measures;

  it('has the indices, the score, its band and its probability', () => {
    const found = beneishScore(current, prior);
    for (const [name, wanted] of Object.entries(expected.indices))
      expect(isClose(found?.indices[name as 'DSRI'], wanted as number), name).toBe(true);
    expect(found?.assumed).toEqual([]);
    expect(isClose(found?.score, expected.M)).toBe(true);
    expect(bandOf(found?.score ?? 0, measure.defaults, false)).toBe(expected.band);
    expect(isClose(normalBelow(found?.score ?? 0), expected.normalCdf)).toBe(true);
  });

  it('is -2.48 where nothing changes', () => {
    const same = { DSRI: 1, GMI: 1, AQI: 1, SGI: 1, DEPI: 1, SGAI: 1, TATA: 0, LVGI: 1 };
    expect(isClose(scoreOf(same), expected.allIndicesOne_TATA0)).toBe(true);
  });

  it('takes 1 for an index whose items are missing, and says so', () => {
    const found = beneishScore(
      { ...current, securities: null, overheads: null },
      { ...prior, depreciation: null },
    );
    expect(found?.assumed).toEqual(['AQI', 'DEPI', 'SGAI']);
    expect([found?.indices.AQI, found?.indices.DEPI, found?.indices.SGAI]).toEqual([1, 1, 1]);
  });

  it('has no score where a ratio divides by zero', () => {
    expect(beneishScore(current, { ...prior, sales: 0 })).toBeNull();
  });
});

describe("TV25: Altman's Z''", () => {
  const { inputs, expected } = vectorOf('TV25');
  const [measure] = altmanZDoublePrime.measures;
  const zones = { safe: 'clear', grey: 'watch', distress: 'critical' } as const;

  it.each(inputs.cases as { name: string; inputs: never }[])('$name', ({ name, inputs: items }) => {
    const wanted = expected.find((row: { name: string }) => row.name === name);
    const found = altmanScore(items);
    expect(isClose(found?.score, wanted.Z)).toBe(true);
    found?.ratios.forEach((ratio, at) => {
      expect(isClose(ratio, wanted.X[at]) || Math.abs(ratio - wanted.X[at]) < 1e-11).toBe(true);
    });
    expect(bandOf(found?.score ?? 0, measure.defaults, true)).toBe(zones[wanted.zone as 'safe']);
  });

  it('has a grey zone and no score without assets or liabilities', () => {
    expect(bandOf(2, measure.defaults, true)).toBe('watch');
    const none = {
      workingCapital: 0,
      retainedEarnings: 0,
      ebit: 0,
      bookEquity: 0,
      totalAssets: 0,
      totalLiabilities: 1,
    };
    expect(altmanScore(none)).toBeNull();
    expect(altmanScore({ ...none, totalAssets: 1, totalLiabilities: 0 })).toBeNull();
  });
});

it('does not apply to a company without statements, and says what it would need', () => {
  const screens = evaluateSignals(caseView, [openai.id], []).filter(({ signal }) =>
    [beneishMScore.id, altmanZDoublePrime.id].includes(signal),
  );
  expect(screens.map(({ severity }) => severity)).toEqual(['not-applicable', 'not-applicable']);
  expect(screens.every(({ note }) => note.includes('statements') || note.includes('balance sheet'))).toBe(
    true,
  );
});
