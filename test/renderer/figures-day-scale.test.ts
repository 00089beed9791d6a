import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/quantities/day.ts';
import { dayScaleFor } from '#renderer/chart/day-scale.ts';

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

describe('an axis of days', () => {
  it('is ticked at first days of months where it spans most of a year', () => {
    const { ticks } = dayScaleFor([dayNumber('2025-01-24'), dayNumber('2025-10-31')]);
    expect(ticks.map(dayOf)).toEqual(['2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01']);
  });

  it('leaves room around a single day', () => {
    const day = dayNumber('2026-12-31');
    const { min, max, ticks } = dayScaleFor([day]);
    expect(max - min).toBeGreaterThanOrEqual(14);
    expect(ticks.length).toBeGreaterThan(1);
    expect(min < day && day < max).toBe(true);
  });

  it('has an axis for nothing at all', () => {
    expect(dayScaleFor([])).toEqual({ kind: 'linear', min: 0, max: 1, ticks: [0, 1] });
  });

  it('holds every day, and its ticks lie on it in order and are few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20_000, max: 60_000 }), { minLength: 1, maxLength: 6 }),
        (days) => {
          const { min, max, ticks } = dayScaleFor(days);
          expect(days.every((day) => min <= day && day <= max)).toBe(true);
          expect(
            ticks.every((tick, at) => tick >= min && tick <= max && tick > (ticks[at - 1] ?? -1e9)),
          ).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });
});
