import {
  type DecisionField,
  type DecisionProblem,
  noteLength,
  type ReasonCode,
  type StepState,
  stepProblems,
} from '#core/model/disposition.ts';
import { nounOfId } from '#core/model/nouns.ts';
import { isDay } from '#core/quantities/day.ts';
import { attemptProblems, closesUnlike, defaultExpiry, isLive } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import type { Told } from '#renderer/client.ts';

/** The boxes of the form for one decision, and what they lack. Pure. */
export interface DecisionDraft {
  readonly note: string;
  readonly reviewer: string;
  readonly reasonCode: ReasonCode | null;
  readonly mitigant: string;
  readonly evidenceIds: readonly string[];
  /** A day, or whatever stands in the box. */
  readonly expiresOn: string;
}

type FlagReview = Told<'dispositions', 'get'>;

export function emptyDraft(state: StepState, today: string): DecisionDraft {
  return {
    note: '',
    reviewer: '',
    reasonCode: null,
    mitigant: '',
    evidenceIds: [],
    expiresOn: defaultExpiry(state, today) ?? '',
  };
}

/** What goes to the host. */
export function decisionOf(draft: DecisionDraft, state: StepState) {
  return {
    state,
    note: draft.note.trim(),
    reviewer: draft.reviewer.trim() || null,
    reasonCode: state === 'false-positive' ? draft.reasonCode : null,
    mitigant: state === 'mitigated' ? draft.mitigant.trim() || null : null,
    evidenceIds: [...draft.evidenceIds],
    expiresOn: state === 'reopened' ? null : draft.expiresOn.trim() || null,
  };
}

export type DraftProblems = Readonly<Partial<Record<DecisionField, string>>>;

/** The first sentence for each box, by the same rules as the host's. */
export function problemsOf(
  draft: DecisionDraft,
  state: StepState,
  { flag, review }: { readonly flag: Flag; readonly review: FlagReview },
): DraftProblems {
  const decision = decisionOf(draft, state);
  if (decision.expiresOn !== null && !isDay(decision.expiresOn))
    return {
      expiresOn: 'A day is written as 2025-11-03.',
      ...ofDecision({ ...decision, expiresOn: '9999-12-31' }),
    };
  return ofDecision(decision);

  function ofDecision(written: typeof decision): DraftProblems {
    const { severity } = flag;
    const problems: readonly DecisionProblem[] = [
      ...stepProblems(written),
      ...(isLive(severity)
        ? attemptProblems({ ...written, ...review, from: review.review.state, severity })
        : []),
    ];
    return Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence]).reverse());
  }
}

/** `12 of at least 20 characters`. */
export function noteCount(note: string, least: number): string {
  const length = noteLength(note);
  return length >= least ? `${length} characters` : `${length} of at least ${least} characters`;
}

/** Entries and sources that the flag rests on, for the choice of evidence. */
export function evidenceChoices({ inputs }: Flag) {
  const entries = new Map(inputs.map(({ id, name }) => [id, name]));
  const sources = new Map(inputs.map(({ sourceId, source }) => [sourceId, source]));
  for (const id of sources.keys()) entries.delete(id);
  return [
    { group: 'Sources', items: itemsOf(sources) },
    { group: 'Entries', items: itemsOf(entries) },
  ].filter(({ items }) => items.length > 0);
}

function itemsOf(names: ReadonlyMap<string, string>) {
  return [...names]
    .filter(([id]) => nounOfId(id) !== null)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Flags of the signal that were closed in another way than this one is about to be. */
export function closedUnlike(
  draft: DecisionDraft,
  state: StepState,
  { alike }: FlagReview,
): FlagReview['alike'] {
  const { reasonCode } = decisionOf(draft, state);
  return alike.filter((other) => closesUnlike({ state, reasonCode }, other));
}
