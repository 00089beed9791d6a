import { assertNever } from '../../assert-never.ts';
import { groupBy } from '../../group-by.ts';
import { type Formula, mentionsOf, partsOf } from './formula.ts';
import { Refusal } from './problem.ts';
import { isNeverNegative } from './vocabulary.ts';

/**
 * One amount named more than once (METHODS §0.3: a figure used twice is one variable). Law: the range of a formula is
 * never wider because an amount stands in it twice. Where the result moves the same way with each mention, arithmetic
 * on ranges is exact as it is. Where it is linear in the amount, or a quotient of two such, the ends of the result lie
 * at the ends of the amount, so these are tried. Anything else is refused with the place of the second mention.
 */
export interface Repetition {
  /** Keys of the amounts whose ends are to be tried, in the order of their first mention. */
  readonly tried: readonly string[];
}

/** More would take more than a thousand rounds. */
const MOST_TRIED = 6;

/** Throws Refusal. */
export function repetitionOf(formula: Formula): Repetition {
  const mentions = groupBy(mentionsOf(formula), ({ reference }) => reference.key);
  const tried: string[] = [];
  for (const [key, places] of mentions) {
    const second = places[1];
    if (second === undefined || isOneWay(formula, key)) continue;
    const { above, below } = degreeOf(formula, key);
    const fits = above <= 1 && below <= 1 && !isBent(formula, key);
    if (!fits || tried.length === MOST_TRIED)
      throw new Refusal(
        second.span,
        `“${key}” stands here a second time and pulls the result both ways, so its range cannot be told. Write it so that it stands once, as 1 - a / b instead of (b - a) / b.`,
      );
    tried.push(key);
  }
  return { tried };
}

/** 1: rises with the amount, -1: falls, 0: does not change, null: may do either. */
type Way = 1 | -1 | 0 | null;

function isOneWay(formula: Formula, key: string): boolean {
  return wayOf(formula, key) !== null;
}

function wayOf(formula: Formula, key: string): Way {
  switch (formula.kind) {
    case 'constant':
      return 0;
    case 'named':
      return formula.reference.key === key ? 1 : 0;
    case 'negated':
      return turned(wayOf(formula.part, key), -1);
    case 'applied':
      return formula.name === 'abs' ? sizeWay(formula.parts[0], key) : together(formula.parts, key);
    case 'joined':
      return joinedWay(formula, key);
    default:
      return assertNever(formula);
  }
}

function joinedWay({ sign, left, right }: Extract<Formula, { kind: 'joined' }>, key: string): Way {
  const [a, b] = [wayOf(left, key), wayOf(right, key)];
  if (sign === '+') return both(a, b);
  if (sign === '-') return both(a, turned(b, -1));
  if (sign === '*') return both(turned(a, signOf(right)), turned(b, signOf(left)));
  const below = turned(b, signOf(left));
  return both(a, below === null ? null : turned(below, -1));
}

function sizeWay(part: Formula | undefined, key: string): Way {
  return part === undefined ? 0 : turned(wayOf(part, key), signOf(part));
}

function together(parts: readonly Formula[], key: string): Way {
  return parts.map((part) => wayOf(part, key)).reduce(both, 0);
}

function both(a: Way, b: Way): Way {
  if (a === null || b === null) return null;
  if (a === 0) return b;
  return b === 0 || a === b ? a : null;
}

function turned(way: Way, by: Way): Way {
  if (way === null) return null;
  if (way === 0) return 0;
  if (by === null) return null;
  return by === 0 ? 0 : by === 1 ? way : way === 1 ? -1 : 1;
}

/** Sign that a formula always has; null where it may have either. What is divided by is above zero, or refused. */
function signOf(formula: Formula): Way {
  switch (formula.kind) {
    case 'constant':
      return formula.amount > 0 ? 1 : formula.amount < 0 ? -1 : 0;
    case 'named':
      return isNeverNegative(formula.reference) ? 1 : null;
    case 'negated':
      return turned(signOf(formula.part), -1);
    case 'applied':
      return appliedSign(formula);
    case 'joined': {
      const [a, b] = [signOf(formula.left), signOf(formula.right)];
      if (formula.sign === '/') return a;
      if (formula.sign === '*') return turned(a, b);
      return both(a, formula.sign === '+' ? b : turned(b, -1));
    }
    default:
      return assertNever(formula);
  }
}

function appliedSign({ name, parts }: Extract<Formula, { kind: 'applied' }>): Way {
  const signs = parts.map(signOf);
  if (name === 'abs') return 1;
  if (name === 'max' && signs.some((sign) => sign === 1 || sign === 0)) return 1;
  return signs.reduce(both);
}

interface Degree {
  readonly above: number;
  readonly below: number;
}

const NONE: Degree = { above: 0, below: 0 };

/** Powers of the amount above and below the line, if the formula were written as one quotient. */
function degreeOf(formula: Formula, key: string): Degree {
  if (formula.kind === 'named') return formula.reference.key === key ? { above: 1, below: 0 } : NONE;
  if (formula.kind === 'constant') return NONE;
  if (formula.kind === 'negated') return degreeOf(formula.part, key);
  if (formula.kind === 'applied')
    return formula.parts.map((part) => degreeOf(part, key)).reduce(sumDegree, NONE);
  const [a, b] = [degreeOf(formula.left, key), degreeOf(formula.right, key)];
  if (formula.sign === '*') return { above: a.above + b.above, below: a.below + b.below };
  if (formula.sign === '/') return { above: a.above + b.below, below: a.below + b.above };
  return sumDegree(a, b);
}

function sumDegree(a: Degree, b: Degree): Degree {
  return { above: Math.max(a.above + b.below, b.above + a.below), below: a.below + b.below };
}

/** Whether the amount stands within min, max or abs, where a result may turn between its ends. */
function isBent(formula: Formula, key: string): boolean {
  if (formula.kind === 'applied' && BENDING.includes(formula.name))
    return mentionsOf(formula).some(({ reference }) => reference.key === key);
  return partsOf(formula).some((part) => isBent(part, key));
}

const BENDING: readonly string[] = ['min', 'max', 'abs'];
