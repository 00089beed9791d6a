import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, parseAmount, statedAmountText } from '#core/quantities/amount-text.ts';
import { qualify } from '#core/quantities/qualifier.ts';
import { toFull, toStored } from '#core/quantities/unit.ts';

describe('parseAmount', () => {
  it.each([
    ['38bn', 38e9],
    ['1.4 tn', 1.4e12],
    ['38,000,000,000', 38e9],
    ['38 000 000', 38e6],
    ['$38B', 38e9],
    ['USD 300 billion', 300e9],
    ['£29bn', 29e9],
    ['-12bn', -12e9],
    ['31%', 31],
    ['22.4bn', 22.4e9],
    ['250 m', 250e6],
    ['7', 7],
    ['0.03', 0.03],
  ])('reads %s', (text, full) => {
    expect(parseAmount(text)).toBe(full);
  });

  it.each(['1,5', '1.2.3', '12,34', '1,4bn', 'about 5', '', 'bn', '5 parsecs', 'XYZ 5', '5-10bn', '1e400'])(
    'refuses %s rather than guess',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  it('refuses a currency mark that does not fit the unit', () => {
    expect([
      parseAmount('£29bn', 'USD'),
      parseAmount('$29bn', 'USD'),
      parseAmount('$29bn', 'AUD'),
      parseAmount('USD 5', 'GBP'),
    ]).toEqual([null, 29e9, 29e9, null]);
  });

  it('reads back what it writes, to the last digit shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.constantFrom(6, 9, 12), (digits, power) => {
        const stored = toStored(Number(`${digits / 10}e${power}`), 'USD');
        const text = amountText(stored, 'USD');
        expect(toStored(parseAmount(text, 'USD') ?? Number.NaN, 'USD')).toBe(stored);
      }),
    );
  });
});

describe('units', () => {
  it('are exact in cents up to what the ledger holds, and refused beyond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        (cents) => toStored(toFull(cents, 'USD'), 'USD') === cents,
      ),
    );
    expect(() => toStored(1e14, 'USD')).toThrow(RangeError);
    expect([
      toStored(0.005, 'USD'),
      toStored(-0.005, 'USD'),
      toStored(1.005, 'USD'),
      toStored(5, 'JPY'),
      toStored(0.000001, 'GW'),
    ]).toEqual([1, -1, 101, 5, 1]);
  });
});

describe('large amounts', () => {
  it('keep their last digit', () => {
    expect([
      toStored(1_234_567_890_123_456, 'KRW'),
      toStored(4_503_599_627_370_497, 'KRW'),
      toStored(12_345_678_901_234.56, 'USD'),
    ]).toEqual([1_234_567_890_123_456, 4_503_599_627_370_497, 1_234_567_890_123_456]);
    expect(qualify('range', 4_503_599_627_370_497, 4_503_599_627_370_497).point).toBe(4_503_599_627_370_497);
  });
});

describe('a per cent sign', () => {
  it('is no amount of money', () => {
    expect([parseAmount('31%', 'USD'), parseAmount('31%', 'percent'), parseAmount('31%')]).toEqual([
      null,
      31,
      31,
    ]);
  });
});

describe('statedAmountText', () => {
  it.each([
    [{ lo: 38e11, point: 38e11, hi: 38e11 }, 'USD 38bn'],
    [{ lo: 1e14, point: 1e14, hi: null }, 'USD 1tn or more'],
    [{ lo: 5e11, point: 7.5e11, hi: 10e11 }, 'USD 5bn to 10bn'],
    [{ lo: 0, point: 5e11, hi: 5e11 }, 'up to USD 5bn'],
    [{ lo: null, point: null, hi: null }, 'undisclosed'],
  ])('%o', (amount, text) => {
    expect(statedAmountText(amount, 'USD')).toBe(text);
  });
});
