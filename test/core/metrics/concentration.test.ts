import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationOf, type NamedAmounts } from '#core/metrics/concentration.ts';
import { exactly, type Interval } from '#core/quantities/interval.ts';
import { isClose, vectorOf } from '../vectors.ts';

describe('TV08: the named suppliers of the case', () => {
  const { inputs, expected } = vectorOf('TV08');
  const amounts = Object.values<number>(inputs.named).map(exactly);
  const found = concentrationOf({ amounts, total: exactly(inputs.aggregate), hasUnknown: true });

  it.each([
    ['named only', found?.hhi.point, expected.hhiNamed],
    ['lower bound', found?.hhi.lo, expected.hhiLowerBound],
    ['upper bound', found?.hhi.hi, expected.hhiUpperBound],
    ['one unnamed', found?.hhiOneUnnamed, expected.hhiResidualOneUnnamed],
  ])('%s', (_, share, index) => {
    expect(isClose((share ?? 0) * 10_000, index)).toBe(true);
  });

  it('largest, three largest and coverage', () => {
    expect(isClose((found?.top1.point ?? 0) * 100, expected.top1Named)).toBe(true);
    expect(isClose((found?.top3.point ?? 0) * 100, expected.top3Named)).toBe(true);
    expect(isClose(found?.coverage, expected.coverage)).toBe(true);
    expect(isClose(1 / (found?.hhi.point ?? 0), expected.effectiveN)).toBe(true);
  });
});

describe('TV09: textbook cases', () => {
  const { inputs, expected } = vectorOf('TV09');

  it.each((inputs.cases as number[][]).map((shares, at) => [shares, expected[at]] as const))(
    '%j',
    (shares, index) => {
      const hhi = concentrationOf({ amounts: shares.map(exactly), total: null, hasUnknown: false })?.hhi;
      expect([hhi?.lo, hhi?.point, hhi?.hi].every((end) => isClose((end ?? 0) * 10_000, index))).toBe(true);
    },
  );
});

describe('what is not named', () => {
  it('without any total may be anything', () => {
    const found = concentrationOf({ amounts: [exactly(1), exactly(1)], total: null, hasUnknown: true });
    expect(found?.hhi).toEqual({ lo: 0, point: 0.5, hi: 1 });
    expect(found?.coverage).toBeNull();
  });

  it('is not bounded by a total that is open above', () => {
    const total = { lo: 100, point: 100, hi: null };
    expect(concentrationOf({ amounts: [exactly(1), exactly(1)], total, hasUnknown: false })?.top1).toEqual({
      lo: 0,
      point: 0.5,
      hi: 1,
    });
  });

  it('is not bounded by a total below what is named', () => {
    const found = concentrationOf({
      amounts: [exactly(30), exactly(30)],
      total: exactly(10),
      hasUnknown: false,
    });
    expect(found).toEqual({
      hhi: exactly(0.5),
      top1: exactly(0.5),
      top3: exactly(1),
      hhiOneUnnamed: null,
      coverage: null,
    });
  });

  it('of amounts that add up to nothing has no shares', () => {
    expect(concentrationOf({ amounts: [exactly(0)], total: exactly(5), hasUnknown: false })).toBeNull();
    expect(concentrationOf({ amounts: [], total: null, hasUnknown: true })).toBeNull();
  });
});

const amount = fc
  .tuple(
    fc.integer({ min: 0, max: 1_000 }),
    fc.integer({ min: 0, max: 1_000 }),
    fc.integer({ min: 0, max: 1_000 }),
  )
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([lo = 0, point = 0, hi = 0]): Interval => ({ lo, point, hi }));
const named = fc.record({
  amounts: fc.array(amount, { minLength: 1, maxLength: 5 }),
  total: fc.option(amount, { nil: null }),
  hasUnknown: fc.boolean(),
});

describe('always', () => {
  it('a true set of shares lies between the ends', () => {
    fc.assert(
      fc.property(
        named,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (rows, at) => {
          const found = concentrationOf(rows);
          const truths = rows.amounts.map(({ lo, hi }, index) => lo + (at[index] ?? 0) * ((hi ?? lo) - lo));
          const sum = truths.reduce((total, truth) => total + truth, 0);
          fc.pre(found !== null && sum > 0);
          const limit = Math.max(sum, rows.total?.hi ?? sum);
          const whole = rows.total === null ? sum : sum + (at[5] ?? 0) * (limit - sum);
          const shares = [...truths, whole - sum].map((truth) => truth / whole);
          const hhi = shares.reduce((total, share) => total + share ** 2, 0);
          expect(hhi).toBeGreaterThanOrEqual((found?.hhi.lo ?? 1) - 1e-12);
          expect(hhi).toBeLessThanOrEqual((found?.hhi.hi ?? 0) + 1e-12);
          expect(Math.max(...shares)).toBeLessThanOrEqual((found?.top1.hi ?? 0) + 1e-12);
        },
      ),
    );
  });

  it('wider inputs never narrow a result', () => {
    fc.assert(
      fc.property(named, fc.nat(4), fc.nat(100), fc.nat(100), (rows, which, down, up) => {
        const wider = {
          ...rows,
          amounts: rows.amounts.map((one, at) => (at === which ? widen(one, down, up) : one)),
        };
        const before = concentrationOf(rows);
        const after = concentrationOf(wider);
        fc.pre(before !== null && after !== null && !isContradicted(rows));
        for (const measure of ['hhi', 'top1', 'top3'] as const) {
          expect(after?.[measure].lo).toBeLessThanOrEqual((before?.[measure].lo ?? 0) + 1e-12);
          expect(after?.[measure].hi).toBeGreaterThanOrEqual((before?.[measure].hi ?? 1) - 1e-12);
        }
      }),
    );
  });

  it('the currency and the order of names change nothing', () => {
    fc.assert(
      fc.property(named, fc.integer({ min: 1, max: 1_000 }), (rows, factor) => {
        const scaled = {
          ...rows,
          amounts: rows.amounts.map((one) => widen(one, 0, 0, factor)).toReversed(),
          total: rows.total === null ? null : widen(rows.total, 0, 0, factor),
        };
        const [before, after] = [concentrationOf(rows), concentrationOf(scaled)];
        expect(after === null).toBe(before === null);
        for (const measure of ['hhi', 'top1', 'top3'] as const)
          for (const end of ['lo', 'point', 'hi'] as const)
            expect(after?.[measure][end] ?? 0).toBeCloseTo(before?.[measure][end] ?? 0, 10);
      }),
    );
  });
});

/** A total below the low ends of what is named is refuted, and bounds nothing until a wider input makes it possible. */
function isContradicted({ amounts, total }: NamedAmounts): boolean {
  return total !== null && total.hi !== null && total.hi < amounts.reduce((sum, { lo }) => sum + lo, 0);
}

function widen({ lo, point, hi }: Interval, down: number, up: number, factor = 1): Interval {
  return {
    lo: Math.max(0, lo - down) * factor,
    point: (point ?? lo) * factor,
    hi: hi === null ? null : (hi + up) * factor,
  };
}
