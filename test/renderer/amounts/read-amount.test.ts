import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, typedAmount } from '#renderer/amounts/read-amount.ts';
import { stateAmount } from '#renderer/amounts/stated-amount.ts';

const plain = (amount: number) => ({ ok: { qualifier: null, amount, high: null, unit: null } });

describe('an amount as typed', () => {
  it.each([
    ['38bn', plain(38e9)],
    ['1.4 tn', plain(1.4e12)],
    ['38,000,000,000', plain(38e9)],
    ['-5.2m', plain(-5.2e6)],
    ['over 1tn', { ok: { qualifier: 'over', amount: 1e12, high: null, unit: null } }],
    ['at least USD 5bn', { ok: { qualifier: 'at-least', amount: 5e9, high: null, unit: 'USD' } }],
    ['~£28bn', { ok: { qualifier: 'approx', amount: 28e9, high: null, unit: 'GBP' } }],
    ['up to 100bn', { ok: { qualifier: 'at-most', amount: 100e9, high: null, unit: null } }],
    ['5-10bn', { ok: { qualifier: 'range', amount: 5e9, high: 10e9, unit: null } }],
    ['USD 5bn to 10bn', { ok: { qualifier: 'range', amount: 5e9, high: 10e9, unit: 'USD' } }],
    ['31%', { ok: { qualifier: null, amount: 31, high: null, unit: 'percent' } }],
    ['Undisclosed', { ok: { qualifier: 'undisclosed', amount: null, high: null, unit: null } }],
  ])('reads %s', (typed, expected) => {
    expect(readAmount(typed)).toEqual(expected);
  });

  it.each(['1,4bn', '1,40', '12,34,567', 'lots', '', '10bn-5bn', 'XYZ 5bn', 'USD 5bn - EUR 6bn'])(
    'refuses %j',
    (typed) => {
      expect(readAmount(typed)).toHaveProperty('refused');
    },
  );

  it('writes every amount so that it reads back the same', () => {
    const amounts = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n * 1e9),
      fc.integer().map((n) => n / 100),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readAmount(typedAmount(amount))).toEqual(plain(amount));
      }),
    );
  });
});

describe('an amount typed over a figure', () => {
  const exact = { qualifier: 'exact', unit: 'USD' } as const;

  it('keeps the hedge that the figure has', () => {
    expect(stateAmount('1.2tn', { qualifier: 'over', unit: 'USD' })).toEqual({
      ok: { qualifier: 'over', unit: 'USD', lo: 1.2e14, point: 1.2e14, hi: null },
    });
  });

  it('takes the hedge that is typed', () => {
    expect(stateAmount('about 20bn', exact)).toEqual({
      ok: { qualifier: 'approx', unit: 'USD', lo: 1.9e12, point: 2e12, hi: 2.1e12 },
    });
  });

  it('makes a range or an undisclosed amount exact', () => {
    const stated = { ok: { qualifier: 'exact', unit: 'USD', lo: 5e11, point: 5e11, hi: 5e11 } };
    expect(stateAmount('5bn', { qualifier: 'range', unit: 'USD' })).toEqual(stated);
    expect(stateAmount('5bn', { qualifier: 'undisclosed', unit: 'USD' })).toEqual(stated);
  });

  it('leaves an undisclosed amount unknown, never zero', () => {
    expect(stateAmount('undisclosed', exact)).toEqual({
      ok: { qualifier: 'undisclosed', unit: 'USD', lo: null, point: null, hi: null },
    });
  });

  it('refuses another currency and what the ledger cannot hold', () => {
    expect(stateAmount('£28bn', exact)).toEqual({
      refused: 'This amount is in USD, not GBP. Change the unit first.',
    });
    expect(stateAmount('900000tn', exact)).toHaveProperty('refused');
  });
});
