import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '#core/formula/bounds.ts';
import { inputTerm, quotient, type Term, type TermInput } from '#core/formula/term.ts';
import { type DrawnInput, drawnInputs, type Simulation, simulate } from '#core/scenario/monte-carlo.ts';
import { splitMix64 } from '#core/scenario/split-mix-64.ts';
import { formulas } from '../formula/formulas.ts';
import { isClose, vectorOf } from '../vectors.ts';

function finished(run: Generator<number, Simulation>): Simulation {
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

function drawnOf(formula: Term, cap = 1e6): readonly DrawnInput[] {
  const open = drawnInputs(formula, new Map()).filter(({ distribution }) => distribution === null);
  const caps = new Map(open.map(({ input }) => [input.id, input.amount.lo + cap]));
  return drawnInputs(formula, caps).flatMap(({ input, distribution }) =>
    distribution === null ? [] : [{ input, distribution }],
  );
}

function simulated(formula: Term, trials: number, seed = 1): Simulation {
  return finished(simulate({ formula, inputs: drawnOf(formula), trials, seed }));
}

const input = (id: string, lo: number, point: number | null, hi: number | null): TermInput => ({
  id,
  role: id,
  name: id,
  unit: 'USD',
  amount: { lo, point, hi },
  isPointStated: true,
});

const commitments = input('commitments', 950, null, 1400);
const revenue = input('revenue', 5, 13, 20);
const ratio = quotient(inputTerm(commitments), inputTerm(revenue));

describe('TV19', () => {
  const { inputs, expected } = vectorOf('TV19');

  it('draws the uniforms of the vector to the last bit', () => {
    const drawn = new Float64Array(4);
    splitMix64(inputs.seed).fillUniforms(drawn, 4);
    expect([...drawn].map(String)).toEqual(expected.first4uniforms);
  });

  it('gives its percentiles, mean and probabilities', () => {
    const result = simulated(ratio, inputs.N, inputs.seed);
    expect(isClose(result.p5, expected.p5)).toBe(true);
    expect(isClose(result.p50, expected.p50)).toBe(true);
    expect(isClose(result.p95, expected.p95)).toBe(true);
    expect(isClose(result.mean, expected.mean)).toBe(true);
    expect(result.shareBeyond(70, false)).toBe(expected.pAbove70);
    expect(result.shareBeyond(6, false)).toBe(expected.pAbove6);
  });

  it('stands by the exact distribution and within the interval', () => {
    const { exactByQuadrature: exact, intervalArithmetic } = expected;
    const result = simulated(ratio, inputs.N, inputs.seed);
    expect(Math.abs(result.p50 / exact.p50 - 1)).toBeLessThan(0.005);
    expect(Math.abs(result.shareBeyond(70, false) - exact.pAbove70)).toBeLessThan(0.005);
    const bounds = boundsOf(ratio);
    expect([bounds?.lo, bounds?.hi]).toEqual(intervalArithmetic);
  });
});

/** The same trials one by one, with the whole list sorted: what the fast way must equal. */
function plainly(formula: Term, trials: number, seed: number): readonly number[] {
  const values: number[] = [];
  const all = simulate({ formula, inputs: drawnOf(formula), trials: 1, seed });
  finished(all);
  for (let n = 1; n <= trials; n += 1) values.push(simulated(formula, n, seed).mean * n);
  return values.map((total, at) => total - (values[at - 1] ?? 0));
}

describe('laws', () => {
  it('more trials begin with the same ones', () => {
    const few = plainly(ratio, 20, 7);
    const more = plainly(ratio, 40, 7).slice(0, 20);
    expect(more).toEqual(few);
  });

  it('the same seed gives the same result, another seed another', () => {
    const [a, b, c] = [simulated(ratio, 5_000, 3), simulated(ratio, 5_000, 3), simulated(ratio, 5_000, 4)];
    expect({ ...a, shareBeyond: null }).toEqual({ ...b, shareBeyond: null });
    expect(c.p50).not.toBe(a.p50);
  });

  it('percentiles stand in order within the bounds of the formula', () => {
    fc.assert(
      fc.property(formulas, fc.nat(1_000), (formula, seed) => {
        const bounds = boundsOf(formula);
        fc.pre(bounds !== null);
        const { p5, p50, p95, mean } = simulated(formula, 1_000, seed);
        expect(p5).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p95);
        const slack = (end: number) => 1e-9 * Math.max(1, Math.abs(end));
        for (const value of [p5, p95, mean]) {
          expect(value).toBeGreaterThanOrEqual((bounds?.lo ?? 0) - slack(bounds?.lo ?? 0));
          if (bounds !== null && bounds.hi !== null)
            expect(value).toBeLessThanOrEqual(bounds.hi + slack(bounds.hi));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a figure used twice is drawn once', () => {
    const self = quotient(inputTerm(revenue), inputTerm(revenue));
    const { p5, p95 } = simulated(self, 2_000);
    expect([p5, p95]).toEqual([1, 1]);
  });

  it('exact inputs draw nothing and leave the stream to the others', () => {
    const exact = input('exact', 2, 2, 2);
    const beside = quotient(quotient(inputTerm(exact), inputTerm(exact)), ratio);
    const alone = quotient(inputTerm(input('one', 1, 1, 1)), ratio);
    expect(simulated(beside, 3_000, 9).p50).toBe(simulated(alone, 3_000, 9).p50);
  });

  it('pauses often, whatever the number of inputs', () => {
    const wide: Term = {
      kind: 'sum',
      terms: Array.from({ length: 2_000 }, (_, at) => inputTerm(input(`i${at}`, 0, 1, 2))),
    };
    const pauses = [...simulate({ formula: wide, inputs: drawnOf(wide), trials: 1_000, seed: 1 })];
    expect(pauses.length).toBeGreaterThan(20);
    expect(pauses.at(-1)).toBe(1_000);
  });
});

describe('an input', () => {
  it('with bounds alone is uniform, with a stated point triangular, with one value constant', () => {
    const kinds = (one: TermInput) => drawnInputs(inputTerm(one), new Map())[0]?.distribution?.kind ?? null;
    expect(kinds(input('a', 1, null, 2))).toBe('uniform');
    expect(kinds({ ...input('a', 1, 1.5, 2), isPointStated: false })).toBe('uniform');
    expect(kinds(input('a', 1, 1.5, 2))).toBe('triangular');
    expect(kinds(input('a', 1, 1, 1))).toBe('constant');
    expect(kinds(input('a', 1, 1, null))).toBe(null);
  });

  it('that is open above is drawn up to its cap', () => {
    const open = inputTerm(input('a', 10, 10, null));
    const inputs = drawnInputs(open, new Map([['a', 30]]));
    expect(inputs[0]?.distribution).toEqual({ kind: 'triangular', lo: 10, mode: 10, hi: 30 });
  });
});

describe('histogram', () => {
  it('counts every trial once, in bars or beside them', () => {
    fc.assert(
      fc.property(formulas, fc.nat(1_000), (formula, seed) => {
        const { histogram, p5, p95 } = simulated(formula, 2_000, seed);
        if (histogram === null) return;
        const inBars = histogram.counts.reduce((total, count) => total + count, 0);
        expect(inBars + histogram.below + histogram.above).toBe(2_000);
        expect(histogram.below + histogram.above).toBeLessThanOrEqual(22);
        expect(histogram.counts.length).toBeLessThanOrEqual(34);
        expect(histogram.from).toBeLessThanOrEqual(p5);
        expect(histogram.from + histogram.width * histogram.counts.length).toBeGreaterThanOrEqual(p95);
      }),
      { numRuns: 100 },
    );
  });
});
