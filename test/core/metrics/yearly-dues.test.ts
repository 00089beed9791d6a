import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedCommitment } from '#core/metrics/commitments.ts';
import { type DuesBasis, duesAt, strandsOf, tenorIn } from '#core/metrics/yearly-dues.ts';
import type { DealFacts } from '#core/model/ledger-view.ts';
import { exactly } from '#core/quantities/interval.ts';
import { purchase } from '../signals/one-signal.ts';
import { isClose, vectorOf } from '../vectors.ts';

function committed(amount: number, extra: Partial<DealFacts>): NamedCommitment {
  const gross = exactly(amount);
  return {
    deal: purchase('dea', amount, { extra }),
    scheduleRates: [],
    currency: 'USD',
    choice: null,
    gross,
    paid: 0,
    amount: gross,
    isBinding: true,
    isJoint: false,
    counterparties: [],
  };
}

const dues = (basis: DuesBasis, firstYear = 2026, place: number | 'stated' = 'stated') =>
  duesAt(strandsOf(basis, firstYear, place), () => 'point');
const named = (one: NamedCommitment, generalTenor: number | null = null): DuesBasis => ({
  kind: 'named',
  named: [one],
  generalTenor: generalTenor === null ? null : exactly(generalTenor),
});

describe('TV17: the scenarios of a tenor', () => {
  const { inputs, expected } = vectorOf('TV17');
  const [shortest, longest] = inputs.tenors;
  const basis = {
    kind: 'stated',
    total: exactly(inputs.total),
    tenor: { lo: shortest, point: null, hi: longest },
  } as const;
  const [short, long] = [dues(basis, 2026, 0), dues(basis, 2026, 1)];

  it('their hull by year is that of the vector, and each adds up to the total', () => {
    const hull = expected.hull as readonly {
      readonly year: number;
      readonly lo: number;
      readonly hi: number;
    }[];
    hull.forEach(({ year, lo, hi }) => {
      const both = [short[year - 1] ?? 0, long[year - 1] ?? 0];
      expect(isClose(Math.min(...both), lo) && isClose(Math.max(...both), hi)).toBe(true);
    });
    for (const years of [short, long])
      expect(
        isClose(
          years.reduce((sum, due) => sum + due, 0),
          inputs.total,
        ),
      ).toBe(true);
    expect(tenorIn(basis.tenor, 'stated')).toBe(6);
  });
});

describe('dues by year', () => {
  it('of a deal with days follow its days, and leave out what is past', () => {
    const years = dues(named(committed(730, { startOn: '2025-07-02', endOn: '2027-07-02' })));
    expect(years.map((due) => Math.round(due))).toEqual([365, 182]);
  });

  it('of a deal with one day lie a tenor from it', () => {
    const tenor = { tenorYearsLo: 2, tenorYearsHi: 2 };
    expect(dues(named(committed(731, { ...tenor, startOn: '2027-01-01' }))).map(Math.round)).toEqual([
      0, 365, 366,
    ]);
    expect(dues(named(committed(10, { ...tenor, endOn: '2028-01-01' })))).toEqual([5, 5]);
  });

  it('of a deal with a schedule are those of its rows', () => {
    const row = (id: string, startOn: string, amount: number) => ({
      id,
      dealId: 'dea',
      startOn,
      endOn: null,
      unit: 'USD' as const,
      amount: amount * 100,
      sourceId: null,
      passageId: null,
      note: null,
    });
    const schedule = [
      row('sch_a', '2026-05-01', 3),
      row('sch_b', '2028-05-01', 4),
      row('sch_c', '2020-01-01', 9),
    ];
    expect(dues(named(committed(16, { schedule })))).toEqual([3, 0, 4]);
  });

  it('of a deal without any of it take the general tenor, or none', () => {
    expect(dues(named(committed(10, {}), 2.5))).toEqual([4, 4, 2]);
    expect(dues(named(committed(10, {}), 0.5))).toEqual([10]);
    expect(dues(named(committed(10, {})))).toEqual([]);
  });

  it('add up to the total for every tenor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        (total, tenor) => {
          const sum = dues({ kind: 'stated', total: exactly(total), tenor: exactly(tenor) }).reduce(
            (a, b) => a + b,
            0,
          );
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * total);
        },
      ),
    );
  });
});
