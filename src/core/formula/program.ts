import { assertNever } from '../assert-never.ts';
import { partsOf, type Term } from './term.ts';

/**
 * A formula compiled to work on whole columns of numbers, one number for each trial.
 * Law: it computes what the tree says, operation by operation and in the same order, and allocates nothing while it runs.
 */
export interface Program {
  /** One column for each input, in the order given to `compile`; the caller fills them. */
  readonly inputs: readonly Float64Array[];
  /** Computes the first `count` rows and gives the column that holds them, which the next call overwrites. */
  readonly run: (count: number) => Float64Array;
}

/** `ids`: inputs in the order of their columns. Throws RangeError for an input of the term that is not among them. */
export function compile(term: Term, ids: readonly string[], rows: number): Program {
  const column = () => new Float64Array(rows);
  const inputs = ids.map(column);
  const place = new Map(ids.map((id, at) => [id, inputs[at]]));
  const steps: Step[] = [];
  const pool: Float64Array[] = [];
  const emit = (one: Term): Operand => {
    if (one.kind === 'constant') return { column: column().fill(one.amount), isFree: false };
    if (one.kind === 'input') {
      const found = place.get(one.input.id);
      if (found === undefined) throw new RangeError(`No column for ${one.input.id}.`);
      return { column: found, isFree: false };
    }
    const [first, ...rest] = partsOf(one);
    if (first === undefined) return { column: column().fill(0), isFree: false };
    let { column: total, isFree } = emit(first);
    const release = (operand: Operand) => {
      if (operand.isFree) pool.push(operand.column);
    };
    const join = (run: Kernel, other: Operand | null) => {
      const into = isFree ? total : (pool.pop() ?? column());
      steps.push({
        run,
        into,
        a: total,
        b: other?.column ?? total,
        at: one.kind === 'power' ? one.exponent : 0,
      });
      if (other !== null) release(other);
      [total, isFree] = [into, true];
    };
    const kernel = kernelOf(one.kind);
    if (rest.length === 0 && isUnary(one.kind)) join(kernel, null);
    for (const part of rest) join(kernel, emit(part));
    return { column: total, isFree };
  };
  const { column: result } = emit(term);
  return {
    inputs,
    run: (count) => {
      for (const { run, into, a, b, at } of steps) run(into, a, b, count, at);
      return result;
    },
  };
}

type Kernel = (into: Float64Array, a: Float64Array, b: Float64Array, count: number, at: number) => void;

interface Operand {
  readonly column: Float64Array;
  /** Whether it is a passing result, whose column may be written over once it is read. */
  readonly isFree: boolean;
}

interface Step {
  readonly run: Kernel;
  readonly into: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Exponent of a power. */
  readonly at: number;
}

type Inner = Exclude<Term['kind'], 'input' | 'constant'>;

function isUnary(kind: Inner): boolean {
  return kind === 'power' || kind === 'at-least-zero';
}

function kernelOf(kind: Inner): Kernel {
  switch (kind) {
    case 'sum':
      return add;
    case 'difference':
      return subtract;
    case 'product':
      return multiply;
    case 'quotient':
      return divide;
    case 'smallest':
      return lesser;
    case 'power':
      return raise;
    case 'at-least-zero':
      return cutAtZero;
    default:
      return assertNever(kind);
  }
}

const add: Kernel = (into, a, b, count) => {
  for (let row = 0; row < count; row += 1) into[row] = (a[row] ?? 0) + (b[row] ?? 0);
};

const subtract: Kernel = (into, a, b, count) => {
  for (let row = 0; row < count; row += 1) into[row] = (a[row] ?? 0) - (b[row] ?? 0);
};

const multiply: Kernel = (into, a, b, count) => {
  for (let row = 0; row < count; row += 1) into[row] = (a[row] ?? 0) * (b[row] ?? 0);
};

/** Nothing divided by nothing is nothing, as in the bounds of a formula. */
const divide: Kernel = (into, a, b, count) => {
  for (let row = 0; row < count; row += 1) {
    const part = a[row] ?? 0;
    into[row] = part === 0 ? 0 : part / (b[row] ?? 0);
  }
};

const lesser: Kernel = (into, a, b, count) => {
  for (let row = 0; row < count; row += 1) {
    const [x, y] = [a[row] ?? 0, b[row] ?? 0];
    into[row] = x < y ? x : y;
  }
};

const raise: Kernel = (into, a, _b, count, exponent) => {
  for (let row = 0; row < count; row += 1) into[row] = (a[row] ?? 0) ** exponent;
};

const cutAtZero: Kernel = (into, a, _b, count) => {
  for (let row = 0; row < count; row += 1) {
    const amount = a[row] ?? 0;
    into[row] = amount > 0 ? amount : 0;
  }
};
