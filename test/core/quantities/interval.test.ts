import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divide,
  exactly,
  headlineOf,
  hullOf,
  type Interval,
  medianOf,
  scaleBy,
  statedHullOf,
  sumOf,
} from '#core/quantities/interval.ts';
import { qualify } from '#core/quantities/qualifier.ts';

const part = fc.integer({ min: 1, max: 1_000_000 });
const interval: fc.Arbitrary<Interval> = fc.tuple(part, part, part, fc.boolean()).map(([a, b, c, isOpen]) => {
  const [lo = 0, point = 0, hi = 0] = [a, b, c].sort((x, y) => x - y);
  return { lo, point, hi: isOpen ? null : hi };
});

/** Whether everything that `inner` allows is allowed by `outer`. */
function holds(outer: Interval, inner: Interval): boolean {
  return outer.lo <= inner.lo && (outer.hi === null || (inner.hi !== null && inner.hi <= outer.hi));
}

describe('interval arithmetic', () => {
  it('never narrows a quotient when an input widens', () => {
    fc.assert(
      fc.property(interval, interval, fc.nat(1000), fc.nat(1000), (n, d, below, above) => {
        const wider = { ...n, lo: Math.max(0, n.lo - below), hi: n.hi === null ? null : n.hi + above };
        const widerD = { ...d, lo: Math.max(0, d.lo - below), hi: d.hi === null ? null : d.hi + above };
        const [narrow, wide] = [divide(n, d), divide(wider, widerD)];
        expect(narrow.state === 'ok' && wide.state === 'ok' && holds(wide.ratio, narrow.ratio)).toBe(true);
      }),
    );
  });

  it('keeps the point between its ends', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 6 }), (parts) => {
        for (const made of [
          sumOf(parts),
          hullOf(parts),
          statedHullOf(parts),
          scaleBy(parts[0] ?? exactly(1), 0.5),
        ]) {
          if (made === null) throw new Error('no interval');
          const point = headlineOf(made);
          expect(made.lo <= point && (made.hi === null || point <= made.hi)).toBe(true);
        }
      }),
    );
  });

  it('leaves open what is open, and says why nothing can be computed', () => {
    expect(divide({ lo: 1000, point: 1000, hi: null }, exactly(13))).toMatchObject({ ratio: { hi: null } });
    expect(divide({ lo: 10, point: 15, hi: 20 }, { lo: 0, point: 2, hi: 5 })).toMatchObject({
      ratio: { lo: 2, hi: null },
    });
    expect(divide(exactly(1), exactly(0))).toEqual({
      state: 'not-computable',
      reason: 'denominator is zero',
    });
    expect(divide(exactly(1), { lo: -1, point: 2, hi: 5 })).toEqual({
      state: 'not-computable',
      reason: 'denominator may be negative',
    });
    expect(hullOf([])).toBeNull();
    expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1])]).toEqual([null, 2, 2.5]);
  });
});

describe('qualify', () => {
  it.each([
    ['exact', { lo: 100, point: 100, hi: 100 }],
    ['approx', { lo: 95, point: 100, hi: 105 }],
    ['over', { lo: 100, point: 100, hi: null }],
    ['at-least', { lo: 100, point: 100, hi: null }],
    ['at-most', { lo: 0, point: 100, hi: 100 }],
    ['under', { lo: 0, point: 100, hi: 100 }],
    ['range', { lo: 100, point: 150, hi: 200 }],
    ['undisclosed', { lo: null, point: null, hi: null }],
  ] as const)('%s', (qualifier, expected) => {
    expect(qualify(qualifier, 100, qualifier === 'range' ? 200 : null)).toEqual(expected);
  });

  it('makes nothing of nothing: unknown stays unknown', () => {
    expect(qualify('exact', null, null)).toEqual({ lo: null, point: null, hi: null });
  });
});
