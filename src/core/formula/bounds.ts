import { assertNever } from '../assert-never.ts';
import type { Interval } from '../quantities/interval.ts';
import { inputsOf, type Term, type TermInput } from './term.ts';

/**
 * Interval arithmetic over a formula (METHODS §0.3).
 * Law: an input used once is taken from end to end; one used several times is one variable, so that the formula is
 * looked at with it held at one place after another: at its ends, and between them while that is affordable. That is
 * exact where the result rises or falls with each input, as in every ratio and share.
 */
export function boundsOf(term: Term): Interval | null {
  const repeated = inputsOf(term)
    .filter(({ input, uses }) => uses > 1 && input.amount.lo !== input.amount.hi)
    .map(({ input }) => input);
  const point = pointOf(term);
  const found = repeated.length > MOST_CORNERS ? climbed(term, repeated) : walked(term, repeated);
  if (found === null) return null;
  const [lo, hi] = [
    point === null ? found[0] : Math.min(found[0], point),
    Math.max(found[1], point ?? found[1]),
  ];
  return { lo: Math.abs(lo) < 1 / BEYOND ? 0 : lo, point, hi: hi > BEYOND ? null : hi };
}

/** The formula with every input at its point; null where one has none or nothing divides by zero. */
export function pointOf(term: Term): number | null {
  const isWhole = inputsOf(term).every(({ input }) => input.amount.point !== null);
  if (!isWhole) return null;
  const value = enclose(term, ({ amount }) => [amount.point ?? 0, amount.point ?? 0]);
  return value === null || !Number.isFinite(value[0]) ? null : value[0];
}

type Ends = readonly [lo: number, hi: number];
type Place = (input: TermInput) => Ends;

/**
 * Stands for an open end of a repeated input: past every amount, yet a number that can be divided by itself; so does its
 * inverse for zero.
 */
const OPEN = 1e150;
const BEYOND = 1e100;
const MOST_CORNERS = 10;
/** With up to this many repeated inputs each is looked at between its ends too. */
const MOST_FINE = 3;
const FINE = [0, 0.25, 0.5, 0.75, 1];
const COARSE = [0, 1];

function endsOf({ amount: { lo, hi } }: TermInput): Ends {
  return [lo, hi ?? Number.POSITIVE_INFINITY];
}

/** Hull over every combination of places of the repeated inputs. */
function walked(term: Term, repeated: readonly TermInput[]): Ends | null {
  const steps = repeated.length <= MOST_FINE ? FINE : COARSE;
  const held = new Map<string, number>();
  const place: Place = (input) => {
    const at = held.get(input.id);
    return at === undefined ? endsOf(input) : [at, at];
  };
  let hull: Ends | null = null;
  for (let turn = 0; turn < steps.length ** repeated.length; turn += 1) {
    repeated.forEach((input, at) => {
      const step = steps[Math.floor(turn / steps.length ** at) % steps.length] ?? 0;
      held.set(input.id, placeAt(input, step));
    });
    const ends = enclose(term, place);
    if (ends === null) return null;
    hull = hull === null ? ends : [Math.min(hull[0], ends[0]), Math.max(hull[1], ends[1])];
  }
  return hull;
}

function placeAt({ amount: { lo, hi } }: TermInput, step: number): number {
  if (step === 0) return lo === 0 ? 1 / OPEN : lo;
  if (hi === null) return OPEN;
  return step === 1 ? hi : lo + step * (hi - lo);
}

/** With too many corners to look at all: from the low and the high corner, one input after the other to its better end. */
function climbed(term: Term, repeated: readonly TermInput[]): Ends | null {
  const best = (side: 0 | 1): number | null => {
    const isBetter = (a: number, b: number) => (side === 0 ? a < b : a > b);
    const held = new Map(repeated.map((input) => [input.id, placeAt(input, side)]));
    const value = () =>
      enclose(term, (input) => {
        const at = held.get(input.id);
        return at === undefined ? endsOf(input) : [at, at];
      })?.[side] ?? null;
    let found = value();
    for (let isMoving = true; isMoving && found !== null; ) {
      isMoving = false;
      for (const input of repeated) {
        const before = held.get(input.id) ?? 0;
        held.set(input.id, placeAt(input, before === placeAt(input, 0) ? 1 : 0));
        const now = value();
        if (now !== null && found !== null && isBetter(now, found)) [found, isMoving] = [now, true];
        else held.set(input.id, before);
      }
    }
    return found;
  };
  const [lo, hi] = [best(0), best(1)];
  return lo === null || hi === null ? null : [lo, hi];
}

/** Plain interval arithmetic; null where something is divided by what may be below zero or is zero. */
function enclose(term: Term, place: Place): Ends | null {
  switch (term.kind) {
    case 'input':
      return place(term.input);
    case 'constant':
      return [term.amount, term.amount];
    case 'sum':
      return folded(term.terms, place, (a, b) => [a[0] + b[0], a[1] + b[1]]);
    case 'product':
      return folded(term.terms, place, multiplied);
    case 'smallest':
      return folded(term.terms, place, (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1])]);
    case 'difference':
      return folded([term.from, term.less], place, (a, b) => [a[0] - b[1], a[1] - b[0]]);
    case 'quotient':
      return folded([term.part, term.whole], place, divided);
    case 'power':
      return mapped(term.base, place, (end) => end ** term.exponent);
    case 'at-least-zero':
      return mapped(term.term, place, (end) => Math.max(0, end));
    default:
      return assertNever(term);
  }
}

function mapped(term: Term, place: Place, of: (end: number) => number): Ends | null {
  const ends = enclose(term, place);
  if (ends === null) return null;
  const [a, b] = [of(ends[0]), of(ends[1])];
  return a <= b ? [a, b] : [b, a];
}

function folded(terms: readonly Term[], place: Place, join: (a: Ends, b: Ends) => Ends | null): Ends | null {
  let total: Ends | null = null;
  for (const [at, term] of terms.entries()) {
    const ends = enclose(term, place);
    if (ends === null) return null;
    total = at === 0 || total === null ? ends : join(total, ends);
    if (total === null) return null;
  }
  return total;
}

/** Zero times anything is zero, also times an open end. */
function multiplied(a: Ends, b: Ends): Ends {
  const times = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y);
  const corners = [times(a[0], b[0]), times(a[0], b[1]), times(a[1], b[0]), times(a[1], b[1])];
  return [Math.min(...corners), Math.max(...corners)];
}

/** As `divide` of METHODS §0.3, and for a part below zero too. */
function divided(part: Ends, whole: Ends): Ends | null {
  if (whole[0] < 0 || whole[1] === 0) return null;
  if (part[0] === 0 && part[1] === 0) return [0, 0];
  const [narrow, wide] = whole;
  if (narrow === 0 && part[0] < 0) return null;
  const lo = part[0] >= 0 ? part[0] / wide : part[0] / narrow;
  const hi = part[1] < 0 ? part[1] / wide : narrow === 0 ? Number.POSITIVE_INFINITY : part[1] / narrow;
  return [Number.isNaN(lo) ? 0 : lo, hi];
}
