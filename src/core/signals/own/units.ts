import { assertNever } from '../../assert-never.ts';
import {
  type Dimension,
  dimensionWords,
  disagreesOnCurrency,
  isAlike,
  isPlainDimension,
  of,
  PLAIN,
  powerOf,
  product,
} from './dimension.ts';
import type { Formula, FunctionName } from './formula.ts';
import { Refusal, type Span } from './problem.ts';
import { dimensionOfReference } from './vocabulary.ts';

/** The unit of a formula, from those of its names. Throws Refusal where unlike amounts are added or compared. */
export function dimensionOf(formula: Formula): Dimension {
  switch (formula.kind) {
    case 'constant':
      return formula.dimension;
    case 'named':
      return dimensionOfReference(formula.reference);
    case 'negated':
      return dimensionOf(formula.part);
    case 'joined':
      return joinedDimension(formula);
    case 'applied':
      return appliedDimension(formula);
    default:
      return assertNever(formula);
  }
}

function joinedDimension({ sign, left, right, span }: Extract<Formula, { kind: 'joined' }>): Dimension {
  const [a, b] = [dimensionOf(left), dimensionOf(right)];
  refuseTwoCurrencies(a, b, span);
  if (sign === '+' || sign === '-')
    return shared([left, right], [a, b], sign === '+' ? 'added to' : 'set against');
  return product(a, b, sign === '*' ? 1 : -1);
}

function appliedDimension({ name, parts, span }: Extract<Formula, { kind: 'applied' }>): Dimension {
  const dimensions = parts.map(dimensionOf);
  const [first = PLAIN] = dimensions;
  if (name === 'min' || name === 'max') return shared(parts, dimensions, 'compared with');
  if (name === 'abs') return first;
  const { from, to } = CONVERSIONS[name];
  if (isAlike(first, from) || (isPlainDimension(first) && isBare(parts[0]))) return to;
  throw new Refusal(span, `${name} takes ${dimensionWords(from)}; this is ${dimensionWords(first)}.`);
}

const CONVERSIONS: Readonly<
  Record<Exclude<FunctionName, 'min' | 'max' | 'abs'>, { readonly from: Dimension; readonly to: Dimension }>
> = {
  as_share: { from: of('percent'), to: PLAIN },
  as_percent: { from: PLAIN, to: of('percent') },
  in_months: { from: of('years'), to: of('months') },
  in_years: { from: of('months'), to: of('years') },
};

/** One unit for all; a bare number takes the unit of the others, for money only where it is zero. */
function shared(parts: readonly Formula[], dimensions: readonly Dimension[], verb: string): Dimension {
  const lead = parts.findIndex((part) => !isBare(part));
  const dimension = dimensions[Math.max(0, lead)] ?? PLAIN;
  for (const [at, part] of parts.entries()) {
    const own = dimensions[at] ?? PLAIN;
    refuseTwoCurrencies(dimension, own, part.span);
    if (isAlike(own, dimension) || adapts(part, dimension)) continue;
    throw new Refusal(part.span, unlikeSentence(own, dimension, verb));
  }
  return dimensions.find(({ currency }) => currency !== null) ?? dimension;
}

function adapts(part: Formula, dimension: Dimension): boolean {
  if (!isBare(part)) return false;
  return powerOf(dimension, 'money') === 0 || (part.kind === 'constant' && part.amount === 0);
}

function unlikeSentence(own: Dimension, dimension: Dimension, verb: string): string {
  const hint =
    isPlainDimension(own) && powerOf(dimension, 'money') === 1
      ? ' An amount of money is written as money(5e9, "USD").'
      : '';
  return `This is ${dimensionWords(own)} and cannot be ${verb} ${dimensionWords(dimension)}.${hint}`;
}

/** Made of written numbers without a unit alone. */
function isBare(formula: Formula | undefined): boolean {
  if (formula === undefined) return false;
  if (formula.kind === 'constant') return formula.isPlain;
  if (formula.kind === 'joined') return isBare(formula.left) && isBare(formula.right);
  return formula.kind === 'negated' && isBare(formula.part);
}

function refuseTwoCurrencies(a: Dimension, b: Dimension, span: Span): void {
  if (disagreesOnCurrency(a, b))
    throw new Refusal(span, `${a.currency} and ${b.currency} are two currencies: no rate is on file.`);
}
