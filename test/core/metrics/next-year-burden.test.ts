import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { commitmentsOf } from '#core/metrics/commitments.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { type Burden, burdenOf } from '#core/metrics/next-year-burden.ts';
import { yearAfter } from '#core/metrics/straight-line.ts';
import type { DealFacts, ScheduleRowFacts } from '#core/model/ledger-view.ts';
import type { Interval } from '#core/quantities/interval.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { dealRow, entityRow, sourceRow, viewOf } from '../view-rows.ts';

const BN = 1e9;
const AS_OF = '2025-11-03';
const source = sourceRow('src', 'C');
const buyer = entityRow('ent_buyer', 'Buyer');

interface Terms {
  readonly amount?: number;
  readonly general?: Interval | null;
  readonly schedule?: readonly ScheduleRowFacts[];
  readonly extra?: Partial<DealFacts>;
}

function burden({ amount = 38 * BN, general = null, schedule = [], extra = {} }: Terms): Burden | null {
  const deal = dealRow({
    id: 'dea',
    name: 'Deal',
    kind: 'supply',
    status: 'signed',
    parties: [['payer', buyer]],
    source,
    schedule,
    extra,
    amounts: [{ id: 'fig', source, amount }],
  });
  const index = indexLedger(viewOf({ asOf: AS_OF, entities: [buyer], deals: [deal] }));
  const [commitment] = commitmentsOf({ index, subject: buyer, policy: mostReliable }, 'USD').named;
  if (commitment === undefined) throw new Error('The deal is no commitment.');
  return burdenOf(commitment, { window: yearAfter(AS_OF), generalTenor: general });
}

function row(startOn: string | null, endOn: string | null, amount: number): ScheduleRowFacts {
  return {
    id: `sch_${startOn}`,
    dealId: 'dea',
    startOn,
    endOn,
    unit: 'USD',
    amount: amount * 100,
    sourceId: null,
    passageId: null,
    note: null,
  };
}

const sevenYears = { tenorYearsLo: 7, tenorYearsHi: 7 };

describe('what falls due in the next twelve months', () => {
  const { expected } = vectorOf('TV02');

  it('TV02: a tenor of seven years', () => {
    const found = burden({ extra: sevenYears });
    expect(found?.method).toBe('tenor');
    expect(isClose((found?.amount.point ?? 0) / BN, expected.awsAnnual)).toBe(true);
  });

  it('by the general tenor where the deal states none', () => {
    const found = burden({ amount: 35 * BN, general: { lo: 5, point: 6, hi: 7 } });
    expect(found).toEqual({
      method: 'assumed-tenor',
      tenor: { lo: 5, point: 6, hi: 7 },
      amount: { lo: 5 * BN, point: (35 / 6) * BN, hi: 7 * BN },
    });
  });

  it('is unknown without any tenor', () => {
    expect(burden({})).toBeNull();
  });

  it('by days where start and end are known', () => {
    const found = burden({ extra: { startOn: '2025-11-03', endOn: '2032-11-03', ...sevenYears } });
    expect(found).toMatchObject({ method: 'dates', tenor: null });
    expect(found?.amount.point).toBeCloseTo((38 * BN * 365) / 2557, 1);
  });

  it.each([
    ['not begun within the year', { startOn: '2027-01-01' }, 0],
    ['begun long ago and over', { startOn: '2010-01-01' }, 0],
    ['over before, by its end', { endOn: '2025-11-04' }, 0],
    ['running all year', { startOn: '2025-11-03' }, 38 / 7],
    ['ending within the year', { endOn: '2026-01-16' }, (38 / 7) * (73 / 365)],
    ['beginning within the year', { startOn: '2026-08-23' }, (38 / 7) * (73 / 365)],
  ])('%s', (_, extra, billions) => {
    expect((burden({ extra: { ...sevenYears, ...extra } })?.amount.point ?? -1) / BN).toBeCloseTo(
      billions,
      9,
    );
  });

  it('by the schedule before anything else', () => {
    const schedule = [
      row('2025-01-01', '2025-11-04', 1 * BN),
      row('2025-11-04', '2026-11-04', 2 * BN),
      row('2026-01-01', null, 3 * BN),
      row(null, '2026-02-01', 4 * BN),
      row(null, null, 5 * BN),
      row('2026-11-04', null, 6 * BN),
    ];
    expect(burden({ schedule, extra: { startOn: '2025-11-03', endOn: '2032-11-03' } })).toEqual({
      method: 'schedule',
      tenor: null,
      amount: { lo: 9 * BN, point: 9 * BN, hi: 9 * BN },
    });
  });
});

it('a wider tenor never narrows the burden', () => {
  const years = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4);
  const start = fc.constantFrom(null, '2020-01-01', '2024-05-05', '2026-06-01');
  fc.assert(
    fc.property(years, years, years, years, start, (a, b, c, d, startOn) => {
      const [outer, lo, hi, last] = [a, b, c, d].toSorted((x, y) => x - y);
      const of = (tenorYearsLo = 1, tenorYearsHi = 1) =>
        burden({ extra: { startOn, tenorYearsLo, tenorYearsHi } })?.amount;
      const [narrow, wide] = [of(lo, hi), of(outer, last)];
      expect(wide?.lo).toBeLessThanOrEqual(narrow?.lo ?? -1);
      expect(wide?.hi).toBeGreaterThanOrEqual(narrow?.hi ?? Number.POSITIVE_INFINITY);
      expect(narrow?.point).toBeGreaterThanOrEqual((narrow?.lo ?? Number.POSITIVE_INFINITY) - 1e-3);
      expect(narrow?.point).toBeLessThanOrEqual((narrow?.hi ?? -1) + 1e-3);
    }),
  );
});
