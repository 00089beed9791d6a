import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { commitmentsOf } from '#core/metrics/commitments.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { type Burden, burdenOf } from '#core/metrics/next-year-burden.ts';
import type { DealFacts, ScheduleRowFacts } from '#core/model/ledger-view.ts';
import type { Interval } from '#core/quantities/interval.ts';
import { yearAfter } from '#core/schedule/span.ts';
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

function burdenOr({ amount = 38 * BN, general = null, schedule = [], extra = {} }: Terms): Burden | string {
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

function burden(terms: Terms): Burden {
  const found = burdenOr(terms);
  if (typeof found === 'string') throw new Error(found);
  return found;
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
    expect(found).toMatchObject({
      method: 'assumed-tenor',
      tenor: { lo: 5, point: 6, hi: 7 },
      amount: { lo: 5 * BN, point: (35 / 6) * BN, hi: 7 * BN },
    });
  });

  it('is unknown without any tenor', () => {
    expect(burdenOr({})).toBe('No schedule, days or tenor says when it falls due.');
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
      undated: 5 * BN,
      unscheduled: { lo: 17 * BN, point: 17 * BN, hi: 17 * BN },
      isStartAssumed: false,
      amount: { lo: 9 * BN, point: 9 * BN, hi: 31 * BN },
    });
  });

  it('a schedule beyond the amount is an error, not a payment', () => {
    const schedule = [row('2026-01-01', null, 39 * BN)];
    expect(burdenOr({ schedule })).toMatch(/add up to more/);
  });

  it('a deal without a start begins on the day it became known', () => {
    const found = burden({ extra: { ...sevenYears, announcedOn: '2019-01-16' } });
    expect(found).toMatchObject({ method: 'tenor', isStartAssumed: true });
    expect((found.amount.point ?? 0) / BN).toBeCloseTo((38 / 7) * (73 / 365), 9);
    expect(burden({ extra: { signedOn: '2025-11-01', endOn: '2025-11-11' } })).toMatchObject({
      method: 'dates',
      isStartAssumed: true,
      amount: { point: (38 * BN * 7) / 10 },
    });
  });

  it('by the method that the deal states', () => {
    const days = { startOn: '2025-11-04', endOn: '2032-11-04' };
    const of = (scheduleMethod: DealFacts['scheduleMethod'], more: Partial<DealFacts> = days) =>
      (burden({ extra: { ...more, scheduleMethod } }).amount.point ?? -1) / BN;
    expect(of('straight-line')).toBeCloseTo((38 * 365) / 2557, 9);
    expect(of('equal-months')).toBeCloseTo(38 / 7, 9);
    expect(of('ramp')).toBeCloseTo(38 / 28, 9);
    expect(of('ramp', { ...sevenYears, startOn: '2025-11-04' })).toBeCloseTo(38 / 28, 9);
    expect(of('ramp', { ...sevenYears, startOn: '2019-11-04' })).toBeCloseTo(38 / 4, 9);
    expect(of('equal-months', sevenYears)).toBeCloseTo(38 / 7, 9);
    expect(burdenOr({ extra: { ...sevenYears, scheduleMethod: 'ramp' } })).toMatch(/ramp/);
  });
});

it('a wider tenor never narrows the burden', () => {
  const years = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4);
  const start = fc.constantFrom(null, '2020-01-01', '2024-05-05', '2026-06-01');
  const method = fc.constantFrom(null, 'equal-months' as const, 'ramp' as const);
  fc.assert(
    fc.property(years, years, years, years, start, method, (a, b, c, d, startOn, scheduleMethod) => {
      fc.pre(scheduleMethod !== 'ramp' || startOn !== null);
      const [outer, lo, hi, last] = [a, b, c, d].toSorted((x, y) => x - y);
      const of = (tenorYearsLo = 1, tenorYearsHi = 1) =>
        burden({ extra: { startOn, scheduleMethod, tenorYearsLo, tenorYearsHi } }).amount;
      const [narrow, wide] = [of(lo, hi), of(outer, last)];
      expect(wide?.lo).toBeLessThanOrEqual(narrow?.lo ?? -1);
      expect(wide?.hi).toBeGreaterThanOrEqual(narrow?.hi ?? Number.POSITIVE_INFINITY);
      expect(narrow?.point).toBeGreaterThanOrEqual((narrow?.lo ?? Number.POSITIVE_INFINITY) - 1e-3);
      expect(narrow?.point).toBeLessThanOrEqual((narrow?.hi ?? -1) + 1e-3);
    }),
  );
});
