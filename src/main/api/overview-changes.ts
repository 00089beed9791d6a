import { nounOf } from '#core/model/nouns.ts';
import { addDays } from '#core/quantities/day.ts';
import { flagMoves } from '#core/report/flag-moves.ts';
import { isLive, refKey, refOf } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { countBetween, lastChangeAt } from '#main/ledger/changes-between.ts';
import { findChange } from '#main/ledger/commit.ts';
import { listSteps } from '#main/ledger/dispositions.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import type { overviewChanges } from '#shared/contract/overview-changes.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import { endOfDay } from '#shared/contract/times.ts';
import { PlumblineError } from '#shared/errors.ts';
import { refOfStep } from './reviews.ts';
import { runSignals, type SubjectRun } from './signals.ts';

type Changes = OutputOf<typeof overviewChanges>;

export interface ChangesRequest {
  readonly subjectId: string;
  readonly since: string | null;
  /** Null: today, and then the day of `since`. */
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly today: string;
}

/** Throws SUBJECT_UNKNOWN where the subject is unknown now. */
export function changesSince(ledger: ReadableLedger, request: ChangesRequest): Changes {
  const { subjectId, asOf, knownAt, today } = request;
  const until = lastChangeAt(ledger, knownAt);
  const since = request.since ?? defaultSince(ledger, until);
  const first = Math.min(lastChangeAt(ledger, since), until);
  const day = since.slice(0, 10);
  const asOfThen = asOf ?? (day < today ? day : today);
  const asOfNow = asOf ?? today;
  const now = runOf(ledger, { subjectId, asOf: asOfNow, knownAt });
  if (now === null) throw new PlumblineError('SUBJECT_UNKNOWN');
  const then = runOf(ledger, { subjectId, asOf: asOfThen, knownAt: since });
  return {
    since,
    commits: until - first,
    before: { asOf: asOfThen, grade: then?.grade.grade ?? null },
    after: { asOf: asOfNow, grade: now.grade.grade },
    flags: then === null ? [] : flagMoves(then.flags, now.flags),
    facts: countBetween(ledger, { since: first, until })
      .filter(({ noun }) => noun !== 'disposition')
      .map((counts) => ({ ...counts, label: labelOf(counts) })),
    reviews: [...stepsSince(ledger, { subjectId, since, knownAt }, now), ...lapsedSince(then, now)],
  };
}

/** The end of the day before the last change: what was done on the last day of work is then told. */
function defaultSince(ledger: ReadableLedger, until: number): string {
  const at = findChange(ledger.db, until)?.at ?? '';
  return endOfDay(addDays(at.slice(0, 10), -1));
}

interface RunOf {
  readonly subjectId: string;
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** Null where the ledger does not know the subject at that moment. */
function runOf(ledger: ReadableLedger, request: RunOf): SubjectRun | null {
  try {
    return runSignals(ledger, request).subjects[0] ?? null;
  } catch (thrown) {
    if (thrown instanceof PlumblineError && thrown.code === 'SUBJECT_UNKNOWN') return null;
    throw thrown;
  }
}

function labelOf({ noun, added, corrected, retracted }: ReturnType<typeof countBetween>[number]): string {
  const { label, plural } = nounOf(noun);
  return added + corrected + retracted === 1 ? label : plural;
}

interface Span {
  readonly subjectId: string;
  readonly since: string;
  readonly knownAt: string | null;
}

function stepsSince(
  ledger: ReadableLedger,
  { subjectId, since, knownAt }: Span,
  { flags }: SubjectRun,
): Changes['reviews'] {
  const places = new Map(flags.map((flag, at) => [refKey(refOf(flag)), at]));
  return listSteps(ledger, [subjectId], knownAt)
    .filter(({ recordedAt }) => recordedAt > since)
    .map((step) => {
      const place = places.get(refKey(refOfStep(step))) ?? null;
      const { signal, scopeName, state, author, recordedAt } = step;
      const name = (place === null ? null : flags[place]?.name) ?? signal;
      return { name, scopeName, did: state, why: null, by: author, at: recordedAt, place };
    });
}

/** Decisions that held then, or were made since, and by now have stopped holding by themselves. */
function lapsedSince(then: SubjectRun | null, now: SubjectRun): Changes['reviews'] {
  const before = new Map(
    (then?.flags ?? []).map((flag, at) => [refKey(refOf(flag)), then?.reviews[at]] as const),
  );
  return now.flags.flatMap((flag, place) => {
    const review = now.reviews[place];
    if (review === undefined || !isLapsed(review) || !isLive(flag.severity)) return [];
    const was = before.get(refKey(refOf(flag)));
    if (was !== undefined && isLapsed(was) && was.since === review.since) return [];
    return [lapse(flag, review, place)];
  });
}

function isLapsed({ reopened }: Review): boolean {
  return reopened !== null && reopened.why !== 'by-hand';
}

function lapse({ name, scope }: Flag, { reopened }: Review, place: number): Changes['reviews'][number] {
  const scopeName = scope.kind === 'total' ? null : scope.name;
  return { name, scopeName, did: 'reopened', why: reopened?.why ?? null, by: null, at: null, place };
}
