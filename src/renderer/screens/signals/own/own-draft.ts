import type { Asked, Told } from '#renderer/client.ts';
import { draftOf, draftProblem, type ThresholdDraft, thresholdsOf } from '../threshold-draft.ts';

/** An own signal while it is written. */
export type OwnEntry = Told<'ownSignals', 'list'>[number];
export type Problem = NonNullable<Told<'ownSignals', 'check'>['problem']>;
export type Vocabulary = Told<'ownSignals', 'vocabulary'>;
export type Preview = Told<'ownSignals', 'preview'>;
type SaveOrder = Asked<'ownSignals', 'save'>;
export type Unit = SaveOrder['unit'];
type Pillar = SaveOrder['pillar'];

export interface OwnDraft {
  readonly name: string;
  readonly question: string;
  readonly expression: string;
  readonly unit: Unit;
  readonly isLowerWorse: boolean;
  readonly thresholds: ThresholdDraft;
  readonly pillar: Pillar;
  readonly note: string;
}

export const EMPTY_DRAFT: OwnDraft = {
  name: '',
  question: '',
  expression: '',
  unit: 'x',
  isLowerWorse: false,
  thresholds: { watch: null, warn: null, critical: null },
  pillar: 'funding',
  note: '',
};

export function draftOfEntry(entry: OwnEntry): OwnDraft {
  const { name, question, expression, unit, isLowerWorse, pillar, note } = entry;
  const thresholds = draftOf(entry, unit);
  return { name, question, expression, unit, isLowerWorse, thresholds, pillar, note: note ?? '' };
}

/** Small letters, digits and hyphens of a name: `Loss per head` is `loss-per-head`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** What is to be previewed; null while the thresholds do not hold or nothing is written. */
export function measuredOf(
  draft: OwnDraft,
): Pick<SaveOrder, 'expression' | 'unit' | 'isLowerWorse' | 'watch' | 'warn' | 'critical'> | null {
  const { expression, unit, isLowerWorse } = draft;
  const thresholds = thresholdsOf(draft.thresholds, unit, isLowerWorse);
  return thresholds === null || expression.trim() === ''
    ? null
    : { expression, unit, isLowerWorse, ...thresholds };
}

/** The first thing that is wanting before the signal can be saved, as a sentence; null if nothing is. */
export function wantingOf(draft: OwnDraft, problem: Problem | null, reason: string): string | null {
  if (draft.expression.trim() === '') return 'Write an expression to save.';
  if (problem !== null) return 'Correct the expression to save.';
  const order = draftProblem(draft.thresholds, draft.isLowerWorse);
  if (order !== null) return 'Set the thresholds to save.';
  if (slugOf(draft.name) === '') return 'Give the signal a name to save.';
  if (draft.question.trim() === '') return 'Say what it asks of a company to save.';
  return reason.trim().length < 3 ? 'Give a reason to save.' : null;
}
