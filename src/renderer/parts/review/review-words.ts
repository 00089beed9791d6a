import type { ReasonCode, StepState } from '#core/model/disposition.ts';
import type { DispositionState, ReopenReason } from '#core/signals/disposition.ts';
import { dayText, instantText } from '#renderer/app/numbers.ts';
import type { Review } from '#shared/contract/dispositions.ts';

/** Where the review of a flag stands, in words. Pure, so that lists, panel and filter agree. */
export type ReviewGroup = DispositionState | 'reopened';

export const REVIEW_GROUPS: readonly ReviewGroup[] = [
  'open',
  'reopened',
  'acknowledged',
  'mitigated',
  'false-positive',
];

/** Reopened is open to the grade, and told apart for the reader. */
export function groupOfReview({ state, reopened }: Review): ReviewGroup {
  return reopened === null ? state : 'reopened';
}

const LABELS: Readonly<Record<ReviewGroup, string>> = {
  open: 'Open',
  reopened: 'Reopened',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  'false-positive': 'False positive',
};

export function reviewLabel(group: ReviewGroup): string {
  return LABELS[group];
}

const REOPENED: Readonly<Record<ReopenReason, string>> = {
  expired: 'expired',
  'severity-increased': 'the severity has risen',
  'inputs-changed': 'an input or a threshold has changed',
  'by-hand': 'reopened by hand',
};

/** `Reopened: an input or a threshold has changed`, `Mitigated`; what a list has room for. */
export function reviewBrief(review: Review): string {
  const label = reviewLabel(groupOfReview(review));
  const { reopened } = review;
  return reopened === null || reopened.why === 'by-hand' ? label : `${label}: ${REOPENED[reopened.why]}`;
}

/** The standing in a sentence or two, with who decided and until when. */
export function reviewSentence(review: Review): string {
  const { reopened, since, by } = review;
  if (since === null || by === null) return 'Nothing has been decided about this flag.';
  if (reopened === null)
    return `${by} decided this on ${instantText(since)}${reviewerText(review)}${untilText(review)}.`;
  if (reopened.why === 'by-hand') return `${by} reopened this on ${instantText(since)}.`;
  const was = `It was ${LABELS[reopened.from].toLowerCase()} by ${by} on ${instantText(since)}`;
  return `${was}; that no longer holds: ${becauseText(reopened.why, review)}.`;
}

/** The review for a text that is read without the screen: the standing, then why it was decided so. */
export function reviewLines(review: Review): readonly string[] {
  const { since, note, reasonCode, mitigant } = review;
  if (since === null) return [];
  return [
    `${reviewBrief(review)}. ${reviewSentence(review)}`,
    ...(reasonCode === null ? [] : [`Reason: ${reasonText(reasonCode)}`]),
    ...(note === null ? [] : [`Why: ${note}`]),
    ...(mitigant === null ? [] : [`Mitigant: ${mitigant}`]),
  ];
}

function becauseText(why: Exclude<ReopenReason, 'by-hand'>, { until }: Review): string {
  if (why === 'expired' && until !== null) return `it expired on ${dayText(until)}`;
  return REOPENED[why];
}

function reviewerText({ reviewer, isSelfReviewed }: Review): string {
  if (isSelfReviewed) return ', self-reviewed';
  return reviewer === null ? '' : `, reviewed by ${reviewer}`;
}

function untilText({ until }: Review): string {
  return until === null ? '' : `. It holds until ${dayText(until)}`;
}

const STEPS: Readonly<Record<StepState, { readonly act: string; readonly did: string }>> = {
  acknowledged: { act: 'Acknowledge', did: 'acknowledged' },
  mitigated: { act: 'Mitigate', did: 'mitigated' },
  'false-positive': { act: 'False positive', did: 'held to be a false positive' },
  reopened: { act: 'Reopen', did: 'reopened' },
};

/** What a button for the step says. */
export function stepAct(state: StepState): string {
  return STEPS[state].act;
}

export function stepDid(state: StepState): string {
  return STEPS[state].did;
}

const REASONS: Readonly<Record<ReasonCode, string>> = {
  'wrong-input': 'Wrong input',
  'wrong-entity': 'Wrong entity',
  'out-of-scope': 'Out of scope',
  'method-unsuited': 'Method unsuited',
  duplicate: 'Duplicate',
};

export function reasonText(code: ReasonCode): string {
  return REASONS[code];
}
