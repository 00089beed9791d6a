import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/reading/document-reading.ts';

function shown(text: string): readonly string[] {
  return readDocument(text).numerals.map(({ start, end, isSetAside }) =>
    isSetAside ? `(${text.slice(start, end)})` : text.slice(start, end),
  );
}

describe('numerals', () => {
  it('keeps separators, dates and ranges together', () => {
    expect(shown('It paid 1,400.50 on 2025-11-03 for 5-10 sites at 10:30.')).toEqual([
      '1,400.50',
      '2025-11-03',
      '5-10',
      '10:30',
    ]);
  });

  it('sets digits in names aside, and no sum of money', () => {
    expect(shown('The GPT-4 and H100 cost USD38bn and US$5m in Q3.')).toEqual([
      '(4)',
      '(100)',
      '38',
      '5',
      '(3)',
    ]);
  });

  it('counts sums and percentages in words', () => {
    expect(shown('It lost half a billion dollars, or six per cent of sales.')).toEqual([
      'half a billion dollars',
      'six per cent',
    ]);
  });

  it('holds every digit of a text in exactly one numeral', () => {
    const piece = fc.constantFrom(
      '12',
      '3.5',
      ' ',
      '$',
      'm',
      'bn',
      '%',
      ',',
      '-',
      'H',
      '\n',
      '“',
      '٣',
      'per cent ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { numerals } = readDocument(text);
        [...text.matchAll(/\p{Nd}/gu)].forEach(({ index }) => {
          expect(numerals.filter(({ start, end }) => start <= index && index < end)).toHaveLength(1);
        });
      }),
    );
  });
});
