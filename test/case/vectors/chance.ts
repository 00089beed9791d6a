import { boundsOf } from '#core/formula/bounds.ts';
import { inputTerm, quotient, type TermInput } from '#core/formula/term.ts';
import { drawnInputs, type Simulation, simulate } from '#core/scenario/monte-carlo.ts';
import { splitMix64 } from '#core/scenario/split-mix-64.ts';
import type { Measured } from './tree.ts';

const input = (id: string, lo: number, point: number | null, hi: number): TermInput => ({
  id,
  role: id,
  name: id,
  unit: 'USD',
  amount: { lo, point, hi },
  isPointStated: true,
});

/** `uniform(950,1400)`, `triangular(5,13,20)`: bounds, and between them the point where one is stated. */
function drawnFrom(id: string, words: string): TermInput {
  const ends = words.match(/\d+/g)?.map(Number) ?? [];
  const [lo = Number.NaN, middle = Number.NaN] = ends;
  return words.startsWith('uniform')
    ? input(id, lo, null, middle)
    : input(id, lo, middle, ends[2] ?? Number.NaN);
}

function finished(run: Generator<number, Simulation>): Simulation {
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

const monteCarlo: Measured = ({ numerator, denominator, seed, N }) => {
  const formula = quotient(
    inputTerm(drawnFrom('numerator', numerator)),
    inputTerm(drawnFrom('denominator', denominator)),
  );
  const inputs = drawnInputs(formula, new Map()).flatMap(({ input: one, distribution }) =>
    distribution === null ? [] : [{ input: one, distribution }],
  );
  const { p5, p50, p95, mean, shareBeyond } = finished(simulate({ formula, inputs, trials: N, seed }));
  const uniforms = new Float64Array(4);
  splitMix64(seed).fillUniforms(uniforms, 4);
  const bounds = boundsOf(formula);
  const pAbove70 = shareBeyond(70, false);
  return {
    first4uniforms: [...uniforms].map(String),
    p5,
    p50,
    p95,
    mean,
    pAbove70,
    pAbove6: shareBeyond(6, false),
    exactByQuadrature: { p5, p50, p95, mean, pAbove70 },
    intervalArithmetic: [bounds?.lo, bounds?.hi],
  };
};

export const chance: Readonly<Record<string, Measured>> = { TV19: monteCarlo };
