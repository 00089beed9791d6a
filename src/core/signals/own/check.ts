import type { Flag } from '../flag.ts';
import { type Dimension, dimensionWords, measureUnitsFor, powerOf } from './dimension.ts';
import { type Formula, mentionsOf, type Reference } from './formula.ts';
import { parseFormula } from './parse.ts';
import { type Problem, problemAt, Refusal, type Span } from './problem.ts';
import { type Repetition, repetitionOf } from './repetition.ts';
import { dimensionOf } from './units.ts';

/** An expression that may be evaluated. */
export interface Checked {
  readonly expression: string;
  readonly formula: Formula;
  readonly repetition: Repetition;
  readonly dimension: Dimension;
  /** Units in which its result may be shown, the usual one first. */
  readonly units: readonly [Flag['unit'], ...Flag['unit'][]];
  /** Names in the order of their first mention. */
  readonly references: readonly Reference[];
}

export type Check =
  | { readonly state: 'fine'; readonly checked: Checked }
  | { readonly state: 'refused'; readonly problem: Problem };

/** Reads an expression and checks its names, units and repeated names. Never throws. */
export function checkExpression(expression: string): Check {
  try {
    return { state: 'fine', checked: checkedOf(expression) };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { state: 'refused', problem: problemAt(expression, thrown.span, thrown.message) };
  }
}

function checkedOf(expression: string): Checked {
  const formula = parseFormula(expression);
  const references = referencesOf(formula);
  const whole = { start: 0, end: expression.length };
  if (references.length === 0)
    throw new Refusal(
      whole,
      'The expression names nothing that is on file, so it would be the same for every company.',
    );
  const dimension = dimensionOf(formula);
  const [unit, ...others] = measureUnitsFor(dimension);
  if (unit === undefined) throw unmeasurable(dimension, whole);
  return {
    expression,
    formula,
    repetition: repetitionOf(formula),
    dimension,
    units: [unit, ...others],
    references,
  };
}

function referencesOf(formula: Formula): readonly Reference[] {
  return [...new Map(mentionsOf(formula).map(({ reference }) => [reference.key, reference])).values()];
}

function unmeasurable(dimension: Dimension, whole: Span): Refusal {
  const result = `The result is ${dimensionWords(dimension)}.`;
  const advice =
    powerOf(dimension, 'money') > 0
      ? 'A signal compares a plain number with its thresholds: divide by another amount, as revenue, or by money(1, "USD").'
      : powerOf(dimension, 'years') !== 0
        ? 'Write in_months(…) around it, or multiply or divide by years(1).'
        : 'A signal is a plain number, a share, per cent, percentage points, months or days.';
  return new Refusal(whole, `${result} ${advice}`);
}
