import type { LedgerView } from '#core/model/ledger-view.ts';
import { PILLARS, type SignalDefinition } from '#core/signals/definition.ts';
import { ENGINE_VERSION } from '#core/signals/engine.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { gradeOf } from '#core/signals/grade.ts';
import type { ThresholdSet } from '#core/signals/thresholds.ts';
import { findHead } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { idsUnderReview, listSubjects } from '#main/ledger/subjects.ts';
import { listThresholds, type ThresholdSetRow } from '#main/ledger/thresholds.ts';
import { loadView } from '#main/ledger/view.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import type { CompanyGradeReport, signalsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { signalOverTime } from './over-time.ts';
import { signalsOf } from './own-signals.ts';
import { reviewsOf } from './reviews.ts';

export const signalsHandlers: Handlers<{ signals: typeof signalsTopic }>['signals'] = {
  subjects: ({ ledger }, { knownAt }) => listSubjects(ledger, knownAt),
  run: ({ ledger, today }, { subjectId, asOf, knownAt }) =>
    runSignals(ledger, { subjectId, asOf: asOf ?? today, knownAt }),
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
export function runSignals(ledger: ReadableLedger, { subjectId, asOf, knownAt }: RunRequest): SignalRun {
  const { view, subjectIds, flags, signals } = evaluate(ledger, { subjectId, asOf, knownAt });
  const names = new Map(view.entities.map(({ id, name }) => [id, name]));
  return {
    engine: ENGINE_VERSION,
    asOf,
    knownAt,
    subjects: subjectIds.map((id) => {
      const own = flags.filter((flag) => flag.subjectId === id);
      const reviews = reviewsOf(ledger, own, { asOf, knownAt });
      return {
        id,
        name: names.get(id) ?? '',
        grade: gradeReport(own, reviews, signals),
        flags: own,
        reviews,
      };
    }),
  };
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

/** Evaluations kept per ledger: a screen asks for the same one several times between two changes. */
const KEPT = 4;
const kept = new WeakMap<ReadableLedger, Map<string, Evaluated>>();

/** Gathers and evaluates, once for each state of the ledger. Throws SUBJECT_UNKNOWN. */
export function evaluate(ledger: ReadableLedger, request: RunRequest): Evaluated {
  const known = kept.get(ledger) ?? new Map<string, Evaluated>();
  kept.set(ledger, known);
  const key = JSON.stringify([findHead(ledger.db)?.hash, request.subjectId, request.asOf, request.knownAt]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const gathered = gather(ledger, request);
  const { view, sets, signals } = gathered;
  const made = { ...gathered, flags: evaluateSignals(view, gathered.subjectIds, sets, signals) };
  const oldest = known.keys().next();
  if (known.size >= KEPT && oldest.done !== true) known.delete(oldest.value);
  known.set(key, made);
  return made;
}

export interface Gathered {
  readonly view: LedgerView;
  readonly subjectIds: readonly string[];
  readonly sets: readonly ThresholdSet[];
  /** Built-in signals and those of the ledger. */
  readonly signals: readonly SignalDefinition[];
}

/** Everything that signals read, before anything is computed. Throws SUBJECT_UNKNOWN. */
export function gather(ledger: ReadableLedger, { subjectId, asOf, knownAt }: RunRequest): Gathered {
  const subjectIds = subjectId === null ? idsUnderReview(ledger, knownAt) : [subjectId];
  const view = loadView(ledger, { subjectIds, asOf, knownAt });
  const known = new Set(view.entities.map(({ id }) => id));
  if (subjectIds.some((id) => !known.has(id))) throw new PlumblineError('SUBJECT_UNKNOWN');
  const sets = listThresholds(ledger, knownAt).map(setOf);
  return { view, subjectIds, sets, signals: signalsOf(ledger, knownAt) };
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
