import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEDULE_METHODS, type ScheduleMethod } from '#core/model/deal.ts';
import { addDays } from '#core/quantities/day.ts';
import { accruedShare, portionWithin } from '#core/schedule/accrual.ts';
import { BUCKET_KINDS, bucketsOver } from '#core/schedule/buckets.ts';
import { expand, type Plan, spanOfPlan } from '#core/schedule/expand.ts';

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('laws over every method and every bucket', () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((offset) => addDays('2000-01-31', offset));
  const days = fc
    .tuple(day, fc.integer({ min: 1, max: 15_000 }))
    .map(([start, length]) => ({ start, end: addDays(start, length) }));
  const method = fc.constantFrom(...SCHEDULE_METHODS);
  const timed = fc.record({ span: days, method });
  const buckets = fc.record({
    kind: fc.constantFrom(...BUCKET_KINDS),
    fiscalYearEndMonth: fc.integer({ min: 1, max: 12 }),
  });
  const total = fc.maxSafeInteger();

  it('parts add up to the total to the cent, none of the other sign', () => {
    fc.assert(
      fc.property(total, timed, buckets, (stored, how, into) => {
        const found = expand(stored, { kind: 'timed', timed: how }, bucketsOver(how.span, into));
        const parts = found.state === 'ok' ? found.parts : [];
        expect(parts.reduce((whole, part) => whole + BigInt(part), 0n)).toBe(BigInt(stored));
        expect(parts.every((part) => Math.sign(part) * Math.sign(stored) >= 0)).toBe(true);
      }),
    );
  });

  it('months roll up to years, quarters and fiscal years exactly', () => {
    fc.assert(
      fc.property(total, timed, buckets, (stored, how, into) => {
        for (const bucket of bucketsOver(how.span, into).slice(0, 5)) {
          const months = bucketsOver(bucket, { ...into, kind: 'months' }).map((month) =>
            portionWithin(stored, how, month),
          );
          expect(sum(months)).toBe(portionWithin(stored, how, bucket));
        }
      }),
    );
  });

  it('rows, what they leave and what is undated add up to the total', () => {
    const stored = fc.nat(1e12);
    const row = fc.record({
      startOn: fc.option(day, { nil: null }),
      endOn: fc.option(
        day.map((one) => addDays(one, 13_000)),
        { nil: null },
      ),
      amount: stored,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), stored, buckets, (rows, more, into) => {
        const plan: Plan = { kind: 'rows', rows };
        const whole = sum(rows.map(({ amount }) => amount)) + more;
        const span = spanOfPlan(plan);
        const found = expand(whole, plan, span === null ? [] : bucketsOver(span, into));
        if (found.state !== 'ok') throw new Error('The total holds all rows.');
        expect(sum(found.parts) + found.undated + found.unscheduled).toBe(whole);
      }),
    );
  });

  it('any cut of the days leaves two parts of the whole', () => {
    fc.assert(
      fc.property(total, timed, day, (stored, how, cut) => {
        const before = portionWithin(stored, how, { start: '1900-01-01', end: cut });
        const after = portionWithin(stored, how, { start: cut, end: '2200-01-01' });
        expect(BigInt(before) + BigInt(after)).toBe(BigInt(stored));
      }),
    );
  });

  it('the share that has fallen due is that of the amounts', () => {
    fc.assert(
      fc.property(timed, day, (how, until) => {
        const share = accruedShare(how)(until);
        const part = portionWithin(10 ** 15, how, { start: '1900-01-01', end: until });
        expect(Math.abs(share - part / 10 ** 15)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  it('a ramp never falls due before the straight line', () => {
    fc.assert(
      fc.property(days, day, (span, until) => {
        const share = (one: ScheduleMethod) => accruedShare({ span, method: one })(until);
        expect(share('ramp')).toBeLessThanOrEqual(share('straight-line') + 0.01);
      }),
    );
  });
});
