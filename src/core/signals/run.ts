import { policyInForce } from '../figures/picks.ts';
import { type ChoicePolicy, POLICIES } from '../figures/policy.ts';
import { indexLedger, type LedgerIndex } from '../metrics/ledger-index.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts, LedgerView } from '../model/ledger-view.ts';
import { finished, type Steps } from '../steps.ts';
import { byText } from '../text-order.ts';
import { isBand, milderOf, type Verdict, verdictOf, worseOf } from './bands.ts';
import type { Measure, OtherReading, Outcome, Reading, Scope, SignalDefinition } from './definition.ts';
import type { Alternative, Flag, Thresholds } from './flag.ts';
import { publicationTags } from './publication.ts';
import { type ThresholdSet, thresholdsFor } from './thresholds.ts';

/**
 * Turns readings into flags: bands, certainty, caps, thresholds and what every other policy would give.
 * Law: nothing here knows a signal; the order of flags depends on ids and names alone, never on the order of rows.
 */
export interface Run {
  readonly view: LedgerView;
  readonly subjectIds: readonly string[];
  readonly sets: readonly ThresholdSet[];
  readonly signals: readonly SignalDefinition[];
  /** Policy in force, that of the view unless another is given; the others stand on each card. */
  readonly policy?: ChoicePolicy;
}

/** Flags of each subject in the order given. Throws RangeError for a subject that is not in the view. */
export function runSignals(run: Run): readonly Flag[] {
  return finished(runInSteps(run));
}

/** The same with a step for each signal of each subject. */
export function* runInSteps({
  view,
  subjectIds,
  sets,
  signals,
  policy = policyInForce(view),
}: Run): Steps<readonly Flag[]> {
  const index = indexLedger(view);
  const flags: Flag[] = [];
  for (const id of subjectIds) {
    yield;
    const study = { index, subject: subjectOf(index, id), policy };
    flags.push(...(yield* flagsOfSubject(study, signals, sets)));
  }
  return flags;
}

/** Signals that read flags come after those they read, and stand in their own place all the same. */
function* flagsOfSubject(
  study: Study,
  signals: readonly SignalDefinition[],
  sets: readonly ThresholdSet[],
): Steps<readonly Flag[]> {
  const found = new Map<string, readonly Flag[]>();
  for (const signal of signals.filter(({ readsFlags }) => readsFlags !== true)) {
    found.set(signal.id, flagsOf(signal, { study, sets, flags: [] }));
    yield;
  }
  const flags = [...found.values()].flat();
  for (const signal of signals.filter(({ readsFlags }) => readsFlags === true)) {
    found.set(signal.id, flagsOf(signal, { study, sets, flags }));
    yield;
  }
  return signals.flatMap(({ id }) => found.get(id) ?? []);
}

function subjectOf({ entities }: LedgerIndex, id: string): EntityFacts {
  const subject = entities.get(id);
  if (subject === undefined) throw new RangeError(`No entity ${id} is in the ledger at this moment.`);
  return subject;
}

interface Ground {
  readonly study: Study;
  readonly sets: readonly ThresholdSet[];
  readonly flags: readonly Flag[];
}

/** A policy is asked only where it could choose otherwise: without a choice every policy reads the same. */
function flagsOf(signal: SignalDefinition, { study, sets, flags }: Ground): readonly Flag[] {
  let hadChoice = false;
  const onChoice = () => {
    hadChoice = true;
  };
  const readings = signal.evaluate({ ...study, policy: { ...study.policy, onChoice } }, flags);
  const rivalReadings = (policy: ChoicePolicy) =>
    hadChoice ? signal.evaluate({ ...study, policy }, flags) : readings;
  const rivals = POLICIES.filter(({ id }) => id !== study.policy.id).map((policy) => ({
    policy,
    readings: new Map(rivalReadings(policy).map((reading) => [keyOf(reading), reading])),
  }));
  return readings
    .toSorted((a, b) => inScopeOrder(a.scope, b.scope) || placeOf(signal, a) - placeOf(signal, b))
    .map((reading) => flagOf(reading, { signal, study, sets, rivals }));
}

interface Rival {
  readonly policy: ChoicePolicy;
  readonly readings: ReadonlyMap<string, Reading>;
}

interface Context {
  readonly signal: SignalDefinition;
  readonly study: Study;
  readonly sets: readonly ThresholdSet[];
  readonly rivals: readonly Rival[];
}

function flagOf(reading: Reading, { signal, study, sets, rivals }: Context): Flag {
  const measure = measureOf(signal, reading);
  const thresholds = thresholdsFor(signal.id, measure, study.subject, sets);
  const { severity, uncapped, isHeld, ...bands } = judge(reading, measure, thresholds);
  const policies = rivals.flatMap((rival) => alternativeOfPolicy(rival, reading, measure, thresholds));
  const isSensitive = policies.some((alternative) => alternative.severity !== severity);
  const { outcome } = reading;
  const evidence = once(() => [...reading.inputs()]);
  const notices = study.policy.notices?.(evidence()) ?? [];
  const tables = once(() => [...(reading.tables?.() ?? [])]);
  const conversions = study.index.view.fxRates.length === 0 ? [] : conversionsIn(reading, evidence);
  return {
    signal: signal.id,
    measure: measure.id,
    name: measure.name,
    subjectId: study.subject.id,
    subject: study.subject.name,
    scope: reading.scope,
    severity,
    state: outcome.state === 'ruled' ? 'ok' : outcome.state,
    value: outcome.state === 'insufficient-data' ? null : measuredOf(outcome),
    unit: measure.unit,
    ...bands,
    thresholds,
    formula: signal.formula,
    workings: [...conversions, reading.workings].join('; '),
    policy: study.policy.id,
    get inputs() {
      return evidence();
    },
    get tables() {
      return tables();
    },
    alternatives: [...reading.others.map((other) => alternativeOf(other, measure, thresholds)), ...policies],
    tags: [
      ...new Set([
        ...reading.tags,
        ...(conversions.length > 0 ? ['converted'] : []),
        ...notices.map(({ tag }) => tag),
        ...publicationTags(study.index.view, evidence),
        ...(uncapped === null ? [] : ['capped']),
        ...(isHeld ? ['held-at-warn'] : []),
        ...(isSensitive ? ['policy-sensitive'] : []),
      ]),
    ],
    missing: outcome.state === 'insufficient-data' ? [...outcome.missing] : [],
    note: [...notices.map(({ sentence }) => sentence), noteOf(reading, uncapped, isHeld)]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** Evidence is gathered for the flags that somebody reads, and once. */
function once<T>(make: () => T): () => T {
  let made: { readonly of: T } | null = null;
  return () => {
    made ??= { of: make() };
    return made.of;
  };
}

/** What was converted, so that the formula below reads in one currency; looked for only where rates are on file. */
function conversionsIn({ workings }: Reading, evidence: Reading['inputs']): readonly string[] {
  if (workings === '') return [];
  return [...new Set(evidence().flatMap(({ kind, note }) => (kind === 'fx-rate' ? (note ?? []) : [])))];
}

interface Judgement extends Verdict {
  /** The severity before the cap, null where none applied. */
  readonly uncapped: Verdict['severity'] | null;
  /** Whether evidence that critical asks for was wanting. */
  readonly isHeld: boolean;
}

/**
 * What is not binding cannot lift a severity past warn (METHODS §0.9): a worse one must come from the rest.
 * The ends keep their own bands.
 */
function judge(reading: Reading, measure: Measure, thresholds: Thresholds): Judgement {
  const judged = { ...capped(reading, measure, thresholds), isHeld: false };
  if (judged.severity !== 'critical' || isEmpty(reading.heldAtWarn)) return judged;
  return { ...judged, severity: 'warn', isHeld: true };
}

function isEmpty(text: string | null | undefined): boolean {
  return text === undefined || text === null;
}

function capped(reading: Reading, measure: Measure, thresholds: Thresholds): Omit<Judgement, 'isHeld'> {
  const verdict = verdictOf(reading.outcome, measure, thresholds);
  const { severity } = verdict;
  if (reading.nonBinding === null || !isBand(severity)) return { ...verdict, uncapped: null };
  const { without } = reading.nonBinding;
  const firm = without === null ? 'clear' : verdictOf(without, measure, thresholds).severity;
  const held = worseOf(isBand(firm) ? firm : 'clear', milderOf(severity, 'warn'));
  const isCapped = milderOf(held, severity) === held && held !== severity;
  return isCapped ? { ...verdict, severity: held, uncapped: severity } : { ...verdict, uncapped: null };
}

function alternativeOf(
  { label, outcome, note }: OtherReading,
  measure: Measure,
  thresholds: Thresholds,
): Alternative {
  return {
    label,
    value: measuredOf(outcome),
    severity: verdictOf(outcome, measure, thresholds).severity,
    note,
  };
}

function alternativeOfPolicy(
  { policy, readings }: Rival,
  reading: Reading,
  measure: Measure,
  thresholds: Thresholds,
): readonly Alternative[] {
  const other = readings.get(keyOf(reading));
  if (other === undefined) return [];
  const { severity } = judge(other, measure, thresholds);
  return [
    {
      label: `Policy: ${policy.label}`,
      value: measuredOf(other.outcome),
      severity,
      note: other.workings || null,
    },
  ];
}

function measuredOf(outcome: Outcome): Flag['value'] {
  if (outcome.state === 'insufficient-data') return outcome.bounds ?? null;
  return outcome.state === 'ok' || outcome.state === 'ruled' ? outcome.measured : null;
}

function noteOf(
  { notes, outcome, heldAtWarn }: Reading,
  uncapped: Judgement['uncapped'],
  isHeld: boolean,
): string {
  const reason = outcome.state === 'not-computable' ? [`Not computable: ${outcome.reason}.`] : [];
  const moot = outcome.state === 'not-applicable' ? [`Does not apply: ${outcome.reason}.`] : [];
  const missing = outcome.state === 'insufficient-data' ? [`Missing: ${outcome.missing.join('; ')}.`] : [];
  const cap =
    uncapped === null
      ? []
      : [`Held at warn because what drives it is not binding; uncapped it is ${uncapped}.`];
  const held = isHeld ? [`Held at warn because ${heldAtWarn}; otherwise it would be critical.`] : [];
  return [...reason, ...moot, ...missing, ...notes, ...cap, ...held].join(' ');
}

function measureOf(signal: SignalDefinition, reading: Reading): Measure {
  const measure = signal.measures.find(({ id }) => id === reading.measure);
  if (measure === undefined) throw new Error(`${signal.id} has no measure ${reading.measure}.`);
  return measure;
}

function placeOf(signal: SignalDefinition, reading: Reading): number {
  return signal.measures.findIndex(({ id }) => id === reading.measure);
}

function keyOf({ measure, scope }: Reading): string {
  return `${measure} ${scope.kind === 'total' ? '' : scope.id}`;
}

const SCOPE_ORDER: readonly Scope['kind'][] = ['total', 'about', 'deal'];

/** The whole of the subject, then what it bears on, then its deals, each by name and id. */
function inScopeOrder(a: Scope, b: Scope): number {
  if (a.kind === 'total' || b.kind === 'total' || a.kind !== b.kind)
    return SCOPE_ORDER.indexOf(a.kind) - SCOPE_ORDER.indexOf(b.kind);
  return byText(a.name, b.name) || byText(a.id, b.id);
}
