import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyIn } from '#core/extract/money.ts';

type Expected = readonly [
  text: string,
  low: number | null,
  high: number | null,
  currency: string,
  qualifier: string,
];

function read(text: string): readonly Expected[] {
  return moneyIn(text).map(({ text: written, low, high, currency, qualifier }) => [
    written,
    low,
    high,
    currency,
    qualifier,
  ]);
}

describe('moneyIn', () => {
  it.each<[string, readonly Expected[]]>([
    ['a loan of Rs 1,25,000 crore', [['Rs 1,25,000 crore', 1.25e12, 1.25e12, 'INR', 'exact']]],
    ['₹4.5 lakh crore of debt', [['₹4.5 lakh crore', 4.5e12, 4.5e12, 'INR', 'exact']]],
    ['closed at 412.5p', [['412.5p', 4.125, 4.125, 'GBP', 'exact']]],
    ['filmed in 1080p', []],
    ['75 cents a share', [['75 cents', 0.75, 0.75, 'USD', 'exact']]],
    ['A$2.5 billion', [['A$2.5 billion', 2.5e9, 2.5e9, 'AUD', 'exact']]],
    ['priced at US$1.2bn–$1.5bn', [['US$1.2bn–$1.5bn', 1.2e9, 1.5e9, 'USD', 'range']]],
    ['between $5 and $10 billion', [['$5 and $10 billion', 5e9, 1e10, 'USD', 'range']]],
    [
      'rose from $5 billion to $10 billion',
      [
        ['$5 billion', 5e9, 5e9, 'USD', 'exact'],
        ['$10 billion', 1e10, 1e10, 'USD', 'exact'],
      ],
    ],
    ['$5-10B in revenue', [['$5-10B', 5e9, 1e10, 'USD', 'range']]],
    ['$5-10B+', [['$5-10B', 5e9, null, 'USD', 'at-least']]],
    ['$100+ million', [['$100+ million', 1e8, null, 'USD', 'at-least']]],
    ['half a billion dollars', [['half a billion dollars', 5e8, 5e8, 'USD', 'exact']]],
    ['more than a trillion dollars', [['a trillion dollars', 1e12, null, 'USD', 'over']]],
    ['one hundred million pounds', [['one hundred million pounds', 1e8, 1e8, 'GBP', 'exact']]],
    ['5 pounds of flour', []],
    ['as much as C$750m', [['C$750m', null, 7.5e8, 'CAD', 'at-most']]],
    ['almost £3bn', [['£3bn', null, 3e9, 'GBP', 'under']]],
    ['~$450 million per month', [['$450 million', 4.5e8, 4.5e8, 'USD', 'approx']]],
    ['a $38-billion contract', [['$38-billion', 3.8e10, 3.8e10, 'USD', 'exact']]],
    [
      'EUR5m and 500 million euros',
      [
        ['EUR5m', 5e6, 5e6, 'EUR', 'exact'],
        ['500 million euros', 5e8, 5e8, 'EUR', 'exact'],
      ],
    ],
    ['5 trillion yen', [['5 trillion yen', 5e12, 5e12, 'JPY', 'exact']]],
    ['a Multi-Year $38 Billion Deal', [['$38 Billion', 3.8e10, 3.8e10, 'USD', 'exact']]],
    ['a floor price of $US905 a tonne', [['$US905', 905, 905, 'USD', 'exact']]],
    ['$15.7-billion (Canadian) in all', [['$15.7-billion', 1.57e10, 1.57e10, 'CAD', 'exact']]],
    ['$5 million CAD', [['$5 million CAD', 5e6, 5e6, 'CAD', 'exact']]],
    ["CHF 1'200'000 a year", [["CHF 1'200'000", 1.2e6, 1.2e6, 'CHF', 'exact']]],
    ['€1 200 000 in fees', [['€1 200 000', 1.2e6, 1.2e6, 'EUR', 'exact']]],
    ['EUR 1,2 million', []],
    ['R4.5 billion, not an R2 unit', [['R4.5 billion', 4.5e9, 4.5e9, 'ZAR', 'exact']]],
    ['a Rs 1.1-lakh-crore plan', [['Rs 1.1-lakh-crore', 1.1e12, 1.1e12, 'INR', 'exact']]],
    ['two and a half billion dollars', [['two and a half billion dollars', 2.5e9, 2.5e9, 'USD', 'exact']]],
    ['five cents a share', [['five cents', 0.05, 0.05, 'USD', 'exact']]],
    ['a fully franked 12.5c a share', [['12.5c', 0.125, 0.125, 'USD', 'exact']]],
    ['a billion-dollar company', []],
    [
      'slipped 2p to 38.5p',
      [
        ['2p', 0.02, 0.02, 'GBP', 'exact'],
        ['38.5p', 0.385, 0.385, 'GBP', 'exact'],
      ],
    ],
    ['in talks over €18bn merger', [['€18bn', 1.8e10, 1.8e10, 'EUR', 'exact']]],
    ['cables under a SKr1.9bn deal', [['SKr1.9bn', 1.9e9, 1.9e9, 'SEK', 'exact']]],
    ['exceeds its $41bn target', [['$41bn', 4.1e10, 4.1e10, 'USD', 'exact']]],
    ['debt exceeds $41bn', [['$41bn', 4.1e10, null, 'USD', 'over']]],
    ['$65 billion, give or take, on data centers', [['$65 billion', 6.5e10, 6.5e10, 'USD', 'approx']]],
    ['£310m-plus', [['£310m', 3.1e8, null, 'GBP', 'at-least']]],
    ['$1bn plus tax', [['$1bn', 1e9, 1e9, 'USD', 'exact']]],
    ['the 3 won in court', []],
    ['13 billion parameters, $5 a month', [['$5', 5, 5, 'USD', 'exact']]],
    [
      'revenue of 38B in 2025, from $12bn',
      [
        ['38B', 3.8e10, 3.8e10, 'USD', 'exact'],
        ['$12bn', 1.2e10, 1.2e10, 'USD', 'exact'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes a bare dollar for the home currency of a document that marks US dollars', () => {
    const text =
      'The Australian miner, listed on the ASX in Sydney, raised $300 million. Its US$50 million facility stays.';
    expect(read(text).map(([, , , currency]) => currency)).toEqual(['AUD', 'USD']);
  });

  it('takes the dollar of an exchange for its own where no American market is named', () => {
    const text = 'The miner (ASX: GDL) closed at 77.5¢ on the ASX after a $180 million raising.';
    expect(read(text).map(([, , , currency]) => currency)).toEqual(['AUD', 'AUD']);
  });

  it('never overlaps, and every span is the slice of the text', () => {
    const piece = fc.constantFrom(
      '$',
      '5',
      '10',
      'bn',
      ' ',
      '-',
      ' to ',
      '£',
      'million',
      '.',
      'about ',
      'USD ',
      '%',
      'p',
      ',000',
      '+',
      ' dollars',
      'and',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, text: written } of moneyIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(written).toBe(text.slice(start, end));
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
