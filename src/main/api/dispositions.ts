import { type LiveSeverity, stepProblems } from '#core/model/disposition.ts';
import { nounOfId } from '#core/model/nouns.ts';
import {
  attemptProblems,
  defaultExpiry,
  isLive,
  isSelfReviewed,
  nextSteps,
  refKey,
  refOf,
} from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { commit } from '#main/ledger/commit.ts';
import {
  type DispositionRow,
  isOnlyAuthor,
  listSteps,
  listStepsOfSignal,
  listTrail,
  recordStep,
} from '#main/ledger/dispositions.ts';
import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import { isInForce, nameOf } from '#main/ledger/references.ts';
import type { dispositionsTopic } from '#shared/contract/dispositions.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { fingerprintOf, type ReviewMoment, refOfStep, reviewOf, stepReport } from './reviews.ts';
import { evaluate } from './signals.ts';

type Topic = typeof dispositionsTopic;
type Ref = Pick<InputOf<Topic['get']>, 'signal' | 'measure' | 'subjectId' | 'scope' | 'scopeId'>;

export const dispositionsHandlers: Handlers<{ dispositions: Topic }>['dispositions'] = {
  list: ({ ledger, today }, { subjectId, asOf, knownAt }) =>
    listReviews(ledger, subjectId, { asOf: asOf ?? today, knownAt }),
  get: ({ ledger, today, author }, { asOf, knownAt, ...ref }) => {
    const moment = { asOf: asOf ?? today, knownAt };
    const flag = flagOf(ledger, ref, moment);
    const trail = listTrail(ledger, ref, knownAt);
    const review = reviewOf(flag, inForce(trail, knownAt), moment.asOf);
    return {
      review,
      steps: trail.map((step) => stepReport(ledger, step)),
      next: isLive(flag.severity) ? [...nextSteps(review.state)] : [],
      fingerprint: fingerprintOf(flag),
      author,
      isSingleUser: isOnlyAuthor(ledger, author),
      today,
      alike: closedAlike(ledger, ref, moment),
    };
  },
  decide: ({ ledger, today, author }, { asOf, fingerprint, ...decision }) =>
    decide({ ledger, today, author }, { ...decision, fingerprint, asOf: asOf ?? today }),
};

function listReviews(
  ledger: ReadableLedger,
  subjectId: string | null,
  { asOf, knownAt }: ReviewMoment,
): OutputOf<Topic['list']> {
  const { subjectIds, flags, view } = evaluate(ledger, { subjectId, asOf, knownAt });
  const flagByKey = new Map(flags.map((flag) => [refKey(refOf(flag)), flag]));
  const names = new Map(view.entities.map(({ id, name }) => [id, name]));
  const keys = new Map(
    listSteps(ledger, subjectIds, knownAt).map((step) => [refKey(refOfStep(step)), step] as const),
  );
  return {
    asOf,
    knownAt,
    reviews: [...keys].map(([key, last]) => {
      const ref = refOfStep(last);
      const flag = flagByKey.get(key) ?? null;
      const trail = listTrail(ledger, ref, knownAt);
      return {
        ...ref,
        name: flag?.name ?? last.signal,
        subject: names.get(last.entityId) ?? '',
        scopeName: last.scopeName,
        severity: flag?.severity ?? null,
        review: flag === null ? null : reviewOf(flag, inForce(trail, knownAt), asOf),
        steps: trail.map((step) => stepReport(ledger, step)),
      };
    }),
  };
}

/** Steps of a trail that stand at an instant, null for now. */
function inForce(trail: readonly DispositionRow[], knownAt: string | null): readonly DispositionRow[] {
  return trail
    .filter(({ retractedAt }) => retractedAt === null || (knownAt !== null && retractedAt > knownAt))
    .sort((a, b) => a.step - b.step);
}

/** Throws SUBJECT_UNKNOWN, and ENTRY_MISSING where the signals say nothing of this. */
function flagOf(ledger: ReadableLedger, ref: Ref, { asOf, knownAt }: ReviewMoment): Flag {
  const { flags } = evaluate(ledger, { subjectId: ref.subjectId, asOf, knownAt });
  const flag = flags.find((candidate) => refKey(refOf(candidate)) === refKey(ref));
  if (flag === undefined) throw new PlumblineError('ENTRY_MISSING', ['There is no such flag any more.']);
  return flag;
}

/** Flags of the signal, whatever their subject, whose last decision closed them and has not expired. */
function closedAlike(
  ledger: ReadableLedger,
  ref: Ref,
  { asOf, knownAt }: ReviewMoment,
): OutputOf<Topic['get']>['alike'] {
  const last = new Map(
    listStepsOfSignal(ledger, ref.signal, knownAt).map((step) => [refKey(refOfStep(step)), step] as const),
  );
  last.delete(refKey(ref));
  return [...last.values()].flatMap((step) => {
    const { state, expiresOn } = step;
    if (state !== 'mitigated' && state !== 'false-positive') return [];
    if (expiresOn !== null && expiresOn <= asOf) return [];
    const { entityId, scopeName, reasonCode, author, recordedAt, note } = step;
    const subject = nameOf(ledger, entityId);
    return [{ subject, scopeName, state, reasonCode, author, recordedAt, note }];
  });
}

type Decision = Omit<InputOf<Topic['decide']>, 'asOf'> & { readonly asOf: string };

interface Decider {
  readonly ledger: WritableLedger;
  readonly today: string;
  readonly author: string;
}

/** Throws DISPOSITION_REFUSED, EDIT_CONFLICT, SUBJECT_UNKNOWN, ENTRY_MISSING. */
function decide({ ledger, today, author }: Decider, decision: Decision): OutputOf<Topic['decide']> {
  const { signal, measure, subjectId, scope, scopeId, state, asOf } = decision;
  const ref = { signal, measure, subjectId, scope, scopeId };
  const flag = flagOf(ledger, ref, { asOf, knownAt: null });
  if (fingerprintOf(flag) !== decision.fingerprint) throw new PlumblineError('EDIT_CONFLICT');
  const { severity } = flag;
  if (!isLive(severity))
    throw new PlumblineError('DISPOSITION_REFUSED', ['Only a flag at watch, warn or critical is reviewed.']);
  const before = inForce(listTrail(ledger, ref, null), null);
  const step = {
    signal,
    measure,
    entityId: subjectId,
    scope,
    scopeId,
    scopeName: flag.scope.kind === 'total' ? null : flag.scope.name,
    step: before.length + 1,
    state,
    author,
    reviewer: emptyToNull(decision.reviewer),
    reasonCode: decision.reasonCode,
    note: decision.note,
    mitigant: emptyToNull(decision.mitigant),
    evidenceIds: decision.evidenceIds.length === 0 ? null : decision.evidenceIds,
    severity,
    fingerprint: decision.fingerprint,
    expiresOn: decision.expiresOn ?? defaultExpiry(state, today),
  };
  refuse(ledger, step, { from: reviewOf(flag, before, asOf).state, severity, today });
  const done = commit(
    ledger,
    {
      command: 'dispositions.decide',
      summary: `${SAID[state]} ${flag.name}, ${step.scopeName ?? flag.subject}`,
      reason: decision.note,
      kind: 'do',
      targetSeq: null,
    },
    (stamp) => recordStep(ledger, stamp, step),
  );
  if (done === null) throw new PlumblineError('EDIT_CONFLICT');
  return { seq: done.seq, id: done.answer, isSelfReviewed: isSelfReviewed(step) };
}

const SAID = {
  acknowledged: 'Acknowledged:',
  mitigated: 'Mitigated:',
  'false-positive': 'Held to be a false positive:',
  reopened: 'Reopened:',
} as const;

type Step = Parameters<typeof recordStep>[2];

interface Ground {
  readonly from: Parameters<typeof attemptProblems>[0]['from'];
  readonly severity: LiveSeverity;
  readonly today: string;
}

function refuse(ledger: ReadableLedger, step: Step, ground: Ground): void {
  const problems = [
    ...attemptProblems({ ...step, ...ground, isSingleUser: isOnlyAuthor(ledger, step.author) }),
    ...stepProblems(step),
  ].map(({ sentence }) => sentence);
  const strangers = (step.evidenceIds ?? [])
    .filter((id) => !isOnFile(ledger, id))
    .map((id) => `The evidence ${id} is not in the ledger.`);
  if (problems.length + strangers.length > 0)
    throw new PlumblineError('DISPOSITION_REFUSED', [...problems, ...strangers]);
}

function isOnFile(ledger: ReadableLedger, id: string): boolean {
  const noun = nounOfId(id);
  return noun !== null && isInForce(ledger, noun, id);
}

function emptyToNull(words: string | null): string | null {
  return words === null || words === '' ? null : words;
}
