import { describe, expect, it } from 'vitest';
import { composeDealSchedule, type DealSchedule } from '#core/report/deal-schedule.ts';
import { composeObligations } from '#core/report/overview-obligations.ts';
import type { BucketKind } from '#core/schedule/buckets.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { loadDealView, loadView } from '#main/ledger/view.ts';
import { isClose, vectorOf } from '../../core/vectors.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';
import { sampleView } from './sample-view.ts';

/** Schedules in a real ledger file: from the entries to the periods of the panel, the chart and the flags. */
const AS_OF = '2025-11-03';
const days = { startOn: '2025-11-03', endOn: '2032-11-03' };
type Fields = Readonly<Record<string, string | number>>;

function dealWith(fields: Fields): {
  readonly ledger: WritableLedger;
  readonly ids: ReturnType<typeof addDeal>;
} {
  const { ledger } = newLedger();
  const ids = addDeal(ledger);
  const row = ledger.db
    .prepare<[string], { version: number }>(
      'SELECT version FROM deals WHERE id = ? AND retracted_seq IS NULL',
    )
    .get(ids.deal);
  write(ledger, [{ op: 'correct', id: ids.deal, version: row?.version ?? 0, fields }]);
  return { ledger, ids };
}

function scheduleOf(
  { ledger, ids }: ReturnType<typeof dealWith>,
  buckets: BucketKind = 'years',
  fiscalYearEndMonth: number | null = null,
): DealSchedule {
  const view = loadDealView(ledger, { dealId: ids.deal, asOf: AS_OF, knownAt: null });
  return composeDealSchedule({ view, dealId: ids.deal, buckets, fiscalYearEndMonth });
}

const cents = ({ periods }: DealSchedule) =>
  periods.map(({ amount }) => Math.round((amount.point ?? 0) * 100));

describe('the schedule of a deal', () => {
  it('TV14: calendar years, an assumed straight line', () => {
    const found = scheduleOf(dealWith(days));
    const { rows } = vectorOf('TV14').expected;
    expect(found.periods.map(({ label }) => Number(label))).toEqual(
      rows.map(({ year }: { readonly year: number }) => year),
    );
    expect(cents(found)).toEqual(rows.map((row: { readonly cents: number }) => row.cents));
    expect(found).toMatchObject({ method: 'straight-line', isMethodAssumed: true, isHull: false, tags: [] });
  });

  it('TV33: fiscal years of the payer, or those that are asked for', () => {
    const made = dealWith(days);
    const row = made.ledger.db
      .prepare<[string], { version: number }>('SELECT version FROM entities WHERE id = ?')
      .get(made.ids.payer);
    write(made.ledger, [
      { op: 'correct', id: made.ids.payer, version: row?.version ?? 0, fields: { fiscalYearEndMonth: 6 } },
    ]);
    const { fy } = vectorOf('TV33').expected;
    const found = scheduleOf(made, 'fiscal-years');
    expect(cents(found)).toEqual(fy.map((one: { readonly cents: number }) => one.cents));
    expect(found.periods[0]?.label).toBe('FY2026');
    expect(scheduleOf(made, 'fiscal-years', 12).periods[0]?.label).toBe('FY2025');
  });

  it('by the method that the deal states', () => {
    const ramp = scheduleOf(dealWith({ startOn: '2026-01-01', endOn: '2033-01-01', scheduleMethod: 'ramp' }));
    expect(cents(ramp)).toEqual(vectorOf('TV16').expected.rampYears);
    expect(ramp.isMethodAssumed).toBe(false);
  });

  it('TV17: a tenor range is a hull that says so, its middle within; the start is the day of the announcement', () => {
    const found = scheduleOf(
      dealWith({
        announcedOn: '2026-01-01',
        tenorYearsLo: 5,
        tenorYearsHi: 7,
        scheduleMethod: 'equal-months',
      }),
    );
    expect(found.isHull).toBe(true);
    expect(found.tags).toEqual(['assumed']);
    const whole = 38e9;
    found.periods.forEach(({ amount }, at) => {
      const { lo, hi } = vectorOf('TV17').expected.hull[at];
      const middle = at === 5 ? 1400 / 6 : hi;
      expect(Math.abs(amount.lo - (whole * lo) / 1400)).toBeLessThan(0.02);
      expect(Math.abs((amount.hi ?? 0) - (whole * middle) / 1400)).toBeLessThan(0.02);
      expect(amount.point).toBeLessThanOrEqual(amount.hi ?? 0);
    });
  });

  it('payments as written, with what they leave and what has no day', () => {
    const made = dealWith(days);
    const pay = (fields: Fields) => ({
      op: 'add' as const,
      noun: 'schedule-row' as const,
      fields: { dealId: made.ids.deal, unit: 'USD', ...fields },
    });
    write(made.ledger, [
      pay({ startOn: '2026-03-01', amount: 1_000_000_000_000 }),
      pay({ amount: 500_000_000_000 }),
    ]);
    expect(scheduleOf(made)).toMatchObject({
      method: 'payments',
      periods: [{ label: '2026', amount: { point: 10e9 } }],
      unscheduled: { lo: 23e9, point: 23e9, hi: 23e9 },
      undated: { lo: 5e9, point: 5e9, hi: 5e9 },
      tags: ['unscheduled', 'undated'],
    });
    write(made.ledger, [pay({ startOn: '2027-03-01', amount: 3_000_000_000_000 })]);
    const over = scheduleOf(made);
    expect(over.periods).toEqual([]);
    expect(over.notes[0]).toMatch(/add up to more than its amount/);
  });

  it('nothing dated is undated, and never zero', () => {
    expect(scheduleOf(dealWith({ note: 'no days' }))).toMatchObject({
      periods: [],
      total: { point: 38e9 },
      undated: { lo: 38e9, point: 38e9, hi: 38e9 },
    });
  });

  it('an undisclosed amount has none', () => {
    const made = dealWith(days);
    const row = made.ledger.db
      .prepare<[string], { version: number }>('SELECT version FROM figures WHERE id = ?')
      .get(made.ids.figure);
    write(made.ledger, [{ op: 'retract', id: made.ids.figure, version: row?.version ?? 0 }]);
    expect(scheduleOf(made)).toMatchObject({ total: null, periods: [], method: null });
  });

  it('as it was known: before the deal was recorded there is none', () => {
    const { ledger, ids } = dealWith(days);
    const view = loadDealView(ledger, { dealId: ids.deal, asOf: AS_OF, knownAt: '2020-01-01T00:00:00.000Z' });
    expect(view.deals).toEqual([]);
  });
});

it.each([
  [{ ...days }, 38 * (365 / 2557)],
  [{ startOn: '2025-11-04', endOn: '2032-11-04', scheduleMethod: 'equal-months' }, 38 / 7],
  [{ startOn: '2025-11-04', endOn: '2032-11-04', scheduleMethod: 'ramp' }, 38 / 28],
])('what falls due in the next 12 months of %j', (fields, billions) => {
  const { ledger, ids } = dealWith(fields);
  const revenue = {
    metric: 'revenue',
    qualifier: 'exact',
    unit: 'USD',
    basis: 'fiscal-year',
    credibility: 3,
  };
  const amount = { lo: 1e11, point: 1e11, hi: 1e11, status: 'reported' };
  write(ledger, [
    {
      op: 'add',
      noun: 'figure',
      fields: { entityId: ids.payer, sourceId: ids.source, ...revenue, ...amount },
    },
  ]);
  const view = loadView(ledger, { subjectIds: [ids.payer], asOf: AS_OF, knownAt: null });
  const flag = evaluateSignals(view, [ids.payer], []).find(
    ({ signal, scope }) => signal === 'ntm-commitment-burden' && scope.kind === 'total',
  );
  expect(flag?.value?.point).toBeCloseTo(billions, 6);
});

describe('obligations by year of the sample', () => {
  const { view, openai } = sampleView(AS_OF);
  const found = composeObligations(view, openai);

  it('are the numbers of the signal', () => {
    const flag = evaluateSignals(view, [openai], []).find(({ signal }) => signal === 'funding-gap');
    const due = found.years.reduce((sum, row) => sum + (row.due.point ?? 0), 0);
    expect(isClose((found.gap ?? 0) / due, flag?.value?.point ?? 0)).toBe(true);
    const gaps = found.years.reduce((sum, { gap }) => sum + (gap ?? 0), 0);
    expect(isClose(gaps, found.gap ?? -1)).toBe(true);
    expect(flag?.note).toContain(found.notes[0]);
  });

  it('have ranges that hold what is stated', () => {
    expect(found.years.length).toBeGreaterThanOrEqual(5);
    for (const { due } of found.years) {
      expect(due.lo).toBeLessThanOrEqual(due.point ?? 0);
      expect(due.hi).toBeGreaterThanOrEqual(due.point ?? 0);
    }
  });

  it('say what is missing where nothing can be laid out', () => {
    const { ledger } = newLedger();
    const { payer } = addDeal(ledger);
    const empty = composeObligations(
      loadView(ledger, { subjectIds: [payer], asOf: AS_OF, knownAt: null }),
      payer,
    );
    expect(empty.years).toEqual([]);
    expect(empty.missing).toContain('annual revenue of a present or past year');
  });
});
