import type { Interval } from '../../quantities/interval.ts';
import type { FunctionName, Sign } from './formula.ts';

/**
 * Arithmetic on ranges whose ends may lie at infinity (METHODS §0.3). Law: the result holds every number that the
 * operation gives for numbers within its operands, and a wider operand never gives a narrower result.
 */
export interface Range {
  readonly lo: number;
  /** Null where an operand has none. */
  readonly point: number | null;
  readonly hi: number;
}

export type Outcome =
  | { readonly state: 'ok'; readonly range: Range; readonly touchesZero: boolean }
  | { readonly state: 'not-computable'; readonly reason: string };

export function rangeOf({ lo, point, hi }: Interval): Range {
  return { lo, point, hi: hi ?? Number.POSITIVE_INFINITY };
}

export function exact(amount: number): Range {
  return { lo: amount, point: amount, hi: amount };
}

export function negated({ lo, point, hi }: Range): Range {
  return { lo: -hi, point: point === null ? null : -point, hi: -lo };
}

/** `touchesZero`: the divisor may be zero, so that one end of the result lies at infinity. */
export function joined(sign: Sign, a: Range, b: Range): Outcome {
  if (sign === '/') return quotient(a, b);
  const range = sign === '+' ? sum(a, b) : sign === '-' ? sum(a, negated(b)) : times(a, b);
  return { state: 'ok', range, touchesZero: false };
}

function sum(a: Range, b: Range): Range {
  return { lo: a.lo + b.lo, point: pointOf(a, b, (x, y) => x + y), hi: a.hi + b.hi };
}

function times(a: Range, b: Range): Range {
  const ends = [a.lo, a.hi].flatMap((x) => [b.lo, b.hi].map((y) => (x === 0 || y === 0 ? 0 : x * y)));
  return { lo: Math.min(...ends), point: pointOf(a, b, (x, y) => x * y), hi: Math.max(...ends) };
}

function quotient(n: Range, d: Range): Outcome {
  if (d.lo < 0) return { state: 'not-computable', reason: 'what it divides by may be negative' };
  if (d.hi === 0) return { state: 'not-computable', reason: 'what it divides by is zero' };
  if (d.lo === 0 && n.lo < 0)
    return {
      state: 'not-computable',
      reason: 'what it divides by may be zero while what it divides may be negative',
    };
  const range = {
    lo: n.lo >= 0 ? over(n.lo, d.hi) : over(n.lo, d.lo),
    point: d.point === 0 ? null : pointOf(n, d, (x, y) => x / y),
    hi: d.lo === 0 ? Number.POSITIVE_INFINITY : n.hi >= 0 ? over(n.hi, d.lo) : over(n.hi, d.hi),
  };
  return { state: 'ok', range, touchesZero: d.lo === 0 };
}

function over(n: number, d: number): number {
  return d === Number.POSITIVE_INFINITY ? 0 : n / d;
}

function pointOf(a: Range, b: Range, join: (x: number, y: number) => number): number | null {
  return a.point === null || b.point === null ? null : join(a.point, b.point);
}

/** The functions of the vocabulary; `parts` has as many as the function takes. */
export function applied(name: FunctionName, parts: readonly Range[]): Range {
  const [first = exact(0)] = parts;
  switch (name) {
    case 'min':
      return parts.reduce((a, b) => endwise(a, b, Math.min));
    case 'max':
      return parts.reduce((a, b) => endwise(a, b, Math.max));
    case 'abs':
      return size(first);
    case 'as_share':
      return scaled(first, (end) => end / 100);
    case 'as_percent':
      return scaled(first, (end) => end * 100);
    case 'in_months':
      return scaled(first, (end) => end * 12);
    case 'in_years':
      return scaled(first, (end) => end / 12);
  }
}

function endwise(a: Range, b: Range, join: (x: number, y: number) => number): Range {
  return { lo: join(a.lo, b.lo), point: pointOf(a, b, join), hi: join(a.hi, b.hi) };
}

function scaled({ lo, point, hi }: Range, scale: (end: number) => number): Range {
  return { lo: scale(lo), point: point === null ? null : scale(point), hi: scale(hi) };
}

function size(range: Range): Range {
  const { lo, point, hi } = range;
  if (lo >= 0) return range;
  if (hi <= 0) return negated(range);
  return { lo: 0, point: point === null ? null : Math.abs(point), hi: Math.max(-lo, hi) };
}
