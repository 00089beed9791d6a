import { isUnitId } from '../../quantities/unit.ts';
import { type Dimension, moneyIn, of, PLAIN } from './dimension.ts';
import type { Span } from './problem.ts';

/**
 * An expression after it was read: numbers, names of the vocabulary, and the few ways to join them.
 * Law: what is not one of these shapes cannot be evaluated, so nothing else can be reached.
 */
export type Formula =
  /** A written number; `isPlain`: without a unit of its own, so that it takes the unit of what it is added to. */
  | {
      readonly kind: 'constant';
      readonly amount: number;
      readonly dimension: Dimension;
      readonly isPlain: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'named'; readonly reference: Reference; readonly span: Span }
  | { readonly kind: 'negated'; readonly part: Formula; readonly span: Span }
  | {
      readonly kind: 'joined';
      readonly sign: Sign;
      readonly left: Formula;
      readonly right: Formula;
      readonly span: Span;
    }
  | {
      readonly kind: 'applied';
      readonly name: FunctionName;
      readonly parts: readonly Formula[];
      readonly span: Span;
    };

export type Sign = '+' | '-' | '*' | '/';

/** A name of the vocabulary; with an argument where it asks for one, as `signal("cash-runway")`. */
export interface Reference {
  /** The same for two mentions of one amount. */
  readonly key: string;
  readonly word: string;
  readonly argument: string | null;
}

export interface FunctionSpec {
  readonly parts: readonly [least: number, most: number];
  readonly example: string;
  readonly what: string;
}

export const FUNCTIONS = {
  min: { parts: [2, 8], example: 'min(cash, revenue)', what: 'The smallest of its parts.' },
  max: {
    parts: [2, 8],
    example: 'max(0, 1 - cash / commitments)',
    what: 'The largest of its parts.',
  },
  abs: { parts: [1, 1], example: 'abs(revenue_next_year - revenue)', what: 'The size without its sign.' },
  as_share: {
    parts: [1, 1],
    example: 'as_share(signal("supplier-concentration/top-1"))',
    what: 'Per cent as a share of 0 to 1.',
  },
  as_percent: {
    parts: [1, 1],
    example: 'as_percent(cash / commitments)',
    what: 'A plain number or share as per cent.',
  },
  in_months: { parts: [1, 1], example: 'in_months(tenor)', what: 'Years as months.' },
  in_years: { parts: [1, 1], example: 'in_years(cash / cash_burn)', what: 'Months as years.' },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
export type FunctionName = keyof typeof FUNCTIONS;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

/** Makers of a constant with a unit: `money(5, "USD")`, `years(5)`. */
export const CONSTANT_MAKERS = ['money', 'years', 'months', 'days', 'percent', 'points'] as const;
export type ConstantMaker = (typeof CONSTANT_MAKERS)[number];

export function isConstantMaker(name: string): name is ConstantMaker {
  return CONSTANT_MAKERS.some((maker) => maker === name);
}

export function plainNumber(amount: number, span: Span): Formula {
  return { kind: 'constant', amount, dimension: PLAIN, isPlain: true, span };
}

/** Null where the currency is none that a ledger knows. */
export function constantWithUnit(
  maker: ConstantMaker,
  amount: number,
  currency: string,
  span: Span,
): Formula | null {
  if (maker !== 'money') return { kind: 'constant', amount, dimension: of(maker), isPlain: false, span };
  if (!isUnitId(currency)) return null;
  const dimension = moneyIn(currency);
  return dimension === null ? null : { kind: 'constant', amount, dimension, isPlain: false, span };
}

/** Every part in which names may stand, outermost first. */
export function walk(formula: Formula, visit: (part: Formula) => void): void {
  visit(formula);
  for (const part of partsOf(formula)) walk(part, visit);
}

export function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'joined') return [formula.left, formula.right];
  if (formula.kind === 'negated') return [formula.part];
  return formula.kind === 'applied' ? formula.parts : [];
}

export interface Mention {
  readonly reference: Reference;
  readonly span: Span;
}

/** Mentions of names, from left to right. */
export function mentionsOf(formula: Formula): readonly Mention[] {
  const found: Mention[] = [];
  walk(formula, (part) => {
    if (part.kind === 'named') found.push({ reference: part.reference, span: part.span });
  });
  return found;
}
