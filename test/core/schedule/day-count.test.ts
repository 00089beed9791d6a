import { describe, expect, it } from 'vitest';
import { actualDays, days30E, days30US, YEAR_FRACTIONS } from '#core/schedule/day-count.ts';
import { vectorOf } from '../vectors.ts';

describe('TV33: day counts of interest', () => {
  const { inputs, expected } = vectorOf('TV33');

  it('day counts', () => {
    const { dayCountFrom: from, dayCountTo: until, longFrom, longTo } = inputs;
    expect([days30US(from, until), days30E(from, until), actualDays(from, until)]).toEqual([
      expected.days30_360_US,
      expected.days30E_360,
      expected.actual,
    ]);
    expect(actualDays(longFrom, longTo)).toBe(expected.actual_long);
    expect(YEAR_FRACTIONS['Act/365F'](from, until)).toBeCloseTo(expected.act365F, 8);
    expect(YEAR_FRACTIONS['Act/Act ISDA'](longFrom, longTo)).toBeCloseTo(expected.actActISDA_long, 8);
    expect(YEAR_FRACTIONS['30/360 US'](from, until)).toBeCloseTo(148 / 360, 12);
    expect(YEAR_FRACTIONS['30E/360'](from, until)).toBeCloseTo(147 / 360, 12);
  });

  it.each([
    ['2024-02-29', '2025-02-28', 360, 359],
    ['2024-01-31', '2024-03-31', 60, 60],
    ['2025-02-28', '2025-03-31', 30, 32],
    ['2024-01-30', '2024-02-29', 29, 29],
  ])('30/360 from %s until %s', (from, until, us, european) => {
    expect([days30US(from, until), days30E(from, until)]).toEqual([us, european]);
  });

  it('a year of any convention counts as one, and turning the days turns the sign', () => {
    for (const years of Object.values(YEAR_FRACTIONS)) expect(years('2025-01-01', '2026-01-01')).toBe(1);
    expect(YEAR_FRACTIONS['Act/Act ISDA']('2026-06-01', '2025-01-01')).toBe(
      -YEAR_FRACTIONS['Act/Act ISDA']('2025-01-01', '2026-06-01'),
    );
  });
});
