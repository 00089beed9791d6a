import { parseAmount } from '#core/quantities/amount-text.ts';
import { isUnitId } from '#core/quantities/unit.ts';
import { TRIALS } from '#core/scenario/monte-carlo.ts';
import type { DrawnInputReport } from '#shared/contract/simulation.ts';
import { quantityText } from '../quantity-text.ts';

/** What the analyst types before a simulation. */
export interface SimulationDraft {
  readonly caps: Readonly<Record<string, string>>;
  readonly trials: string;
  readonly seed: string;
}

export interface ReadDraft {
  readonly caps: Readonly<Record<string, number>>;
  readonly trials: number;
  readonly seed: number;
}

/** By field, what is wrong with it, as a sentence. */
export type DraftProblems = Readonly<Record<string, string>>;

export function openInputs(inputs: readonly DrawnInputReport[]): readonly DrawnInputReport[] {
  return inputs.filter(({ distribution }) => distribution === null);
}

export function problemsOf(draft: SimulationDraft, inputs: readonly DrawnInputReport[]): DraftProblems {
  const caps = openInputs(inputs).flatMap((input) => {
    const problem = capProblem(draft.caps[input.id] ?? '', input);
    return problem === null ? [] : [[input.id, problem] as const];
  });
  const trials = wholeNumber(draft.trials);
  return Object.fromEntries([
    ...caps,
    ...(trials !== null && trials >= TRIALS.fewest && trials <= TRIALS.most
      ? []
      : [['trials', 'A whole number from 1,000 to 1,000,000.'] as const]),
    ...(wholeNumber(draft.seed) === null ? [['seed', 'A whole number, zero or more.'] as const] : []),
  ]);
}

/** Only of a draft without problems. */
export function readDraft(draft: SimulationDraft, inputs: readonly DrawnInputReport[]): ReadDraft {
  return {
    caps: Object.fromEntries(
      openInputs(inputs).map((input) => [input.id, capOf(draft.caps[input.id] ?? '', input) ?? 0]),
    ),
    trials: wholeNumber(draft.trials) ?? TRIALS.usual,
    seed: wholeNumber(draft.seed) ?? 0,
  };
}

function capProblem(text: string, input: DrawnInputReport): string | null {
  if (text.trim() === '') return 'Give the highest amount that you think possible.';
  const cap = capOf(text, input);
  if (cap === null) return 'Write an amount such as 750bn.';
  const stated = input.amount.point ?? input.amount.lo;
  return cap > stated ? null : `It must be above ${quantityText(stated, input.unit)}, which is stated.`;
}

function capOf(text: string, { unit }: DrawnInputReport): number | null {
  return parseAmount(text, isUnitId(unit) ? unit : null);
}

function wholeNumber(text: string): number | null {
  const amount = parseAmount(text);
  return amount !== null && Number.isSafeInteger(amount) && amount >= 0 ? amount : null;
}
