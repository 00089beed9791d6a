import { atLeastZero, constant, difference, inputTerm, quotient, sum } from '#core/formula/term.ts';
import { drawnInputs, type Simulation, simulate } from '#core/scenario/monte-carlo.ts';
import { printMeasured } from './measured.ts';

/** draw-trials TRIALS: ten yearly revenues drawn, and what they leave open of ten equal payments; all percentiles. */
const trials = Number(process.argv[2] ?? 1_000_000);
const YEARS = Array.from({ length: 10 }, (_, year) => year);
const PAYMENT = 50;

const revenues = YEARS.map((year) =>
  inputTerm({
    id: `revenue ${year}`,
    role: 'revenue',
    name: `Revenue of year ${year}`,
    unit: 'USD',
    amount: { lo: 5 + year, point: 13 + 3 * year, hi: 20 + 6 * year },
    isPointStated: true,
  }),
);
const gaps = revenues.map((revenue) => atLeastZero(difference(constant(PAYMENT), revenue)));
const formula = quotient(sum(gaps), constant(PAYMENT * YEARS.length));
const inputs = drawnInputs(formula, new Map()).flatMap(({ input, distribution }) =>
  distribution === null ? [] : [{ input, distribution }],
);

await printMeasured(async () => {
  const pauses: number[] = [];
  let before = performance.now();
  const drawing = simulate({ formula, inputs, trials, seed: 20_251_103 });
  const next = (): IteratorResult<number, Simulation> => {
    const step = drawing.next();
    const now = performance.now();
    pauses.push(now - before);
    before = now;
    return step;
  };
  for (;;) {
    const step = next();
    if (step.done === true) return { trials, p50: step.value.p50, longestMs: Math.max(...pauses) };
    await new Promise((resolve) => setImmediate(resolve));
  }
});
