import type { Severity } from '#core/signals/flag.ts';
import { dayText, instantText } from '#renderer/app/numbers.ts';
import type { Told } from '#renderer/client.ts';
import { severityLabel } from '#renderer/parts/evidence/severity-words.ts';
import { stepDid } from '#renderer/parts/review/review-words.ts';

/** What changed since a moment, in sentences. Pure. */
export type OverviewChanges = Told<'overview', 'changes'>;

/** `Since 9 Nov 2025`: the end of a day reads as the day, any other instant with its time. */
export function sinceText(since: string): string {
  return since.endsWith('T23:59:59.999Z') ? dayText(since.slice(0, 10)) : instantText(since);
}

export function gradeSentence({ before, after, since }: OverviewChanges, subject: string): string {
  if (before.grade === null) return `Nothing of ${subject} was on file on ${sinceText(since)}.`;
  if (before.grade === after.grade) return `Grade ${gradeText(after.grade)}, as on ${sinceText(since)}.`;
  return `Grade ${gradeText(before.grade)} on ${sinceText(since)}, now ${gradeText(after.grade)}.`;
}

function gradeText(grade: OverviewChanges['after']['grade']): string {
  return grade === 'U' ? 'U (unrated)' : (grade ?? 'none');
}

/** What stands in place of a severity where there was, or is, no such flag. */
export function sideText(severity: Severity | null, side: 'before' | 'after'): string {
  if (severity !== null) return severityLabel(severity);
  return side === 'before' ? 'New' : 'Gone';
}

/** `Figures: 12 added, 1 corrected`. */
export function factText({ label, added, corrected, retracted }: OverviewChanges['facts'][number]): string {
  const did = [
    ...(added === 0 ? [] : [`${added.toLocaleString()} added`]),
    ...(corrected === 0 ? [] : [`${corrected.toLocaleString()} corrected`]),
    ...(retracted === 0 ? [] : [`${retracted.toLocaleString()} retracted`]),
  ];
  return `${label}: ${did.join(', ')}`;
}

const WHY = {
  expired: 'it expired',
  'severity-increased': 'the severity has risen',
  'inputs-changed': 'an input or a threshold has changed',
  'by-hand': 'by hand',
} as const;

/** `acknowledged by Ana`, `reopened: an input or a threshold has changed`. */
export function reviewText({ did, why, by }: OverviewChanges['reviews'][number]): string {
  if (why !== null) return `reopened: ${WHY[why]}`;
  return by === null ? stepDid(did) : `${stepDid(did)} by ${by}`;
}

export function commitsText(commits: number): string {
  if (commits === 0) return 'No change of the ledger since.';
  return commits === 1
    ? '1 change of the ledger since.'
    : `${commits.toLocaleString()} changes of the ledger since.`;
}
