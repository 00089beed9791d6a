import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, looksLikeFormula, unguardFormula } from '#core/report/formula-guard.ts';

const formulas = [
  '=1+1',
  '+44 20',
  '-5.2',
  '@SUM(A1)',
  "=cmd|'/c calc'!A1",
  ' =1',
  '\u00A0=1',
  '\uFEFF=1',
  '\u200B\u200B-1',
  '\u202E=1',
  '\tx',
  '\rx',
  '\nx',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\t',
  '   @',
];
const harmless = ['', 'x', '5-2', 'a=b', ' a', "'", "'x", '5', '"=1"', '_=1', '(1)'];

describe('formula guard', () => {
  test.each(formulas)('guards %j', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  test.each(harmless)('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  test('keeps the apostrophes of the text itself', () => {
    expect(guardFormula("'=1")).toBe("''=1");
    expect(unguardFormula("''=1")).toBe("'=1");
    expect(unguardFormula("'x")).toBe("'x");
  });

  test('comes off exactly as it went on', () => {
    const likely = fc.array(fc.constantFrom("'", '=', '-', ' ', '\t', 'a', '\uFEFF', '＝'), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          likely.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(unguardFormula(guardFormula(text))).toBe(text);
          expect(looksLikeFormula(guardFormula(text))).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
