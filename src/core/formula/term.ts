import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';

/**
 * The arithmetic behind a reading as a tree over named inputs, so that one formula is written out, bounded, drawn at
 * random or put into cells, and never typed twice.
 * Law: inputs of one id are one variable wherever they stand; a term knows no ledger, no threshold and no signal.
 */
export interface TermInput {
  /** Of the figure; of the deal and what of it where a term of a deal enters. Several figures that form a range: joined by +. */
  readonly id: string;
  /** Which part of the formula it fills, e.g. "annual revenue". */
  readonly role: string;
  readonly name: string;
  /** `part`: a plain number from 0 to 1. */
  readonly unit: UnitId | 'part';
  /** Full units. */
  readonly amount: Interval;
  /** False where no source states the point: the middle of a range, or the floor under an undisclosed amount. */
  readonly isPointStated: boolean;
}

export type Term =
  | { readonly kind: 'input'; readonly input: TermInput }
  | { readonly kind: 'constant'; readonly amount: number }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'difference'; readonly from: Term; readonly less: Term }
  | { readonly kind: 'product'; readonly terms: readonly Term[] }
  | { readonly kind: 'quotient'; readonly part: Term; readonly whole: Term }
  /** `base` is never below zero. */
  | { readonly kind: 'power'; readonly base: Term; readonly exponent: number }
  | { readonly kind: 'smallest'; readonly terms: readonly Term[] }
  | { readonly kind: 'at-least-zero'; readonly term: Term };

export function inputTerm(input: TermInput): Term {
  return { kind: 'input', input };
}

export function constant(amount: number): Term {
  return { kind: 'constant', amount };
}

/** One term stands for itself, none for zero. */
export function sum(terms: readonly Term[]): Term {
  const [only, ...more] = terms;
  if (only === undefined) return constant(0);
  return more.length === 0 ? only : { kind: 'sum', terms };
}

export function difference(from: Term, less: Term): Term {
  return { kind: 'difference', from, less };
}

export function product(terms: readonly Term[]): Term {
  return { kind: 'product', terms };
}

export function quotient(part: Term, whole: Term): Term {
  return { kind: 'quotient', part, whole };
}

export function power(base: Term, exponent: number): Term {
  return { kind: 'power', base, exponent };
}

export function smallest(terms: readonly Term[]): Term {
  return { kind: 'smallest', terms };
}

export function atLeastZero(term: Term): Term {
  return { kind: 'at-least-zero', term };
}

/** The terms under a term, in the order in which the formula is read. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'input':
    case 'constant':
      return [];
    case 'sum':
    case 'product':
    case 'smallest':
      return term.terms;
    case 'difference':
      return [term.from, term.less];
    case 'quotient':
      return [term.part, term.whole];
    case 'power':
      return [term.base];
    case 'at-least-zero':
      return [term.term];
  }
}

/** Every input with the number of times it stands in the formula, by first appearance. */
export function inputsOf(term: Term): readonly { readonly input: TermInput; readonly uses: number }[] {
  const found = new Map<string, { input: TermInput; uses: number }>();
  const walk = (one: Term): void => {
    if (one.kind === 'input') {
      const known = found.get(one.input.id);
      if (known === undefined) found.set(one.input.id, { input: one.input, uses: 1 });
      else known.uses += 1;
    }
    for (const part of partsOf(one)) walk(part);
  };
  walk(term);
  return [...found.values()];
}
