import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRates } from '#core/metrics/fx.ts';
import { inCurrency, rowsInCurrency } from '#core/metrics/in-currency.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import type { FxRateFacts, ScheduleRowFacts } from '#core/model/ledger-view.ts';
import { addDays, dayNumber } from '#core/quantities/day.ts';
import type { UnitId } from '#core/quantities/unit.ts';
import { figureRow, sourceRow, viewOf } from '../view-rows.ts';

const bank = sourceRow('src_bank', 'A');
const AS_OF = '2025-11-30';

function rate(onDay: string, amount: number, spec: Partial<FxRateFacts> = {}): FxRateFacts {
  const direction = { base: 'EUR', quoteCurrency: 'USD' } as const;
  return { id: `fxr_${onDay}`, ...direction, rate: amount, onDay, sourceId: bank.id, source: bank, ...spec };
}

const year = { start: '2024-01-01', end: '2025-01-01' };
const monthEnds = Array.from({ length: 12 }, (_, at) => addDays(`2024-01-31`, at * 30));

describe('the average of a period', () => {
  const averageOf = (days: readonly string[]) =>
    indexRates(
      days.map((day, at) => rate(day, 1 + at)),
      AS_OF,
    ).average('EUR', 'USD', year);

  it('is the mean of the rates within it', () => {
    expect(averageOf(monthEnds)).toMatchObject({ state: 'ok', rate: { kind: 'average', factor: 6.5 } });
  });

  it('of a rate on file the other way round is the mean of its inverses', () => {
    const rates = monthEnds.map((day, at) =>
      rate(day, at % 2 === 0 ? 0.5 : 2, { base: 'USD', quoteCurrency: 'EUR' }),
    );
    const found = indexRates(rates, AS_OF).average('EUR', 'USD', year);
    expect(found).toMatchObject({ state: 'ok', rate: { factor: 1.25 } });
  });

  it.each([
    ['at the start', monthEnds.slice(2)],
    ['in the middle', monthEnds.filter((_, at) => at !== 5)],
    ['at the end', monthEnds.slice(0, 10)],
    ['everywhere but once', monthEnds.slice(0, 1)],
  ])('needs rates all along: none %s', (_, days) => {
    const found = averageOf(days);
    expect(found.state === 'none' && found.reason).toMatch(/too few rates from EUR to USD/);
  });

  it('takes no rate from outside the period', () => {
    const found = averageOf(['2023-12-31', ...monthEnds, '2025-01-01']);
    expect(found.state === 'ok' && found.rate.rates.map(({ onDay }) => onDay)).toEqual(monthEnds);
  });
});

describe('the spot rate', () => {
  it('is the last one on or before the day, whichever direction it is on file', () => {
    const { spot } = indexRates(
      [
        rate('2025-11-24', 1.1),
        rate('2025-11-26', 0.5, { base: 'USD', quoteCurrency: 'EUR' }),
        rate('2025-11-27', 3),
      ],
      AS_OF,
    );
    expect(spot('EUR', 'USD', '2025-11-26')).toMatchObject({ state: 'ok', rate: { factor: 2 } });
    expect(spot('USD', 'EUR', '2025-11-26')).toMatchObject({ state: 'ok', rate: { factor: 0.5 } });
    expect(spot('EUR', 'GBP', '2025-11-26')).toEqual({
      state: 'none',
      reason: 'no rate from EUR to GBP is on file',
    });
  });

  it('goes through no third currency', () => {
    const rates = [rate(AS_OF, 1.1), rate(AS_OF, 1.3, { id: 'fxr_gbp', base: 'GBP' })];
    expect(indexRates(rates, AS_OF).spot('EUR', 'GBP', AS_OF).state).toBe('none');
  });

  it('is known only from its day on', () => {
    expect(indexRates([rate(AS_OF, 1.1)], '2025-11-29').spot('EUR', 'USD', AS_OF).state).toBe('none');
  });
});

describe('laws', () => {
  const index = (factor: number, unit: UnitId = 'EUR') =>
    indexLedger(viewOf({ asOf: AS_OF, fxRates: [rate(AS_OF, factor, { base: unit })] }));
  const factor = fc.double({ min: 0.001, max: 1_000, noNaN: true });

  it('a converted amount is rounded once, to within half a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), factor, (cents, by) => {
        const figure = figureRow({
          id: 'fig',
          about: 'ent',
          metric: 'cash',
          source: bank,
          amount: cents / 100,
          unit: 'EUR',
        });
        const [one] = inCurrency([figure], { index: index(by), currency: 'USD', kind: 'stock' });
        expect(Math.abs((one?.point ?? Number.NaN) - cents * by)).toBeLessThanOrEqual(
          0.5 + 1e-12 * cents * by,
        );
        expect(one?.conversion?.original).toBe(figure);
      }),
    );
  });

  it('payments that make up an amount make up the converted amount', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, factor, (parts, by) => {
        const rows = parts.map(
          (amount, at): ScheduleRowFacts => ({
            id: `sch_${at}`,
            dealId: 'dea',
            startOn: null,
            endOn: null,
            unit: 'EUR',
            amount,
            sourceId: null,
            passageId: null,
            note: null,
          }),
        );
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const to = { index: index(by), currency: 'USD' } as const;
        const one = rowsInCurrency([{ ...(rows[0] as ScheduleRowFacts), amount: whole }], to).rows[0];
        const sum = rowsInCurrency(rows, to).rows.reduce((total, { amount }) => total + amount, 0);
        expect(sum).toBe(one?.amount);
      }),
    );
  });

  it('a currency without decimals is held in its own units', () => {
    const figure = figureRow({
      id: 'fig',
      about: 'ent',
      metric: 'cash',
      source: bank,
      amount: 1_234_567,
      unit: 'JPY',
    });
    const [one] = inCurrency([figure], { index: index(0.0065, 'JPY'), currency: 'USD', kind: 'stock' });
    expect(one?.point).toBe(802_469);
  });

  it('the order of rates never matters', () => {
    const rates = fc.uniqueArray(
      fc.record({
        offset: fc.nat(40),
        amount: factor,
        isTurned: fc.boolean(),
        grade: fc.constantFrom('A', 'C'),
      }),
      { selector: ({ offset, isTurned, grade }) => `${offset} ${isTurned} ${grade}`, maxLength: 12 },
    );
    fc.assert(
      fc.property(rates, (some) => {
        const rows = some.map(({ offset, amount, isTurned, grade }, at) =>
          rate(addDays(AS_OF, -offset), amount, {
            id: `fxr_${at}`,
            source: sourceRow(`src_${grade}`, grade as 'A' | 'C'),
            ...(isTurned ? { base: 'USD', quoteCurrency: 'EUR' } : {}),
          }),
        );
        const found = indexRates(rows, AS_OF).spot('EUR', 'USD', AS_OF);
        expect(indexRates(rows.toReversed(), AS_OF).spot('EUR', 'USD', AS_OF)).toEqual(found);
        const youngest = Math.min(...some.map(({ offset }) => offset));
        expect(found.state).toBe(youngest <= 7 ? 'ok' : 'none');
        if (found.state === 'ok')
          expect(dayNumber(AS_OF) - dayNumber(found.rate.rates[0]?.onDay ?? '')).toBe(youngest);
      }),
    );
  });
});
