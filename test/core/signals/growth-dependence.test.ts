import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundGrowth, growthAfter, growthToPay, sumOfGrowth } from '#core/metrics/growth.ts';
import { yearsBetween } from '#core/metrics/revenue-path.ts';
import { exactly } from '#core/quantities/interval.ts';
import { growthDependence } from '#core/signals/growth-dependence.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { alternativeOf, BN, figures, flagOf, flagsOf } from './one-signal.ts';

const { expected, inputs } = vectorOf('TV03');

describe('TV03: growth a year', () => {
  it('stated', () => {
    expect(isClose(compoundGrowth(exactly(100 / 13), 2).point, expected.statedCagr)).toBe(true);
    expect(isClose(compoundGrowth(exactly(100 / 20), 2).point, expected.fromRunRate20)).toBe(true);
  });

  it.each([
    [7, 1, 'required_T7_a1'],
    [7, 0.5, 'required_T7_a05'],
    [5, 1, 'required_T5_a1'],
    [5, 0.5, 'required_T5_a05'],
  ])('required over %d years with %d of revenue', (years, share, name) => {
    const growth = growthToPay(exactly(inputs.commitments / (inputs.R0 * share)), exactly(years));
    expect(isClose(growth.point, expected[name])).toBe(true);
  });

  it('after the projection ends', () => {
    const rest = { commitments: 1_400, earned: expected.rev2026geometric + 100, last: 100, years: 5 };
    expect(isClose(growthAfter(rest), expected.postProjectionBreakEvenGrowth)).toBe(true);
  });

  it('pays exactly, counts part of a year, and rises with what is owed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 25, noNaN: true }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        (multiple, years) => {
          const { point } = growthToPay(exactly(multiple), exactly(years));
          expect(sumOfGrowth(point ?? 0, years)).toBeCloseTo(multiple, 6);
          expect(growthToPay(exactly(multiple * 2), exactly(years)).point).toBeGreaterThan(point ?? 0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is open above past every growth looked at', () => {
    expect(growthToPay({ lo: 1, point: 1, hi: 1e9 }, exactly(2)).hi).toBeNull();
    expect(isClose(growthToPay(exactly(4), { lo: 5, point: 5, hi: null }).lo, -0.2)).toBe(true);
  });
});

it.each([
  ['2026-01-01', '2028-01-01', 2],
  ['2024-02-29', '2025-02-28', 1],
  ['2025-10-01', '2026-01-01', 92 / 365.25],
  ['2025-01-01', '2026-07-01', 1 + 181 / 365.25],
])('from %s until %s are %d years', (from, until, years) => {
  expect(yearsBetween(from, until)).toBe(years);
});

describe('growth-dependence', () => {
  const revenue = { metric: 'revenue', amount: 13 * BN, basis: 'fiscal-year' } as const;
  const runRate = { metric: 'revenue', amount: 20 * BN, basis: 'run-rate', status: 'projected' } as const;
  const target = {
    metric: 'revenue',
    amount: 100 * BN,
    basis: 'projection',
    status: 'projected',
    extra: { periodStart: '2027-01-01', periodEnd: '2028-01-01' },
  } as const;
  const total = { metric: 'total-commitments', amount: 1_400 * BN } as const;
  const tenor = {
    metric: 'commitment-tenor',
    unit: 'years',
    qualifier: 'range',
    amount: 5,
    high: 7,
  } as const;
  const flags = flagsOf(growthDependence, { figures: figures(revenue, runRate, target, total, tenor) });
  const [stated, required] = flags;
  if (stated === undefined || required === undefined) throw new Error('Two measures.');

  it('states', () => {
    expect(isClose(stated.value?.point, expected.statedCagr)).toBe(true);
    expect([stated.measure, stated.severity, stated.certainty]).toEqual([
      'stated',
      expected.bandStated,
      'certain',
    ]);
    expect(stated.workings).toBe('(USD 100bn / USD 13bn)^(1 / 2) - 1 = 177.4 % a year');
    expect(isClose(alternativeOf(stated, 'From USD 20bn').value?.point, expected.fromRunRate20)).toBe(true);
  });

  it('requires, from the longest tenor to the shortest', () => {
    expect(isClose(required.value?.lo, expected.required_T7_a1)).toBe(true);
    expect(isClose(required.value?.hi, expected.required_T5_a1)).toBe(true);
    expect([required.measure, required.severity, required.certainty]).toEqual([
      'required',
      'warn',
      'possible',
    ]);
    expect(alternativeOf(required, 'Over 7 years')).toMatchObject({ severity: expected.bandRequiredT7a1 });
    expect(
      isClose(
        alternativeOf(required, 'Half of revenue available, over 7').value?.point,
        expected.required_T7_a05,
      ),
    ).toBe(true);
    expect(
      isClose(
        alternativeOf(required, 'After 2027, over 7').value?.point,
        expected.postProjectionBreakEvenGrowth,
      ),
    ).toBe(true);
    expect(required.tags).toContain('assumption');
  });

  it('reads the year of a projection from the words of its period', () => {
    const worded = { ...target, extra: { periodLabel: 'by 2027' } };
    const flag = flagOf(growthDependence, { figures: figures(revenue, worded) });
    expect(isClose(flag.value?.point, expected.statedCagr)).toBe(true);
    const vague = flagOf(growthDependence, {
      figures: figures(revenue, { ...target, extra: { periodLabel: '2026-2027' } }),
    });
    expect(vague.severity).toBe('insufficient-data');
  });

  it.each([
    ['a projection', [revenue, total, tenor], 0, 'revenue of a later year'],
    ['a tenor', [revenue, total], 1, 'tenor'],
    ['a total', [revenue, tenor], 1, 'stated total'],
    ['revenue', [target, total, tenor], 0, 'annual revenue'],
    ['revenue at all', [total, tenor], 1, 'annual revenue'],
  ] as const)('without %s is insufficient', (_, rows, at, missing) => {
    const flag = flagOf(growthDependence, { figures: figures(...rows) }, at);
    expect([flag.severity, flag.value]).toEqual(['insufficient-data', null]);
    expect(flag.missing.join()).toContain(missing);
  });

  it('cannot start from nothing', () => {
    const zero = flagsOf(growthDependence, {
      figures: figures({ ...revenue, amount: 0 }, target, total, tenor),
    });
    expect(zero.map(({ severity }) => severity)).toEqual(['not-computable', 'not-computable']);
  });
});
