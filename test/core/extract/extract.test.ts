import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '#core/extract/extract.ts';
import { extractionJson } from '#core/extract/report-json.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const PIECES = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  '\n',
  '\n\n',
  ' ',
  '. ',
  ', ',
  '$5bn',
  '£3m-£4m',
  '12%',
  'between ',
  ' to ',
  'said ',
  'Ann Lee',
  'Lakeside Foods plc',
  'the company ',
  'It ',
  'Advertisement',
  'Related posts',
  'About Lakeside',
  'def run(self):',
  'shares fell ',
  'on Monday',
  'By Ann Lee',
  '- ',
  '|',
  'A',
  'é',
  '😀',
  '\u{D800}',
  '\r\n',
  '\u00a0',
  '(AWS)',
  'agreed to buy ',
  '1,000',
  '+',
];

describe('extractDocument', () => {
  it('keeps every place within the text, in order, its words the slice, and nothing in what is set aside', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (document) => {
        const found = extractDocument(document);
        for (const items of [found.money, found.percents, found.quotes]) {
          let last = 0;
          for (const { start, end, text: words } of items) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(words).toBe(document.slice(start, end));
            last = end;
          }
          expect(last).toBeLessThanOrEqual(document.length);
          expect(items.some((item) => touchesAny(item, found.excluded))).toBe(false);
        }
        expect(extractDocument(document)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['$', '$'],
    ['digits', '1'],
    ['grouped digits', '1 000 '],
    ['quotation marks', '"'],
    ['opening marks', '“abc '],
    ['capital words', 'Capital Word '],
    ['short sentences', 'AB. '],
    ['hyphens', 'a-'],
    ['headings', 'About Us\n'],
    ['spaces', ' '],
    ['brackets', '('],
  ];
  it.each(hostile)(
    'comes to an end on nothing but %s, within the time of a test',
    (_name, piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(extractDocument(text).money.every(({ end }) => end <= text.length)).toBe(true);
    },
    60_000,
  );

  it('prints the keys of the command line page and no further ones', () => {
    const json = extractionJson(extractDocument('“We pay $5bn, 3% more,” said Ann Lee.'), 'ab');
    expect(Object.keys(json)).toEqual([
      'source',
      'text_sha256',
      'money',
      'percents',
      'quotes',
      'deals',
      'reactions',
      'metrics',
      'excluded',
    ]);
    expect(Object.keys(json.source)).toEqual(['title', 'publisher', 'url', 'published']);
    expect(json.money[0]).toEqual({
      text: '$5bn',
      low: 5e9,
      high: 5e9,
      currency: 'USD',
      qualifier: 'exact',
      start: 8,
      end: 12,
    });
    expect(json.quotes[0]).toEqual({
      text: 'We pay $5bn, 3% more,',
      speaker: 'Ann Lee',
      affiliation: null,
      role: null,
      start: 1,
      end: 22,
    });
  });
});

function touchesAny({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => start < span.end && end > span.start);
}
