import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '#core/extract/dates/dates.ts';
import { extractDocument } from '#core/extract/extract.ts';
import { metricsIn } from '#core/extract/metrics/metrics.ts';
import { reactionsIn } from '#core/extract/reactions/reactions.ts';
import { readingOf } from '#core/extract/reading.ts';

/** Laws of what is read from any text: moves of shares, metrics, dates. */
const PARTS = [
  'Harrow Steel plc',
  'Tarbert Press',
  'the company',
  'its shares',
  'shares in',
  'the FTSE 100',
  'revenue of',
  'net loss of',
  'a valuation of',
  'rose',
  'fell',
  'was up',
  'closed down',
  '5%',
  '7.2 per cent',
  '£4.5bn',
  '$10-15 million',
  'from',
  'to',
  'wiped',
  'off its market value',
  'in 2025',
  'last quarter',
  'by the end of 2026',
  '3/11/2025',
  '2,500 employees',
  '1.2GW of capacity',
  ',',
  '.',
  '\n\n',
  '- ',
  '| a | $5m | 2024 |\n',
  '“',
  '”',
  '\ud800',
  '\u202e',
  '\u00a0',
  'Advertisement',
];
const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(' '));

describe('what is read from a text', () => {
  it('is the same every time, lies within the text and outside what is set aside', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { reactions, metrics, dates, excluded } = extractDocument(text);
        expect(extractDocument(text)).toEqual(extractDocument(text));
        const places = [
          ...[...reactions, ...metrics].map(
            ({ evidenceStart, evidenceEnd }) => [evidenceStart, evidenceEnd] as const,
          ),
          ...dates.map(({ start, end }) => [start, end] as const),
        ];
        for (const [start, end] of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(excluded.some((aside) => start < aside.end && aside.start < end)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never has a move without a company, a metric without an amount, or a window that ends before it begins', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readingOf(text);
        for (const { entity, percent } of reactionsIn(reading)) {
          expect(entity).not.toBe('');
          expect(percent ?? 0).toBeGreaterThanOrEqual(0);
        }
        for (const { low, high, unit } of metricsIn(reading)) {
          expect(low === null && high === null).toBe(false);
          expect(low === null || high === null || low <= high).toBe(true);
          expect(unit).not.toBe('');
        }
        for (const { text: written, start, end, fromOn, untilOn } of datesIn(reading, '2025-11-05')) {
          expect(reading.text.slice(start, end)).toBe(written);
          expect(fromOn === null || untilOn === null || fromOn < untilOn).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, string]>([
    ['moves and metrics on end', 'Shares of Harrow Steel Ltd fell 5% while revenue rose 12% to £4.5bn, '],
    ['hedges on end', 'revenue a record a record up to up to about as much as £5m '],
    ['nouns on end', 'net annual quarterly group net loss revenue margin '],
    ['names on end', 'Harrow Steel Tarbert Press Lorne Media '],
    ['one letter', 'a'],
    ['brackets', '('],
    ['rows', '| Harrow | £5m | 2024 |\n'],
  ])(
    'come to an end on %s, within the time of a test',
    (_what, part) => {
      const reading = readingOf(part.repeat(Math.ceil(200_000 / part.length)));
      const found = [...reactionsIn(reading), ...metricsIn(reading)];
      expect(found.every(({ evidenceEnd }) => evidenceEnd <= reading.text.length)).toBe(true);
      expect(datesIn(reading).every(({ end }) => end <= reading.text.length)).toBe(true);
    },
    60_000,
  );
});
