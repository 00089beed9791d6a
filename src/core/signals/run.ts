import { type ChoicePolicy, DEFAULT_POLICY, POLICIES } from '../figures/policy.ts';
import { indexLedger, type LedgerIndex } from '../metrics/ledger-index.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts, LedgerView } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';
import { isBand, milderOf, type Verdict, verdictOf, worseOf } from './bands.ts';
import type { Measure, OtherReading, Outcome, Reading, Scope, SignalDefinition } from './definition.ts';
import type { Alternative, Flag, Thresholds } from './flag.ts';
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
  /** Policy in force; the others stand on each card. */
  readonly policy?: ChoicePolicy;
}

/** Flags of each subject in the order given. Throws RangeError for a subject that is not in the view. */
export function runSignals({
  view,
  subjectIds,
  sets,
  signals,
  policy = DEFAULT_POLICY,
}: Run): readonly Flag[] {
  const index = indexLedger(view);
  return subjectIds.flatMap((id) => {
    const study = { index, subject: subjectOf(index, id), policy };
    return signals.flatMap((signal) => flagsOf(signal, study, sets));
  });
}

function subjectOf({ entities }: LedgerIndex, id: string): EntityFacts {
  const subject = entities.get(id);
  if (subject === undefined) throw new RangeError(`No entity ${id} is in the ledger at this moment.`);
  return subject;
}

function flagsOf(signal: SignalDefinition, study: Study, sets: readonly ThresholdSet[]): readonly Flag[] {
  const rivals = POLICIES.filter(({ id }) => id !== study.policy.id).map((policy) => ({
    policy,
    readings: new Map(signal.evaluate({ ...study, policy }).map((reading) => [keyOf(reading), reading])),
  }));
  return signal
    .evaluate(study)
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
  const { severity, uncapped, ...bands } = judge(reading, measure, thresholds);
  const policies = rivals.flatMap((rival) => alternativeOfPolicy(rival, reading, measure, thresholds));
  const isSensitive = policies.some((alternative) => alternative.severity !== severity);
  const { outcome } = reading;
  return {
    signal: signal.id,
    measure: measure.id,
    name: measure.name,
    subjectId: study.subject.id,
    subject: study.subject.name,
    scope: reading.scope,
    severity,
    state: outcome.state,
    value: outcome.state === 'ok' ? outcome.measured : null,
    unit: measure.unit,
    ...bands,
    thresholds,
    formula: signal.formula,
    workings: reading.workings,
    policy: study.policy.id,
    inputs: [...reading.inputs],
    alternatives: [...reading.others.map((other) => alternativeOf(other, measure, thresholds)), ...policies],
    tags: [
      ...new Set([
        ...reading.tags,
        ...(uncapped === null ? [] : ['capped']),
        ...(isSensitive ? ['policy-sensitive'] : []),
      ]),
    ],
    missing: outcome.state === 'insufficient-data' ? [...outcome.missing] : [],
    note: noteOf(reading, uncapped),
  };
}

interface Judgement extends Verdict {
  /** The severity before the cap, null where none applied. */
  readonly uncapped: Verdict['severity'] | null;
}

/**
 * What is not binding cannot lift a severity past warn (METHODS §0.9): a worse one must come from the rest.
 * The ends keep their own bands.
 */
function judge(reading: Reading, measure: Measure, thresholds: Thresholds): Judgement {
  const verdict = verdictOf(reading.outcome, measure, thresholds);
  const { severity } = verdict;
  if (reading.nonBinding === null || !isBand(severity)) return { ...verdict, uncapped: null };
  const { without } = reading.nonBinding;
  const firm = without === null ? 'clear' : verdictOf(without, measure, thresholds).severity;
  const capped = worseOf(isBand(firm) ? firm : 'clear', milderOf(severity, 'warn'));
  const isCapped = milderOf(capped, severity) === capped && capped !== severity;
  return isCapped ? { ...verdict, severity: capped, uncapped: severity } : { ...verdict, uncapped: null };
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
  return outcome.state === 'ok' ? outcome.measured : null;
}

function noteOf({ notes, outcome }: Reading, uncapped: Judgement['uncapped']): string {
  const reason = outcome.state === 'not-computable' ? [`Not computable: ${outcome.reason}.`] : [];
  const missing = outcome.state === 'insufficient-data' ? [`Missing: ${outcome.missing.join('; ')}.`] : [];
  const cap =
    uncapped === null
      ? []
      : [`Held at warn because what drives it is not binding; uncapped it is ${uncapped}.`];
  return [...reason, ...missing, ...notes, ...cap].join(' ');
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

/** The whole of the subject, then its deals by name and id. */
function inScopeOrder(a: Scope, b: Scope): number {
  if (a.kind === 'total' || b.kind === 'total')
    return Number(b.kind === 'total') - Number(a.kind === 'total');
  return byText(a.name, b.name) || byText(a.id, b.id);
}
