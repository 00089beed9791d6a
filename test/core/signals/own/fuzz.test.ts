import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkExpression } from '#core/signals/own/check.ts';
import { ownSignalDefinition } from '#core/signals/own/own-signal.ts';
import { vocabulary } from '#core/signals/own/vocabulary.ts';
import { runSignals } from '#core/signals/run.ts';
import { caseView, openai } from '../../case-view.ts';
import { ratio } from './formulas.ts';
import { hostile } from './hostile.ts';

/**
 * Random and hostile expressions: each is refused with a place or evaluated, none throws, hangs or reaches past the
 * vocabulary. PLUMBLINE_FUZZ=<number> draws more.
 */
const RUNS = Number(process.env['PLUMBLINE_FUZZ'] ?? 1_500);
const LONGEST_MS = 5_000;

const names = vocabulary.map(({ id }) => id);
const token = fc.constantFrom(
  ...names,
  ...['+', '-', '*', '/', '(', ')', '[', ']', '{', '}', '.', ',', '?', ':', '!', '&&', '==', '<', '%'],
  ...[
    '"',
    "'",
    '1',
    '0',
    '1e308',
    '0x10',
    '9007199254740993',
    '1e-300',
    ' ',
    '\n',
    '//',
    '\\',
    '$',
    'ü',
    '\u0000',
  ],
  ...['min(', 'max(', 'abs(', 'money(', 'signal("', 'commitments_with("', '"USD")', '.map(', '.constructor'],
  ...['__proto__', 'constructor', 'globalThis', 'matches("(a+)+$")', 'in', 'true', 'null', 'has('],
);
const drawn = fc.oneof(
  { weight: 4, arbitrary: fc.array(token, { maxLength: 60 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.array(token, { maxLength: 25 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.string({ maxLength: 200, unit: 'binary' }) },
  { weight: 2, arbitrary: ratio },
  {
    weight: 1,
    arbitrary: fc.tuple(token, fc.nat(4_000)).map(([part, times]) => part.repeat(times)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...hostile),
        fc.constantFrom(...hostile),
        fc.constantFrom(' + ', ' / ', ', ', '\n'),
      )
      .map(([a, b, between]) => `${a}${between}${b}`),
  },
);

const pillar = 'funding';
const rest = { slug: 'drawn', name: 'Drawn', question: 'Drawn?', pillar, note: null } as const;

it(`${RUNS} expressions are refused or evaluated, and nothing else happens`, { timeout: 600_000 }, () => {
  const globals = Object.getOwnPropertyNames(globalThis).toSorted();
  const shapes = [Object.prototype, Array.prototype, Function.prototype].map((shape) =>
    Object.getOwnPropertyNames(shape).toSorted(),
  );
  let evaluated = 0;
  fc.assert(
    fc.property(drawn, (expression) => {
      const began = performance.now();
      const check = checkExpression(expression);
      if (check.state === 'refused') {
        const { start, end, message } = check.problem;
        expect(start >= 0 && start <= end && end <= expression.length).toBe(true);
        expect(message.endsWith('.') || message.endsWith('?')).toBe(true);
      } else {
        evaluated += 1;
        expect(check.checked.references.filter(({ word }) => !names.includes(word))).toEqual([]);
        const [unit] = check.checked.units;
        const signal = ownSignalDefinition({
          ...rest,
          ...{ expression, unit, isLowerWorse: false, watch: 1, warn: 2, critical: 3 },
        });
        const [flag] = runSignals({ view: caseView, subjectIds: [openai.id], sets: [], signals: [signal] });
        expect(Number.isNaN(flag?.value?.lo ?? 0)).toBe(false);
        expect(JSON.parse(JSON.stringify(flag?.value ?? null))).toEqual(flag?.value ?? null);
      }
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
    }),
    { numRuns: RUNS },
  );
  expect(evaluated).toBeGreaterThan(RUNS / 40);
  expect(Object.getOwnPropertyNames(globalThis).toSorted()).toEqual(globals);
  expect(
    [Object.prototype, Array.prototype, Function.prototype].map((shape) =>
      Object.getOwnPropertyNames(shape).toSorted(),
    ),
  ).toEqual(shapes);
});
