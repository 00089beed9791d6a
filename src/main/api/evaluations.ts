import type { LedgerView } from '#core/model/ledger-view.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { runInSteps } from '#core/signals/run.ts';
import type { ThresholdSet } from '#core/signals/thresholds.ts';
import type { Steps } from '#core/steps.ts';
import { findHead } from '#main/ledger/commit.ts';
import { type Facts, openFacts } from '#main/ledger/facts.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { touchedSince } from '#main/ledger/touched.ts';
import { fetchReach, viewIn } from '#main/ledger/view.ts';

/**
 * Flags of one subject at a time, kept until a change touches what they were computed from.
 * Law: a kept result is what a fresh one would be; whatever cannot be told is computed anew.
 */
export interface SubjectMoment {
  readonly subjectId: string;
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** What is judged by; a change of either lets all that is kept go. */
export interface Rules {
  readonly sets: readonly ThresholdSet[];
  readonly signals: readonly SignalDefinition[];
}

export interface Evaluation {
  readonly view: LedgerView;
  readonly flags: readonly Flag[];
}

interface Kept extends Evaluation {
  readonly reached: ReadonlySet<string>;
}

interface Memory {
  seq: number;
  /** By instant of knowledge. */
  readonly facts: Map<string | null, Facts>;
  /** By subject and moment, least recently asked for first. */
  readonly evaluations: Map<string, Kept>;
}

const MOST_EVALUATIONS = 100;
/** Figures and deals at hand before all are let go: some 200 MB. */
const MOST_ROWS = 250_000;
const MOST_INSTANTS = 3;

const memories = new WeakMap<ReadableLedger, Memory>();

/** A step for each signal. What was recorded between two steps is not in the answer, which is then not kept. */
export function* evaluateSubject(
  ledger: ReadableLedger,
  moment: SubjectMoment,
  rules: Rules,
): Steps<Evaluation> {
  const { evaluations, seq } = currentMemory(ledger);
  const { subjectId, asOf, knownAt } = moment;
  const key = JSON.stringify([subjectId, asOf, knownAt]);
  const found = evaluations.get(key) ?? (yield* evaluateNew(ledger, moment, rules));
  if (currentMemory(ledger).seq !== seq) return found;
  evaluations.delete(key);
  evaluations.set(key, found);
  dropOldest(evaluations, MOST_EVALUATIONS);
  return found;
}

/** The view of several subjects together, from the same facts. */
export function viewOfSubjects(
  ledger: ReadableLedger,
  subjectIds: readonly string[],
  { asOf, knownAt }: Omit<SubjectMoment, 'subjectId'>,
): LedgerView {
  return viewIn(factsAt(ledger, knownAt), { subjectIds, asOf, knownAt }).view;
}

const BATCH = 10;

/**
 * Flags of each subject in turn, for runs over a whole ledger: what a batch of subjects reaches is read together, and
 * let go once too much of it is at hand. Nothing of it is kept. Null where others may be seen to, between two signals.
 * Throws RangeError for a subject that is not on file.
 */
export function* evaluateInTurn(
  ledger: ReadableLedger,
  subjectIds: readonly string[],
  { asOf, knownAt }: Omit<SubjectMoment, 'subjectId'>,
  rules: Rules,
): Generator<{ readonly subjectId: string; readonly flags: readonly Flag[] } | null> {
  let facts = openFacts(ledger, knownAt);
  for (let at = 0; at < subjectIds.length; at += BATCH) {
    const batch = subjectIds.slice(at, at + BATCH);
    if (facts.size() > MOST_ROWS) facts = openFacts(ledger, knownAt);
    fetchReach(facts, batch);
    for (const subjectId of batch) {
      const { view } = viewIn(facts, { subjectIds: [subjectId], asOf, knownAt });
      yield { subjectId, flags: yield* withNulls(runInSteps({ view, subjectIds: [subjectId], ...rules })) };
    }
  }
}

function* withNulls<T>(steps: Steps<T>): Generator<null, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield null;
  }
}

function* evaluateNew(
  ledger: ReadableLedger,
  { subjectId, asOf, knownAt }: SubjectMoment,
  rules: Rules,
): Steps<Kept> {
  const subjectIds = [subjectId];
  const { view, reached } = viewIn(factsAt(ledger, knownAt), { subjectIds, asOf, knownAt });
  yield;
  return { view, reached, flags: yield* runInSteps({ view, subjectIds, ...rules }) };
}

/** Facts as of an instant, kept until a change touches them. */
export function factsAt(ledger: ReadableLedger, knownAt: string | null): Facts {
  const { facts } = currentMemory(ledger);
  const known = facts.get(knownAt);
  const found = known === undefined || known.size() > MOST_ROWS ? openFacts(ledger, knownAt) : known;
  facts.delete(knownAt);
  facts.set(knownAt, found);
  dropOldest(facts, MOST_INSTANTS);
  return found;
}

/** Forgets what the changes since the last question touched. */
function currentMemory(ledger: ReadableLedger): Memory {
  const seq = findHead(ledger.db)?.seq ?? 0;
  const known = memories.get(ledger);
  if (known?.seq === seq) return known;
  const touched = known === undefined ? null : touchedSince(ledger, known.seq);
  if (known === undefined || touched === null || touched.everything) {
    const empty: Memory = { seq, facts: new Map(), evaluations: new Map() };
    memories.set(ledger, empty);
    return empty;
  }
  for (const facts of known.facts.values()) facts.renew(touched.entityIds, touched.hasNewSources);
  for (const [key, { reached }] of known.evaluations)
    if (haveCommon(touched.entityIds, reached)) known.evaluations.delete(key);
  known.seq = seq;
  return known;
}

function haveCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of some) if (others.has(id)) return true;
  return false;
}

function dropOldest<Key>(entries: Map<Key, unknown>, most: number): void {
  for (const key of entries.keys()) {
    if (entries.size <= most) return;
    entries.delete(key);
  }
}
