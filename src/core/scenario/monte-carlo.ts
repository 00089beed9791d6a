import { compile } from '../formula/program.ts';
import { inputsOf, type Term, type TermInput } from '../formula/term.ts';
import { type Distribution, distributionOf, fillColumn } from './distribution.ts';
import { type Histogram, histogramOf } from './histogram.ts';
import { countAtMost, countBelow, percentile, type SortedRuns } from './sorted-runs.ts';
import { splitMix64 } from './split-mix-64.ts';

/**
 * Draws a formula at random (METHODS §1.1).
 * Law: one draw for each input and trial, so that a figure used twice stays one figure; inputs are drawn in the order of
 * the formula and independently of each other; one value is not drawn at all. A seed gives the same trials in every run,
 * and more trials begin with the same ones.
 */
export const TRIALS = { fewest: 1_000, usual: 100_000, most: 1_000_000 } as const;
export const USUAL_SEED = 20_251_103;

export interface DrawnInput {
  readonly input: TermInput;
  readonly distribution: Distribution;
}

export interface Plan {
  readonly formula: Term;
  readonly inputs: readonly DrawnInput[];
  readonly trials: number;
  readonly seed: number;
}

/** Inputs of a formula in its order; `null` for the distribution of one that is open above and has no cap. */
export function drawnInputs(
  formula: Term,
  caps: ReadonlyMap<string, number>,
): readonly { readonly input: TermInput; readonly distribution: Distribution | null }[] {
  return inputsOf(formula).map(({ input }) => ({
    input,
    distribution: distributionOf(input, caps.get(input.id)),
  }));
}

export interface Simulation {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of the trials above (`isLowerWorse`: below) a threshold, strictly, 0 to 1. */
  readonly shareBeyond: (threshold: number, isLowerWorse: boolean) => number;
  /** Null where all trials gave one value. */
  readonly histogram: Histogram | null;
}

/** Numbers computed between two pauses: some milliseconds of work. */
const NUMBERS_AT_ONCE = 100_000;
const LONGEST_RUN = 16_384;

/** Pauses after every few milliseconds with the number of trials done, so that the caller may report, yield or stop. */
export function* simulate({ formula, inputs, trials, seed }: Plan): Generator<number, Simulation> {
  const rows = rowsAtOnce(inputs.length);
  const program = compile(
    formula,
    inputs.map(({ input }) => input.id),
    rows,
  );
  const draw = drawerOf(inputs, program.inputs, seed, rows);
  const results = new Float64Array(trials);
  const runs: Float64Array[] = [];
  let total = 0;
  for (let done = 0; done < trials; ) {
    const count = Math.min(rows, trials - done, LONGEST_RUN - (done % LONGEST_RUN));
    draw(count);
    const values = program.run(count);
    results.set(values.subarray(0, count), done);
    total = totalWith(total, values, count);
    done += count;
    if (done % LONGEST_RUN === 0 || done === trials)
      runs.push(results.subarray(runs.length * LONGEST_RUN, done).sort());
    yield done;
  }
  return summary({ count: trials, runs }, total);
}

/** Trial by trial, so that the size of a block changes no bit of the sum. */
function totalWith(before: number, values: Float64Array, count: number): number {
  let total = before;
  for (let row = 0; row < count; row += 1) total += values[row] ?? 0;
  return total;
}

function summary(sorted: SortedRuns, total: number): Simulation {
  return {
    mean: total / sorted.count,
    p5: percentile(sorted, 0.05),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    shareBeyond: (threshold, isLowerWorse) =>
      (isLowerWorse ? countBelow(sorted, threshold) : sorted.count - countAtMost(sorted, threshold)) /
      sorted.count,
    histogram: histogramOf(sorted),
  };
}

/** A power of two, so that runs end where blocks do. */
function rowsAtOnce(inputs: number): number {
  const wanted = NUMBERS_AT_ONCE / Math.max(1, inputs);
  return Math.min(4_096, Math.max(16, 2 ** Math.floor(Math.log2(wanted))));
}

/** Fills the columns of the inputs with the next trials, trial by trial. */
function drawerOf(
  inputs: readonly DrawnInput[],
  columns: readonly Float64Array[],
  seed: number,
  rows: number,
): (count: number) => void {
  const stream = splitMix64(seed);
  const drawn = inputs.flatMap(({ distribution }, at) => {
    const column = columns[at];
    if (column === undefined) return [];
    if (distribution.kind !== 'constant') return [{ column, distribution }];
    column.fill(distribution.at);
    return [];
  });
  const uniforms = new Float64Array(rows * drawn.length);
  return (count) => {
    stream.fillUniforms(uniforms, count * drawn.length);
    for (const [at, { column, distribution }] of drawn.entries())
      fillColumn(column, distribution, { uniforms, at, every: drawn.length, count });
  };
}
