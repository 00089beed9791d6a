import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flagMoves } from '#core/report/flag-moves.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { type Flag, SEVERITIES, type Severity } from '#core/signals/flag.ts';
import { caseView, openai } from '../case-view.ts';

const [one] = evaluateSignals(caseView, [openai.id], []);
if (one === undefined) throw new Error('No flags.');
const about = (id: string, severity: Severity): Flag => ({
  ...one,
  severity,
  scope: { kind: 'about', id, name: id.toUpperCase() },
});

it('tells what is raised or worse first, then what is milder or gone, the graver first', () => {
  const then = [
    about('a', 'watch'),
    about('b', 'critical'),
    about('c', 'warn'),
    about('d', 'warn'),
    about('same', 'warn'),
    about('f', 'clear'),
    about('unknown', 'insufficient-data'),
    about('was-clear', 'clear'),
  ];
  const now = [
    about('a', 'warn'),
    about('b', 'warn'),
    about('c', 'insufficient-data'),
    about('same', 'warn'),
    about('new', 'critical'),
    about('new-clear', 'clear'),
    about('f', 'not-computable'),
    about('unknown', 'not-applicable'),
  ];
  expect(
    flagMoves(then, now).map(({ scopeName, before, after, place }) => [scopeName, before, after, place]),
  ).toEqual([
    ['NEW', null, 'critical', 4],
    ['A', 'watch', 'warn', 0],
    ['B', 'critical', 'warn', 1],
    ['C', 'warn', 'insufficient-data', 2],
    ['D', 'warn', null, null],
    ['F', 'clear', 'not-computable', 6],
  ]);
});

it('tells nothing of runs that agree, whatever their order', () => {
  const run = fc
    .array(fc.constantFrom(...SEVERITIES), { maxLength: 12 })
    .map((severities) => severities.map((severity, at) => about(`m${at}`, severity)));
  fc.assert(
    fc.property(run, (flags) => {
      expect(flagMoves(flags, flags.toReversed())).toEqual([]);
      const raised = flags.filter(({ severity }) => ['critical', 'warn', 'watch'].includes(severity)).length;
      expect(flagMoves([], flags)).toHaveLength(raised);
      expect(flagMoves(flags, [])).toHaveLength(raised);
    }),
  );
});
