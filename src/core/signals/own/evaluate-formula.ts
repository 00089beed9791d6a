import { assertNever } from '../../assert-never.ts';
import type { Formula } from './formula.ts';
import { applied, exact, joined, negated, type Outcome, type Range } from './range.ts';
import type { Repetition } from './repetition.ts';

/** Amounts by the key of their reference; every name of the formula is in it. */
export type Amounts = ReadonlyMap<string, Range>;

export interface Result {
  readonly range: Range;
  /** Why the range may be wider than it need be: an amount that stands twice is open, or a divisor may be zero. */
  readonly isLoose: boolean;
}

export type Evaluated =
  | { readonly state: 'ok'; readonly result: Result }
  | { readonly state: 'not-computable'; readonly reason: string };

/**
 * The range of a formula over the ranges of its amounts. Steps: at most the parts of the formula times two to the
 * power of the amounts that are tried at their ends, so 300 x 64.
 */
export function evaluateFormula(formula: Formula, amounts: Amounts, { tried }: Repetition): Evaluated {
  const whole = rangeOfFormula(formula, amounts);
  if (whole.state !== 'ok') return whole;
  const { range, touchesZero } = whole;
  if (tried.length === 0) return { state: 'ok', result: { range, isLoose: false } };
  const isOpen = tried.some((key) => !isBounded(amounts.get(key)));
  if (isOpen || touchesZero) return { state: 'ok', result: { range, isLoose: true } };
  const corners = cornersOf(tried, amounts).flatMap((corner) => {
    const at = rangeOfFormula(formula, corner);
    return at.state === 'ok' ? [at.range] : [];
  });
  return { state: 'ok', result: { range: around(corners, range), isLoose: false } };
}

function isBounded(range: Range | undefined): boolean {
  return range !== undefined && Number.isFinite(range.lo) && Number.isFinite(range.hi);
}

/** The amounts with those tried at each combination of their ends. */
function cornersOf(tried: readonly string[], amounts: Amounts): readonly Amounts[] {
  return tried.reduce<readonly Amounts[]>(
    (corners, key) =>
      corners.flatMap((corner) => {
        const { lo, hi } = amounts.get(key) ?? exact(0);
        return [lo, hi].map((end) => new Map([...corner, [key, exact(end)]]));
      }),
    [amounts],
  );
}

/** The ends of all corners, with the point of the whole, which the ends never leave out. */
function around(corners: readonly Range[], { point }: Range): Range {
  const points = point === null ? [] : [point];
  return {
    lo: Math.min(...corners.map(({ lo }) => lo), ...points),
    point,
    hi: Math.max(...corners.map(({ hi }) => hi), ...points),
  };
}

/** Arithmetic on ranges from the inside out, every mention by itself. */
function rangeOfFormula(formula: Formula, amounts: Amounts): Outcome {
  switch (formula.kind) {
    case 'constant':
      return fine(exact(formula.amount));
    case 'named':
      return fine(amounts.get(formula.reference.key) ?? exact(Number.NaN));
    case 'negated':
      return onOne(formula.part, amounts, negated);
    case 'joined':
      return onTwo(formula, amounts);
    case 'applied':
      return onMany(formula, amounts);
    default:
      return assertNever(formula);
  }
}

function fine(range: Range, touchesZero = false): Outcome {
  return { state: 'ok', range, touchesZero };
}

function onOne(part: Formula, amounts: Amounts, change: (range: Range) => Range): Outcome {
  const inner = rangeOfFormula(part, amounts);
  return inner.state === 'ok' ? fine(change(inner.range), inner.touchesZero) : inner;
}

function onTwo({ sign, left, right }: Extract<Formula, { kind: 'joined' }>, amounts: Amounts): Outcome {
  const a = rangeOfFormula(left, amounts);
  if (a.state !== 'ok') return a;
  const b = rangeOfFormula(right, amounts);
  if (b.state !== 'ok') return b;
  const outcome = joined(sign, a.range, b.range);
  if (outcome.state !== 'ok') return outcome;
  return fine(outcome.range, outcome.touchesZero || a.touchesZero || b.touchesZero);
}

function onMany({ name, parts }: Extract<Formula, { kind: 'applied' }>, amounts: Amounts): Outcome {
  const inner = parts.map((part) => rangeOfFormula(part, amounts));
  const failed = inner.find(({ state }) => state !== 'ok');
  if (failed !== undefined) return failed;
  const known = inner.flatMap((one) => (one.state === 'ok' ? [one] : []));
  const range = applied(
    name,
    known.map((one) => one.range),
  );
  return fine(
    range,
    known.some(({ touchesZero }) => touchesZero),
  );
}
