import { describe, expect, it } from 'vitest';
import { exactly, type Interval } from '#core/quantities/interval.ts';
import { amountWords, countWords, digits, measureWords, sharedScale } from '#core/signals/words.ts';

describe('numbers in workings', () => {
  it.each([
    [0, '0'],
    [107.6923, '107.7'],
    [2.92307, '2.923'],
    [0.417582, '0.4176'],
    [1_400, '1,400'],
    [4_145.21, '4,145.2'],
    [1_234_567.89, '1,234,567.9'],
    [-11.75, '-11.75'],
    [999.96, '1,000'],
    [0.00004, '0.00004'],
    [1.0005, '1.001'],
    [-1.0005, '-1.001'],
  ])('%d is written %s', (amount, text) => {
    expect(digits(amount)).toBe(text);
  });

  it.each([
    [exactly(38e9), 'USD', 'USD 38bn'],
    [{ lo: 5e9, point: 7.5e9, hi: 10e9 }, 'USD', 'USD 5bn to 10bn'],
    [{ lo: 1e12, point: 1e12, hi: null }, 'USD', 'USD 1,000bn or more'],
    [{ lo: 0, point: 2e6, hi: 2e6 }, 'EUR', 'up to EUR 2m'],
    [exactly(750), 'GBP', 'GBP 750'],
    [exactly(0), 'USD', 'USD 0'],
    [{ lo: 5, point: 6, hi: 7 }, 'years', '5 to 7 years'],
  ] as readonly (readonly [Interval, 'USD' | 'EUR' | 'GBP' | 'years', string])[])(
    '%j %s',
    (amount, unit, text) => {
      expect(amountWords(amount, unit)).toBe(text);
    },
  );

  it('of one formula share a scale', () => {
    const [total, part] = [exactly(1_400e9), exactly(450e6)];
    expect([total, part].map(sharedScale([total, part], 'USD'))).toEqual(['USD 1,400,000m', 'USD 450m']);
  });

  it.each([
    [exactly(107.6923), 'x', '107.7x'],
    [{ lo: 15.3846, point: 17.9, hi: 21.5384 }, 'x', '15.38x to 21.54x'],
    [{ lo: 76.923, point: 76.923, hi: null }, 'x', '76.92x or more'],
    [exactly(49.1481), 'percent', '49.15 %'],
    [exactly(0.564), 'share', '0.564'],
  ] as const)('a result %j in %s', (measured, unit, text) => {
    expect(measureWords(measured, unit)).toBe(text);
  });

  it('count things', () => {
    expect([countWords(1, 'deal'), countWords(4, 'more deal')]).toEqual(['1 deal', '4 more deals']);
  });
});
