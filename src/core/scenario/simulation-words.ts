import type { TermInput } from '../formula/term.ts';
import { exactly, type Interval } from '../quantities/interval.ts';
import type { Measure } from '../signals/definition.ts';
import { amountWords, countWords, digits, measureWords } from '../signals/words.ts';
import type { Distribution } from './distribution.ts';

/** What a simulation says, in words: one text for the window and the command line. */
export const INDEPENDENT =
  'Each figure is drawn once in a trial, wherever the formula uses it; different figures are drawn independently of each other.';
export const SEVERITY_STAYS = 'The severity stays that of the stated figures, whatever the shares say.';
export const ALL_EXACT =
  'Every figure behind it is exact, so that every trial gives the same. The range of all sources may hold more.';

/** How often a threshold is passed, e.g. "In 87 of 100 trials it is above 70x: very likely." */
export function beyondSentence(share: number, threshold: number, { unit, isLowerWorse }: Measure): string {
  const side = isLowerWorse ? 'below' : 'above';
  const likelihood = likelihoodOf(share);
  const words = likelihood === null ? '' : `: ${likelihood}`;
  return `In ${shareWords(share)} it is ${side} ${measureWords(exactly(threshold), unit)}${words}.`;
}

/** Never "0 of 100" for what happened, nor "100 of 100" for what did not always. */
export function shareWords(share: number): string {
  if (share === 0) return 'no trial';
  if (share === 1) return 'every trial';
  if (share < 0.01) return 'fewer than 1 of 100 trials';
  if (share > 0.99) return 'more than 99 of 100 trials';
  return `${Math.round(share * 100)} of 100 trials`;
}

/** Likelihood words of ICD 203; none outside of 1 to 99 %, where the standard has none. */
const LIKELIHOODS = [
  { upTo: 0.05, words: 'almost no chance' },
  { upTo: 0.2, words: 'very unlikely' },
  { upTo: 0.45, words: 'unlikely' },
  { upTo: 0.55, words: 'roughly even chance' },
  { upTo: 0.8, words: 'likely' },
  { upTo: 0.95, words: 'very likely' },
  { upTo: 0.99, words: 'almost certain' },
] as const;

export function likelihoodOf(share: number): string | null {
  if (share < 0.01) return null;
  return LIKELIHOODS.find(({ upTo }) => share <= upTo)?.words ?? null;
}

/** `7.1x to 11.4x in 90 of 100 trials, the middle one 9.2x`. */
export function spreadSentence(
  { p5, p50, p95 }: { readonly p5: number; readonly p50: number; readonly p95: number },
  { unit }: Measure,
): string {
  if (p5 === p95) return `Every trial gives ${measureWords(exactly(p50), unit)}.`;
  const range = measureWords({ lo: p5, point: p50, hi: p95 }, unit);
  return `In 90 of 100 trials it lies from ${range}; half of them give less than ${measureWords(exactly(p50), unit)}.`;
}

/** The name of an input with its part in the formula, where the name does not say it already. */
export function inputLabel({ name, role }: Pick<TermInput, 'name' | 'role'>): string {
  return name.toLowerCase().includes(role.toLowerCase()) ? name : `${name} (${role})`;
}

/** How one input is drawn. Null distribution: it has no upper end yet. */
export function drawnWords(input: TermInput, distribution: Distribution | null, isCapped: boolean): string {
  const write = (amount: Interval) =>
    input.unit === 'part' ? partWords(amount) : amountWords(amount, input.unit);
  if (distribution === null) return `${write(input.amount)}; no source gives an upper end`;
  if (distribution.kind === 'constant') return `${write(exactly(distribution.at))}, exactly`;
  const { lo, hi } = distribution;
  const range = write({ lo, point: null, hi });
  const cap = isCapped ? ', the upper end set by you' : '';
  return distribution.kind === 'uniform'
    ? `${range}, all equally likely${cap}`
    : `${range}, most likely ${write(exactly(distribution.mode))}${cap}`;
}

export function trialsSentence(trials: number, seed: number): string {
  return `${digits(trials)} trials from seed ${seed}; the same seed gives the same trials.`;
}

export function openSentence(inputs: readonly TermInput[]): string {
  return `${countWords(inputs.length, 'figure')} without an upper end: ${inputs.map(inputLabel).join('; ')}.`;
}

function partWords({ lo, hi }: Interval): string {
  const share = (end: number) => `${digits(end * 100)} %`;
  if (hi === null || lo === hi) return share(lo);
  return `${share(lo)} to ${share(hi)}`;
}
