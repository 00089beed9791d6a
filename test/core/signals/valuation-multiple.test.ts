import { describe, expect, it } from 'vitest';
import { BUYER } from '#core/metrics/assumptions.ts';
import { requiredRevenueGrowth } from '#core/metrics/valuation.ts';
import { valuationMultiple } from '#core/signals/valuation-multiple.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { alternativeOf, BN, figures, flagOf, flagsOf, undisclosed } from './one-signal.ts';

const { expected, inputs } = vectorOf('TV26');
const revenue = { metric: 'revenue', amount: 13 * BN, basis: 'fiscal-year' } as const;
const runRate = { metric: 'revenue', amount: 20 * BN, basis: 'run-rate', status: 'projected' } as const;
const later = { metric: 'revenue', amount: 100 * BN, basis: 'projection', status: 'projected' } as const;
const talks = { metric: 'valuation', amount: 500 * BN, qualifier: 'over', status: 'in-talks' } as const;
const listing = {
  metric: 'valuation',
  amount: 1_000 * BN,
  basis: 'projection',
  status: 'projected',
} as const;

describe('TV26', () => {
  it.each([
    [500, 'reqCagr500', 'reqRev500'],
    [1_000, 'reqCagr1000', 'reqRev1000'],
  ])('growth that a buyer at %d needs', (value, growth, final) => {
    expect([inputs.requiredReturn, inputs.years, inputs.exitMultiple]).toEqual([
      BUYER.yearlyReturn,
      BUYER.years,
      BUYER.exitMultiple,
    ]);
    const needed = requiredRevenueGrowth(value, 13, BUYER);
    expect(isClose(needed.growth, expected[growth]) && isClose(needed.finalRevenue, expected[final])).toBe(
      true,
    );
  });

  const flags = flagsOf(valuationMultiple, { figures: figures(revenue, runRate, later, talks, listing) });

  it.each([
    [0, 'present', 'v500_r13', 'band500_13', 'v500_r20', 'v500_r100'],
    [1, 'projected', 'v1000_r13', 'band1000_13', 'v1000_r20', 'v1000_r100'],
  ] as const)('measure %d: %s', (at, measure, ratio, band, onRate, onLater) => {
    const flag = flags[at];
    if (flag === undefined) throw new Error('Two measures.');
    expect([flag.measure, flag.severity]).toEqual([measure, expected[band]]);
    expect(isClose(flag.value?.point, expected[ratio])).toBe(true);
    expect(isClose(alternativeOf(flag, 'On revenue of USD 20bn').value?.point, expected[onRate])).toBe(true);
    expect(isClose(alternativeOf(flag, 'On revenue of USD 100bn').value?.point, expected[onLater])).toBe(
      true,
    );
    expect(alternativeOf(flag, 'On revenue of USD 100bn').severity).toBe('clear');
  });

  it('a value in talks is open above and cannot pass warn', () => {
    const [flag] = flagsOf(valuationMultiple, { figures: figures(revenue, { ...talks, amount: 900 * BN }) });
    expect([flag?.severity, flag?.bandHi, flag?.value?.hi]).toEqual(['warn', 'critical', null]);
    expect(flag?.tags).toContain('capped');
  });
});

describe('valuation-multiple', () => {
  it('prefers a value that was paid to one in talks', () => {
    const paid = { metric: 'valuation', amount: 130 * BN } as const;
    const flag = flagOf(valuationMultiple, { figures: figures(revenue, talks, paid) });
    expect([flag.value?.point, flag.severity]).toEqual([10, 'clear']);
  });

  it.each([
    ['revenue', [talks], ['annual revenue']],
    ['a value', [revenue], ['value of the company in USD']],
    ['a disclosed value', [revenue, undisclosed(talks)], ['value of the company in USD']],
    ['a value in the same currency', [revenue, { ...talks, unit: 'EUR' }], ['value of the company in USD']],
  ] as const)('without %s is insufficient', (_, rows, missing) => {
    const flags = flagsOf(valuationMultiple, { figures: figures(...rows) });
    expect(flags.map((flag) => [flag.severity, flag.missing])).toEqual([['insufficient-data', missing]]);
  });

  it('has no multiple before the first revenue', () => {
    const flag = flagOf(valuationMultiple, { figures: figures({ ...revenue, amount: 0 }, talks) });
    expect(flag.severity).toBe('not-computable');
  });
});
