import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portionWithin, shareOfWindow, yearAfter } from '#core/metrics/straight-line.ts';
import { vectorOf } from '../vectors.ts';

describe('straight line by actual days', () => {
  const { inputs, expected } = vectorOf('TV14');
  const span = { start: inputs.startInclusive, end: inputs.endExclusive };

  it('TV14: calendar years to the cent', () => {
    const years = (expected.rows as readonly { readonly year: number }[]).map(({ year }) =>
      portionWithin(inputs.totalCents, span, { start: `${year}-01-01`, end: `${year + 1}-01-01` }),
    );
    expect(years).toEqual(expected.rows.map((row: { readonly cents: number }) => row.cents));
    expect(years.reduce((sum, cents) => sum + cents, 0)).toBe(inputs.totalCents);
  });

  it('TV14: months to the cent', () => {
    const november = portionWithin(inputs.totalCents, span, { start: '2025-11-01', end: '2025-12-01' });
    const december = portionWithin(inputs.totalCents, span, { start: '2025-12-01', end: '2026-01-01' });
    expect([november, december]).toEqual([expected.nov2025Cents, expected.dec2025Cents]);
  });

  it('TV33: fiscal years that end in June', () => {
    const { fy, sum } = vectorOf('TV33').expected;
    const years = (fy as readonly { readonly fy: number }[]).map((row) =>
      portionWithin(inputs.totalCents, span, { start: `${row.fy - 1}-07-01`, end: `${row.fy}-07-01` }),
    );
    expect(years).toEqual(fy.map((row: { readonly cents: number }) => row.cents));
    expect(years.reduce((total, cents) => total + cents, 0)).toBe(sum);
  });

  it('is zero outside the span', () => {
    expect(portionWithin(100, span, { start: '2040-01-01', end: '2041-01-01' })).toBe(0);
  });

  it('parts of any split add up to the whole', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((offset) => isoDay(offset));
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), day, (stored, cut) => {
        const before = portionWithin(stored, span, { start: '2020-01-01', end: cut });
        const after = portionWithin(stored, span, { start: cut, end: '2040-01-01' });
        expect(before + after).toBe(stored);
      }),
    );
  });
});

describe('the next twelve months', () => {
  it('begin after the as-of day and end with its anniversary', () => {
    expect(yearAfter('2025-11-03')).toEqual({ start: '2025-11-04', end: '2026-11-04' });
    expect(yearAfter('2024-02-29')).toEqual({ start: '2024-03-01', end: '2025-03-01' });
  });

  it.each([
    [null, null, 1],
    ['2025-01-01', null, 1],
    [null, '2025-11-04', 0],
    ['2027-01-01', null, 0],
    ['2026-08-23', '2030-01-01', 73 / 365],
  ])('a deal from %s until %s runs for %d of them', (start, end, share) => {
    expect(shareOfWindow(start, end, yearAfter('2025-11-03'))).toBe(share);
  });
});

function isoDay(offset: number): string {
  return new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
}
