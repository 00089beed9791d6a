import { createHash } from 'node:crypto';
import {
  type FlagRef,
  fingerprintText,
  isSelfReviewed,
  refKey,
  refOf,
  type Standing,
  standingOf,
} from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { type DispositionRow, listSteps } from '#main/ledger/dispositions.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { nameOf } from '#main/ledger/references.ts';
import type { Review, ReviewStep } from '#shared/contract/dispositions.ts';

/** Where the reviews of flags stand at a moment; `asOf` is the day that expiry is judged by. */
export interface ReviewMoment {
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** One review for each flag, in their order. */
export function reviewsOf(
  ledger: ReadableLedger,
  flags: readonly Flag[],
  { asOf, knownAt }: ReviewMoment,
): Review[] {
  const subjects = [...new Set(flags.map(({ subjectId }) => subjectId))];
  const steps = Map.groupBy(listSteps(ledger, subjects, knownAt), (step) => refKey(refOfStep(step)));
  return flags.map((flag) => reviewOf(flag, steps.get(refKey(refOf(flag))) ?? [], asOf));
}

/** Where the review of one flag stands after its steps in force. */
export function reviewOf(flag: Flag, steps: readonly DispositionRow[], asOf: string): Review {
  if (steps.length === 0) return UNREVIEWED;
  const { severity } = flag;
  return told(standingOf(steps, { severity, fingerprint: fingerprintOf(flag), today: asOf }), steps.at(-1));
}

/** SHA-256 of what a decision on the flag rests on, in hex. */
export function fingerprintOf(flag: Flag): string {
  return createHash('sha256').update(fingerprintText(flag)).digest('hex');
}

export const UNREVIEWED: Review = {
  state: 'open',
  reopened: null,
  since: null,
  by: null,
  reviewer: null,
  until: null,
  reasonCode: null,
  note: null,
  mitigant: null,
  isSelfReviewed: false,
};

function told(standing: Standing, last: DispositionRow | undefined): Review {
  if (last === undefined) return UNREVIEWED;
  const { recordedAt, author, reviewer, expiresOn, reasonCode, note, mitigant } = last;
  return {
    ...standing,
    since: recordedAt,
    by: author,
    reviewer,
    until: expiresOn,
    reasonCode,
    note,
    mitigant,
    isSelfReviewed: isSelfReviewed(last),
  };
}

export function refOfStep({ signal, measure, entityId, scope, scopeId }: DispositionRow): FlagRef {
  return { signal, measure, subjectId: entityId, scope, scopeId };
}

/** A step as it is shown, with the names of its evidence. */
export function stepReport(ledger: ReadableLedger, row: DispositionRow): ReviewStep {
  const { id, step, state, author, reviewer, reasonCode, note, mitigant, severity, expiresOn } = row;
  return {
    id,
    step,
    state,
    author,
    reviewer,
    isSelfReviewed: isSelfReviewed(row),
    reasonCode,
    note,
    mitigant,
    evidence: (row.evidenceIds ?? []).map((entry) => ({ id: entry, name: nameOf(ledger, entry) })),
    severity,
    expiresOn,
    recordedAt: row.recordedAt,
    seq: row.recordedSeq,
    undoneAt: row.retractedAt,
    undoneBy: row.retractedBy,
  };
}
