import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readNumber } from '#core/intake/written-number.ts';
import { toFull, UNIT_IDS, unitOf } from '#core/quantities/unit.ts';

describe('amounts as people write them', () => {
  it.each([
    ['38bn', 'USD', 3_800_000_000_000],
    ['$38 billion', 'USD', 3_800_000_000_000],
    ['USD 1.4tn', 'USD', 140_000_000_000_000],
    ['38,000,000,000', 'USD', 3_800_000_000_000],
    ['38 000 000 000', 'USD', 3_800_000_000_000],
    ['-5.2', 'USD', -520],
    ['0.005', 'USD', 1],
    ['-0.005', 'USD', -1],
    ['90071992547409.91', 'USD', 9_007_199_254_740_991],
    ['31%', 'percent', 31_000_000],
    ['1,234', 'JPY', 1234],
    ['$5', 'AUD', 500],
  ] as const)('%s in %s', (text, unit, stored) => {
    expect(readAmount(text, unit, true)).toEqual({ ok: { stored, unit } });
  });

  it('takes the unit from the cell where no column gives one', () => {
    expect(readAmount('£29bn', null, true)).toEqual({ ok: { stored: 2_900_000_000_000, unit: 'GBP' } });
    expect(readAmount('eur 5', null, true)).toEqual({ ok: { stored: 500, unit: 'EUR' } });
  });

  it.each(['1,5', '1.2.3', '12,34,567', '1,234,56', '--5', '5 bananas', '5bnn', '1e9', 'Infinity', '٣', ''])(
    'refuses "%s"',
    (text) => expect(readAmount(text, 'USD', true)).toHaveProperty('rule'),
  );

  it('gives back every amount that an export writes, to the last cent of USD 10tn', () => {
    const stored = fc.oneof(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.integer());
    fc.assert(
      fc.property(stored, fc.constantFrom(...UNIT_IDS), (amount, unit) => {
        const text = String(toFull(amount, unit));
        fc.pre(!text.includes('e'));
        expect(readAmount(text, unit, true)).toEqual({ ok: { stored: amount, unit } });
      }),
    );
  });

  it('agrees with itself on grouped and plain digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.constantFrom(',', ' ', '\u00A0', '\u202F'), (whole, mark) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
        expect(readAmount(grouped, 'USD', true)).toEqual(readAmount(String(whole), 'USD', true));
        expect(readNumber(grouped, true)).toEqual({ ok: whole });
      }),
    );
  });
});

describe('units', () => {
  it('are all found by readAmount, whatever their exponent', () => {
    for (const unit of UNIT_IDS)
      expect(readAmount('1', unit, true)).toEqual({ ok: { stored: 10 ** unitOf(unit).exponent, unit } });
  });
});
