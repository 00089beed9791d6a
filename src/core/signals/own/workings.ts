import { assertNever } from '../../assert-never.ts';
import type { Interval } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import { digits, sharedScale } from '../words.ts';
import { BASES, type Dimension, powerOf } from './dimension.ts';
import type { Formula } from './formula.ts';
import type { FoundAmount } from './named-amount.ts';
import { dimensionOfReference } from './vocabulary.ts';

/** The formula with its numbers in it, brackets where the written one needs them; money at one scale throughout. */
export function formulaWords(formula: Formula, amounts: ReadonlyMap<string, FoundAmount>): string {
  const money = [...amounts.values()].filter(({ currency }) => currency !== null);
  const currency = money[0]?.currency ?? null;
  const write =
    currency === null
      ? null
      : sharedScale(
          money.map(({ amount }) => amount),
          currency,
        );
  return wordsOf(formula, { amounts, currency, write }, 0);
}

interface Pen {
  readonly amounts: ReadonlyMap<string, FoundAmount>;
  readonly currency: UnitId | null;
  readonly write: ((amount: Interval) => string) | null;
}

/** How tightly a sign binds; what binds less than its surroundings stands in brackets. */
const BINDING = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;
const TIGHT = 3;

function wordsOf(formula: Formula, pen: Pen, around: number): string {
  switch (formula.kind) {
    case 'constant':
      return constantWords(formula.amount, formula.dimension);
    case 'named':
      return bracketed(amountText(formula.reference, pen));
    case 'negated':
      return `-${wordsOf(formula.part, pen, TIGHT)}`;
    case 'applied':
      return `${formula.name}(${formula.parts.map((part) => wordsOf(part, pen, 0)).join(', ')})`;
    case 'joined': {
      const binding = BINDING[formula.sign];
      const left = wordsOf(formula.left, pen, binding);
      const right = wordsOf(formula.right, pen, binding + 1);
      const text = `${left} ${formula.sign} ${right}`;
      return binding < around ? `(${text})` : text;
    }
    default:
      return assertNever(formula);
  }
}

function amountText(
  reference: Extract<Formula, { kind: 'named' }>['reference'],
  { amounts, write }: Pen,
): string {
  const one = amounts.get(reference.key);
  if (one === undefined) return reference.key;
  const dimension = dimensionOfReference(reference);
  if (one.currency !== null && write !== null)
    return `${write(one.amount)}${powerOf(dimension, 'months') < 0 ? ' a month' : ''}`;
  return rangeText(one.amount, unitText(dimension));
}

/** A range among other numbers is read as one thing. */
function bracketed(text: string): string {
  return / to | or more$|^up to /.test(text) ? `(${text})` : text;
}

function rangeText({ lo, point, hi }: Interval, unit: string): string {
  if (lo === hi) return `${digits(lo)}${unit}`;
  if (hi === null) return `${digits(lo)}${unit} or more`;
  if (lo === 0 && point === hi) return `up to ${digits(hi)}${unit}`;
  return `${digits(lo)} to ${digits(hi)}${unit}`;
}

function constantWords(amount: number, dimension: Dimension): string {
  if (dimension.currency !== null) return `${dimension.currency} ${digits(amount)}`;
  return `${digits(amount)}${unitText(dimension)}`;
}

function unitText(dimension: Dimension): string {
  const base = BASES.find((one) => powerOf(dimension, one) === 1);
  if (base === undefined || base === 'count' || base === 'money') return '';
  return base === 'percent' ? ' %' : ` ${base}`;
}
