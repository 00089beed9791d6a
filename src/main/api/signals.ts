import type { LedgerView } from '#core/model/ledger-view.ts';
import { PILLARS } from '#core/model/pillar.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import { ENGINE_VERSION } from '#core/signals/engine.ts';
import type { Flag } from '#core/signals/flag.ts';
import { gradeOf } from '#core/signals/grade.ts';
import type { ThresholdSet } from '#core/signals/thresholds.ts';
import { finished, type Steps } from '#core/steps.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { idsOfCompanies, idsUnderReview, isOnFile, listSubjects } from '#main/ledger/subjects.ts';
import { listThresholds, type ThresholdSetRow } from '#main/ledger/thresholds.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import type { CompanyGradeReport, signalsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import { evaluateInTurn, evaluateSubject, viewOfSubjects } from './evaluations.ts';
import type { Handlers } from './handlers.ts';
import { signalOverTime } from './over-time.ts';
import { signalsOf } from './own-signals.ts';
import { inPauses } from './paced.ts';
import { reviewsOf } from './reviews.ts';

export const signalsHandlers: Handlers<{ signals: typeof signalsTopic }>['signals'] = {
  subjects: ({ ledger }, { knownAt }) => listSubjects(ledger, knownAt),
  run: ({ ledger, today }, { subjectId, asOf, knownAt }) =>
    inPauses(runSignalsInSteps(ledger, { subjectId, asOf: asOf ?? today, knownAt })),
  overTime: (context, asked) => signalOverTime(context, asked, gather),
};

interface RunRequest {
  /** Null: every entity under review. */
  readonly subjectId: string | null;
  readonly asOf: string;
  readonly knownAt: string | null;
}

export interface SubjectRun {
  readonly id: string;
  readonly name: string;
  readonly grade: CompanyGradeReport;
  readonly flags: Flag[];
  /** One for each flag, in their order. */
  readonly reviews: Review[];
}

export interface SignalRun {
  readonly engine: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly subjects: SubjectRun[];
}

/** Flags of the subjects at one moment of the ledger. Throws SUBJECT_UNKNOWN. */
export function runSignals(ledger: ReadableLedger, request: RunRequest): SignalRun {
  return finished(runSignalsInSteps(ledger, request));
}

function* runSignalsInSteps(ledger: ReadableLedger, request: RunRequest): Steps<SignalRun> {
  const { subjectIds, flags, signals } = yield* evaluateInSteps(ledger, request);
  const { asOf, knownAt } = request;
  const byId = Map.groupBy(flags, (flag) => flag.subjectId);
  const subjects: SubjectRun[] = [];
  for (const id of subjectIds) {
    subjects.push(subjectRun(ledger, { id, flags: byId.get(id) ?? [], signals, asOf, knownAt }));
    yield;
  }
  return { engine: ENGINE_VERSION, asOf, knownAt, subjects };
}

interface Moment {
  readonly asOf: string;
  readonly knownAt: string | null;
}

/**
 * The same for every company on file, one after the other by name; nothing is kept of those that are done. Null where
 * others may be seen to, between two signals.
 */
export function* runAllSignals(ledger: ReadableLedger, moment: Moment): Generator<SubjectRun | null> {
  const sets = listThresholds(ledger, moment.knownAt).map(setOf);
  const signals = signalsOf(ledger, moment.knownAt);
  const ids = idsOfCompanies(ledger, moment.knownAt);
  for (const found of evaluateInTurn(ledger, ids, moment, { sets, signals }))
    yield found === null
      ? null
      : subjectRun(ledger, { id: found.subjectId, flags: [...found.flags], signals, ...moment });
}

interface Found extends Moment, Pick<SubjectRun, 'id' | 'flags'> {
  readonly signals: readonly SignalDefinition[];
}

function subjectRun(ledger: ReadableLedger, { id, flags, signals, asOf, knownAt }: Found): SubjectRun {
  const reviews = reviewsOf(ledger, flags, { asOf, knownAt });
  return { id, name: flags[0]?.subject ?? '', grade: gradeReport(flags, reviews, signals), flags, reviews };
}

function gradeReport(
  flags: readonly Flag[],
  reviews: readonly Review[],
  signals: readonly SignalDefinition[],
): CompanyGradeReport {
  const pillarOf = new Map(signals.map(({ id, pillar }) => [id, pillar]));
  const states = new Map(flags.map((flag, at) => [flag, reviews[at]?.state ?? 'open'] as const));
  const { grade, withoutDispositions, why, coverage, deciding } = gradeOf(
    flags,
    (flag) => states.get(flag) ?? 'open',
    signals,
  );
  return {
    grade,
    withoutDispositions,
    why,
    computable: coverage.computable,
    applicable: coverage.applicable,
    deciding: deciding.map(({ family, pillar, severity, flags: deciders }) => ({
      family,
      pillar,
      severity,
      places: deciders.map(({ flag }) => flags.indexOf(flag)),
    })),
    pillars: PILLARS.map((pillar) => ({
      pillar,
      places: flags.flatMap((flag, at) => (pillarOf.get(flag.signal) === pillar ? [at] : [])),
    })),
  };
}

interface Evaluated extends Gathered {
  readonly flags: readonly Flag[];
}

/** Flags of each subject, worked out once until a change touches them. Throws SUBJECT_UNKNOWN. */
export function evaluate(ledger: ReadableLedger, request: RunRequest): Evaluated {
  return finished(evaluateInSteps(ledger, request));
}

/** The same with a step for each signal of each subject. */
export function* evaluateInSteps(ledger: ReadableLedger, request: RunRequest): Steps<Evaluated> {
  const gathered = gather(ledger, request);
  const { subjectIds, sets, signals } = gathered;
  const { asOf, knownAt } = request;
  const flags: Flag[] = [];
  for (const subjectId of subjectIds) {
    const found = yield* evaluateSubject(ledger, { subjectId, asOf, knownAt }, { sets, signals });
    flags.push(...found.flags);
  }
  return {
    subjectIds,
    sets,
    signals,
    flags,
    get view() {
      return gathered.view;
    },
  };
}

export interface Gathered {
  readonly subjectIds: readonly string[];
  readonly sets: readonly ThresholdSet[];
  /** Built-in signals and those of the ledger. */
  readonly signals: readonly SignalDefinition[];
  readonly view: LedgerView;
}

/** Everything that signals read, before anything is computed. Throws SUBJECT_UNKNOWN. */
export function gather(ledger: ReadableLedger, { subjectId, asOf, knownAt }: RunRequest): Gathered {
  const subjectIds = subjectId === null ? idsUnderReview(ledger, knownAt) : [subjectId];
  if (subjectId !== null && !isOnFile(ledger, subjectId, knownAt))
    throw new PlumblineError('SUBJECT_UNKNOWN');
  let view: LedgerView | null = null;
  return {
    subjectIds,
    sets: listThresholds(ledger, knownAt).map(setOf),
    signals: signalsOf(ledger, knownAt),
    get view() {
      view ??= viewOfSubjects(ledger, subjectIds, { asOf, knownAt });
      return view;
    },
  };
}

function setOf({
  id,
  signal,
  scope,
  entity_id,
  sector,
  watch,
  warn,
  critical,
  reason,
  version,
}: ThresholdSetRow): ThresholdSet {
  return { id, version, key: signal, scope, entityId: entity_id, sector, watch, warn, critical, reason };
}
