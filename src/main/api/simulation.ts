import { setImmediate as nextTurn } from 'node:timers/promises';
import { POLICIES } from '#core/figures/policy.ts';
import { inputsOf, type Term, type TermInput } from '#core/formula/term.ts';
import { type Drawable, drawableOf, NOTHING_TO_DRAW } from '#core/scenario/drawable.ts';
import {
  type DrawnInput,
  drawnInputs,
  type Plan,
  type Simulation,
  simulate,
} from '#core/scenario/monte-carlo.ts';
import {
  ALL_EXACT,
  beyondSentence,
  drawnWords,
  INDEPENDENT,
  inputLabel,
  openSentence,
  SEVERITY_STAYS,
  spreadSentence,
  trialsSentence,
} from '#core/scenario/simulation-words.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { DrawnInputReport, SimulationReport, simulationTopic } from '#shared/contract/simulation.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers, JobContext } from './handlers.ts';
import { evaluate } from './signals.ts';

export const simulationHandlers: Handlers<{ simulation: typeof simulationTopic }>['simulation'] = {
  plan: ({ ledger, today }, question) => {
    const drawn = drawable(ledger, today, question);
    if (drawn === null) return { obstacle: NOTHING_TO_DRAW, workings: '', isExact: false, inputs: [] };
    const { obstacle, workings, formula } = drawn;
    const inputs = formula === null ? [] : drawnInputs(formula, new Map());
    const isExact = inputs.every(({ distribution }) => distribution?.kind === 'constant');
    return { obstacle, workings, isExact: formula !== null && isExact, inputs: inputs.map(reportOfInput) };
  },
  run,
};

type Question = InputOf<typeof simulationTopic.plan>;
type Order = InputOf<typeof simulationTopic.run>;

/** Throws SIMULATION_NO_FORMULA, SIMULATION_OPEN_ENDED, SIMULATION_CAP, CANCELLED. */
async function run(context: JobContext, order: Order): Promise<SimulationReport> {
  const { ledger, today, progress, signal } = context;
  const drawn = drawable(ledger, today, order);
  const formula = drawn?.formula ?? null;
  if (drawn === null || formula === null)
    throw new PlumblineError('SIMULATION_NO_FORMULA', [drawn?.obstacle ?? NOTHING_TO_DRAW]);
  const { trials, seed } = order;
  const plan = { formula, trials, seed, inputs: inputsWithEnds(formula, order.caps) };
  const done = await finished(plan, { progress, signal });
  return reportOf({ drawn, order, plan, done, today });
}

/** One block of some milliseconds after the other, so that other calls are answered in between. */
async function finished(
  plan: Plan,
  { progress, signal }: Pick<JobContext, 'progress' | 'signal'>,
): Promise<Simulation> {
  const drawing = simulate(plan);
  let told = 0;
  for (;;) {
    if (signal.aborted) throw new PlumblineError('CANCELLED');
    const step = drawing.next();
    if (step.done === true) return step.value;
    const hundredths = Math.floor((step.value / plan.trials) * 100);
    if (hundredths > told) progress(hundredths / 100, 'Drawing trials');
    told = hundredths;
    await nextTurn();
  }
}

/** Null for a signal of the ledger that is none of the product's: it hands out no formula. Throws SIGNAL_UNKNOWN. */
function drawable(ledger: ReadableLedger, today: string, question: Question): Drawable | null {
  const { subjectId, measure, scopeId, asOf, knownAt } = question;
  const { view, sets, flags } = evaluate(ledger, { subjectId, asOf: asOf ?? today, knownAt });
  const signal = signalRegistry.find(({ id }) => id === question.signal);
  if (signal === undefined) {
    if (flags.some((flag) => flag.signal === question.signal)) return null;
    throw new PlumblineError('SIGNAL_UNKNOWN', [question.signal]);
  }
  const policy = POLICIES.find(({ id }) => id === question.policy);
  const found = drawableOf({
    view,
    sets,
    subjectId,
    signal,
    measure,
    scopeId,
    ...(policy === undefined ? {} : { policy }),
  });
  if (found === null)
    throw new PlumblineError('SIMULATION_NO_FORMULA', ['The signal gives no such result at this moment.']);
  return found;
}

/** Every input with an end to draw up to; a cap must name an input without one and lie above what is stated. */
function inputsWithEnds(formula: Term, given: Order['caps']): readonly DrawnInput[] {
  const caps = new Map(Object.entries(given));
  const wrong = wrongCaps(formula, caps);
  if (wrong.length > 0) throw new PlumblineError('SIMULATION_CAP', wrong);
  const inputs = drawnInputs(formula, caps);
  const open = inputs.flatMap(({ input, distribution }) => (distribution === null ? [input] : []));
  if (open.length > 0)
    throw new PlumblineError('SIMULATION_OPEN_ENDED', [
      openSentence(open),
      ...open.map((input) => `${inputLabel(input)}: ${input.id}`),
    ]);
  return inputs.flatMap(({ input, distribution }) =>
    distribution === null ? [] : [{ input, distribution }],
  );
}

function wrongCaps(formula: Term, caps: ReadonlyMap<string, number>): readonly string[] {
  const inputs = new Map(inputsOf(formula).map(({ input }) => [input.id, input]));
  return [...caps].flatMap(([id, cap]) => {
    const input = inputs.get(id);
    if (input === undefined) return [`${id} is no input of this formula.`];
    if (input.amount.hi !== null) return [`${input.name} has an upper end on file.`];
    const stated = input.amount.point ?? input.amount.lo;
    return cap > stated ? [] : [`The upper end of ${input.name} must lie above what is stated.`];
  });
}

function reportOfInput({
  input,
  distribution,
}: {
  readonly input: TermInput;
  readonly distribution: DrawnInput['distribution'] | null;
}): DrawnInputReport {
  const { id, role, name, unit, amount } = input;
  const isCapped = amount.hi === null && distribution !== null;
  return {
    id,
    role,
    name,
    unit,
    amount,
    distribution: distribution?.kind ?? null,
    isCapped,
    words: drawnWords(input, distribution, isCapped),
  };
}

interface Finished {
  readonly drawn: Drawable;
  readonly order: Order;
  readonly plan: Plan;
  readonly done: Simulation;
  readonly today: string;
}

const LEVELS = ['watch', 'warn', 'critical'] as const;

function reportOf({ drawn, order, plan, done, today }: Finished): SimulationReport {
  const { measure, scope, subject, thresholds, workings, bounds } = drawn;
  const { mean, p5, p50, p95, histogram, shareBeyond } = done;
  const isExact = plan.inputs.every(({ distribution }) => distribution.kind === 'constant');
  return {
    asOf: order.asOf ?? today,
    knownAt: order.knownAt,
    subject: subject.name,
    signal: order.signal,
    measure: measure.id,
    name: measure.name,
    scope: scope.kind === 'total' ? null : scope.name,
    unit: measure.unit,
    isLowerWorse: measure.isLowerWorse,
    workings,
    inputs: plan.inputs.map(reportOfInput),
    trials: plan.trials,
    seed: plan.seed,
    mean,
    p5,
    p50,
    p95,
    bounds: bounds ?? { lo: p5, point: null, hi: null },
    beyond: LEVELS.map((level) => {
      const threshold = thresholds[level];
      const share = shareBeyond(threshold, measure.isLowerWorse);
      return { level, threshold, share, words: beyondSentence(share, threshold, measure) };
    }),
    histogram: histogram === null ? null : { ...histogram, counts: [...histogram.counts] },
    words: spreadSentence(done, measure),
    notes: [
      ...(isExact ? [ALL_EXACT] : [INDEPENDENT]),
      SEVERITY_STAYS,
      trialsSentence(plan.trials, plan.seed),
    ],
  };
}
