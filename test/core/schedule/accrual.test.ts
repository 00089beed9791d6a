import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduleMethod } from '#core/model/deal.ts';
import { addMonths } from '#core/quantities/day.ts';
import { toStored } from '#core/quantities/unit.ts';
import { portionWithin } from '#core/schedule/accrual.ts';
import { type Buckets, bucketsOver, MOST_BUCKETS } from '#core/schedule/buckets.ts';
import { actualDays } from '#core/schedule/day-count.ts';
import { expand, hullOfParts, type Plan, spanOfAll, spanOfPlan } from '#core/schedule/expand.ts';
import { splitByLargestRemainder, splitInOrder } from '#core/schedule/rounding.ts';
import { shareOfWindow, yearAfter } from '#core/schedule/span.ts';
import { isClose, vectorOf } from '../vectors.ts';

const YEARS: Buckets = { kind: 'years', fiscalYearEndMonth: 12 };
const MONTHS: Buckets = { kind: 'months', fiscalYearEndMonth: 12 };
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

/** Labels and parts of an amount that falls due by a method. */
function spread(total: number, start: string, end: string, method: ScheduleMethod, buckets = YEARS) {
  const plan: Plan = { kind: 'timed', timed: { span: { start, end }, method } };
  const rows = bucketsOver({ start, end }, buckets);
  const found = expand(total, plan, rows);
  if (found.state !== 'ok') throw new Error('Only rows can exceed a total.');
  return rows.map(({ label }, at) => [label, found.parts[at] ?? Number.NaN] as const);
}

describe('TV14: straight line by actual days', () => {
  const { inputs, expected } = vectorOf('TV14');
  const { totalCents, startInclusive: start, endExclusive: end } = inputs;
  const years = spread(totalCents, start, end, 'straight-line');
  const months = spread(totalCents, start, end, 'straight-line', MONTHS);

  it('calendar years to the cent', () => {
    expect(actualDays(start, end)).toBe(expected.totalDays);
    expect(years).toEqual(
      expected.rows.map((row: { readonly year: number; readonly cents: number }) => [
        String(row.year),
        row.cents,
      ]),
    );
    expect(sum(years.map(([, part]) => part))).toBe(expected.sumCents);
  });

  it('days of each year', () => {
    const span = { start, end };
    const rows = bucketsOver(span, YEARS).map((year) =>
      actualDays(year.start < start ? start : year.start, year.end < end ? year.end : end),
    );
    expect(rows).toEqual(expected.rows.map((row: { readonly days: number }) => row.days));
  });

  it('months to the cent, and they roll up to the years', () => {
    expect(months.slice(0, 2)).toEqual([
      ['2025-11', expected.nov2025Cents],
      ['2025-12', expected.dec2025Cents],
    ]);
    const rolled = years.map(([year]) =>
      sum(months.filter(([month]) => month.startsWith(year)).map(([, part]) => part)),
    );
    expect(rolled.every((part, at) => part === years[at]?.[1])).toBe(expected.monthlyRollupEqualsAnnual);
  });
});

describe('TV15: parts that add up', () => {
  const { inputs, expected } = vectorOf('TV15');

  it('in an order, by running totals', () => {
    const found = inputs.cumulative.map((one: { total: number; weights: number[] }) =>
      splitInOrder(one.total, one.weights),
    );
    expect(found).toEqual(expected.cumulative);
  });

  it('without an order, by the largest remainder', () => {
    const found = inputs.largestRemainder.map((one: { total: number; weights: number[] }) =>
      splitByLargestRemainder(
        one.total,
        one.weights.map((weight) => toStored(weight, 'USD')),
      ),
    );
    expect(found).toEqual(expected.largestRemainder);
  });

  it('for every total and weights, each part within one unit of its share', () => {
    const weights = fc.array(fc.nat(1e12), { minLength: 1, maxLength: 12 }).filter((all) => sum(all) > 0);
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (total, all) => {
        for (const split of [splitInOrder, splitByLargestRemainder]) {
          const parts = split(total, all);
          expect(parts.reduce((whole, part) => whole + BigInt(part), 0n)).toBe(BigInt(total));
          const whole = BigInt(sum(all));
          parts.forEach((part, at) => {
            const off = BigInt(part) * whole - BigInt(total) * BigInt(all[at] ?? 0);
            expect((off < 0n ? -off : off) <= whole).toBe(true);
          });
        }
      }),
    );
  });

  it('gives equal remainders to the earlier part, and refuses weights of nothing', () => {
    expect(splitByLargestRemainder(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(splitByLargestRemainder(-2, [1, 1, 1])).toEqual([-1, -1, 0]);
    expect(() => splitInOrder(1, [0, 0])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1, [3, -1])).toThrow(RangeError);
  });
});

describe('TV16: equal months and ramps', () => {
  const { inputs, expected } = vectorOf('TV16');
  const end = addMonths('2026-01-01', inputs.months);
  const months = spread(inputs.totalCents, '2026-01-01', end, 'equal-months', MONTHS).map(([, part]) => part);

  it('equal months to the cent', () => {
    expect(months).toHaveLength(inputs.months);
    expect([months[0], months[1], months[2], months[83]]).toEqual([
      expected.month1,
      expected.month2,
      expected.month3,
      expected.month84,
    ]);
    expect([...new Set(months)].toSorted((a, b) => a - b)).toEqual(expected.distinct);
    expect(sum(months)).toBe(expected.sum);
  });

  it('a ramp over years to the cent', () => {
    const last = addMonths('2026-01-01', inputs.rampYears * 12);
    const ramp = spread(inputs.totalCents, '2026-01-01', last, 'ramp').map(([, part]) => part);
    expect(ramp).toEqual(expected.rampYears);
    expect(sum(ramp)).toBe(expected.rampSum);
  });

  it('a month that the deal does not last counts for its days', () => {
    expect(spread(1_500, '2026-01-01', '2026-02-15', 'equal-months', MONTHS)).toEqual([
      ['2026-01', 1_000],
      ['2026-02', 500],
    ]);
  });
});

describe('TV17: the hull of scenarios', () => {
  it('by year, and its rows do not add up to the total', () => {
    const { inputs, expected } = vectorOf('TV17');
    const scenarios = inputs.tenors.map((years: number) =>
      spread(inputs.total, '2026-01-01', `${2026 + years}-01-01`, 'equal-months').map(([, part]) => part),
    );
    const hull = hullOfParts(scenarios);
    expect(hull.map(({ lo, hi }, at) => ({ year: at + 1, lo, hi }))).toEqual(expected.hull);
    expect([sum(hull.map(({ lo }) => lo)), sum(hull.map(({ hi }) => hi))]).toEqual([
      expected.sumLo,
      expected.sumHi,
    ]);
  });
});

describe('TV33: fiscal years that end in June', () => {
  const { expected } = vectorOf('TV33');
  const { totalCents, startInclusive: start, endExclusive: end } = vectorOf('TV14').inputs;

  it('fiscal years to the cent', () => {
    const rows = spread(totalCents, start, end, 'straight-line', {
      kind: 'fiscal-years',
      fiscalYearEndMonth: 6,
    });
    const wanted = expected.fy as readonly { readonly fy: number; readonly cents: number }[];
    expect(rows).toEqual(wanted.map(({ fy, cents }) => [`FY${fy}`, cents]));
    expect(sum(rows.map(([, part]) => part))).toBe(expected.sum);
  });
});

describe('buckets', () => {
  it.each([
    ['years', 12, '2025-11-03', '2027-01-01', ['2025', '2026']],
    ['quarters', 12, '2025-11-03', '2026-04-02', ['2025 Q4', '2026 Q1', '2026 Q2']],
    ['months', 12, '2025-12-31', '2026-01-02', ['2025-12', '2026-01']],
    ['fiscal-years', 6, '2025-06-30', '2025-07-02', ['FY2025', 'FY2026']],
    ['fiscal-years', 12, '2025-06-30', '2026-01-02', ['FY2025', 'FY2026']],
    ['fiscal-years', 1, '2025-01-31', '2025-02-02', ['FY2025', 'FY2026']],
  ] as const)('%s, year end %d, from %s until %s', (kind, fiscalYearEndMonth, start, end, labels) => {
    const found = bucketsOver({ start, end }, { kind, fiscalYearEndMonth });
    expect(found.map(({ label }) => label)).toEqual(labels);
  });

  it('end at some point, and the last one holds the rest', () => {
    const rows = spread(10 ** 9, '2025-01-01', '9999-01-01', 'straight-line', MONTHS);
    expect(rows).toHaveLength(MOST_BUCKETS);
    expect(rows.at(-1)?.[0]).toBe('2124-12 and later');
    expect(sum(rows.map(([, part]) => part))).toBe(10 ** 9);
  });
});

describe('rows', () => {
  const row = (startOn: string | null, endOn: string | null, amount: number) => ({ startOn, endOn, amount });
  const buckets = bucketsOver({ start: '2026-01-01', end: '2028-01-01' }, YEARS);

  it('are kept as written, and what they leave is told apart', () => {
    const rows = [row('2026-07-01', '2027-07-01', 365), row('2027-01-01', null, 5), row(null, null, 7)];
    expect(expand(400, { kind: 'rows', rows }, buckets)).toEqual({
      state: 'ok',
      parts: [184, 186],
      unscheduled: 23,
      undated: 7,
    });
  });

  it('that add up to more than the total are an error', () => {
    expect(expand(10, { kind: 'rows', rows: [row('2026-01-01', null, 11)] }, buckets)).toEqual({
      state: 'over',
      excess: 1,
    });
  });

  it('nothing dated is all undated', () => {
    expect(expand(10, { kind: 'undated' }, buckets)).toEqual({
      state: 'ok',
      parts: [0, 0],
      unscheduled: 0,
      undated: 10,
    });
    expect(spanOfPlan({ kind: 'undated' })).toBeNull();
    expect(spanOfAll([])).toBeNull();
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

  it('and an amount in equal parts comes to what the share says', () => {
    const span = { start: '2025-11-04', end: '2032-11-04' };
    const part = portionWithin(7_000, { span, method: 'equal-months' }, yearAfter('2025-11-03'));
    expect(isClose(part, 1_000)).toBe(true);
  });
});
