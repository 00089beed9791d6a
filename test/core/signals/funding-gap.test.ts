import { describe, expect, it } from 'vitest';
import { fundingGap } from '#core/metrics/funding-gap.ts';
import { fundingGapSignal } from '#core/signals/funding-gap.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { alternativeOf, BN, figures, flagOf, funding, purchase, undisclosed } from './one-signal.ts';

const { inputs, expected } = vectorOf('TV04');

const revenue = { metric: 'revenue', amount: 13 * BN, basis: 'fiscal-year' } as const;
const target = {
  metric: 'revenue',
  amount: 100 * BN,
  basis: 'projection',
  status: 'projected',
  extra: { periodStart: '2027-01-01', periodEnd: '2028-01-01' },
} as const;
const total = { metric: 'total-commitments', amount: 1_400 * BN } as const;
const tenor = { metric: 'commitment-tenor', unit: 'years', qualifier: 'range', amount: 5, high: 7 } as const;

describe('TV04: the table of years', () => {
  it.each([
    ['sevenYears_a1', inputs.commit7, 1],
    ['fiveYears_a1', inputs.commit5, 1],
    ['sevenYears_a05', inputs.commit7, 0.5],
  ])('%s', (name, commitments: Record<string, number>, share) => {
    const years = Object.entries(commitments).map(([year, due]) => ({
      year: Number(year),
      due,
      revenue: inputs.revenue[year],
      funded: 0,
    }));
    const gap = fundingGap(years, share);
    const wanted = expected[name];
    expect(isClose(gap?.share, wanted.gapShare) && isClose(gap?.coverage, wanted.coverage)).toBe(true);
    expect(isClose(gap?.sum, wanted.sumGap) && isClose(gap?.peakCumulative, wanted.peakCumulative)).toBe(
      true,
    );
    gap?.rows.forEach((row, at) => {
      expect(isClose(row.gap, wanted.rows[at].gap) && isClose(row.available, wanted.rows[at].available)).toBe(
        true,
      );
      expect(isClose(row.cumulativeNet, wanted.rows[at].cumulativeNet)).toBe(true);
    });
  });

  it('a surplus closes no gap of another year', () => {
    const rows = [
      { year: 2026, due: 10, revenue: 50, funded: 0 },
      { year: 2027, due: 10, revenue: 0, funded: 4 },
    ];
    expect(fundingGap(rows, 1)).toMatchObject({ sum: 6, share: 0.3, coverage: 1, peakCumulative: 0 });
    expect(fundingGap([], 1)).toBeNull();
  });
});

describe('funding-gap', () => {
  const flag = flagOf(fundingGapSignal, { figures: figures(revenue, target, total, tenor) });

  it('TV04: from five to seven years, and each of them', () => {
    expect(isClose(flag.value?.lo, expected.sevenYears_a1.gapShare)).toBe(true);
    expect(isClose(flag.value?.hi, expected.fiveYears_a1.gapShare)).toBe(true);
    expect([flag.severity, flag.certainty]).toEqual([expected.bandSeven, 'certain']);
    expect(isClose(alternativeOf(flag, 'Over 7 years').value?.point, expected.sevenYears_a1.gapShare)).toBe(
      true,
    );
    expect(isClose(alternativeOf(flag, 'Over 5 years').value?.point, expected.fiveYears_a1.gapShare)).toBe(
      true,
    );
    expect(isClose(alternativeOf(flag, 'Half of revenue').value?.lo, expected.sevenYears_a05.gapShare)).toBe(
      true,
    );
  });

  it('shows the table and says what it assumed', () => {
    expect(flag.workings).toBe(
      '2026: USD 233.3bn - USD 36.06bn leaves USD 197.3bn; each year 2027 to 2031: USD 233.3bn - USD 100bn leaves USD 133.3bn; USD 863.9bn / USD 1,400bn = 0.6171',
    );
    expect(flag.note).toContain('stays flat after 2027');
    expect(flag.note).toContain('taken to be that of 2025');
    expect(flag.tags).toEqual(expect.arrayContaining(['assumption', 'straight-line', 'gross']));
    expect(flag.inputs.filter(({ isUsed }) => isUsed).map(({ role }) => role)).toEqual([
      'total commitments',
      'tenor',
      'annual revenue',
      'revenue of 2027',
    ]);
  });

  it.each([
    ['no revenue', [total, tenor], 'annual revenue'],
    ['no tenor', [revenue, total], 'tenor'],
    ['no commitments', [revenue, tenor], 'stated total of commitments'],
    ['an undisclosed revenue', [undisclosed(revenue), total, tenor], 'annual revenue'],
  ] as const)('%s is insufficient', (_, rows, missing) => {
    const one = flagOf(fundingGapSignal, { figures: figures(...rows) });
    expect([one.severity, one.value]).toEqual(['insufficient-data', null]);
    expect(one.missing.join()).toContain(missing);
  });

  it('takes deals by their schedules, days and tenors where no total is stated', () => {
    const deals = [
      purchase('dea_days', 40 * BN, { extra: { startOn: '2026-01-01', endOn: '2028-01-01' } }),
      purchase('dea_tenor', 60 * BN, { extra: { tenorYearsLo: 2, tenorYearsHi: 2 } }),
      purchase('dea_undated', 5 * BN),
    ];
    const one = flagOf(fundingGapSignal, { figures: figures(revenue), deals });
    expect(isClose(one.value?.point, (100 - 26) / 100)).toBe(true);
    expect(one.note).toContain('1 deal of unknown timing left out.');
    expect(one.note).toContain('no later revenue is stated, so revenue stays flat');
  });

  it('counts signed money with days, not money in talks nor money already paid', () => {
    const days = { startOn: '2026-01-01', endOn: '2027-01-01' };
    const deals = (status: 'signed' | 'in-talks' | 'completed') => [
      purchase('dea_tenor', 60 * BN, { extra: { tenorYearsLo: 1, tenorYearsHi: 1 } }),
      funding('dea_money', 20 * BN, { status, extra: days }),
    ];
    const share = (status: 'signed' | 'in-talks' | 'completed') =>
      flagOf(fundingGapSignal, { figures: figures(revenue), deals: deals(status) }).value?.point;
    expect(isClose(share('signed'), (60 - 13 - 20) / 60)).toBe(true);
    expect(isClose(share('in-talks'), (60 - 13) / 60)).toBe(true);
    expect(isClose(share('completed'), (60 - 13) / 60)).toBe(true);
  });

  it('is held at warn where only letters of intent drive it', () => {
    const deals = [
      purchase('dea_loi', 900 * BN, {
        status: 'letter-of-intent',
        extra: { tenorYearsLo: 2, tenorYearsHi: 2 },
      }),
    ];
    const one = flagOf(fundingGapSignal, { figures: figures(revenue), deals });
    expect([one.severity, one.bandLo]).toEqual(['warn', 'critical']);
  });

  it('reaches up to all of it while an amount is open above', () => {
    const rows = figures(revenue, tenor, { ...total, qualifier: 'over' });
    expect(flagOf(fundingGapSignal, { figures: rows }).value?.hi).toBe(1);
  });
});
