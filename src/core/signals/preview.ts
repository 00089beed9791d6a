import type { LedgerView } from '../model/ledger-view.ts';
import { headlineOf } from '../quantities/interval.ts';
import type { SignalDefinition } from './definition.ts';
import { type Flag, type Severity, type Thresholds, thresholdKey } from './flag.ts';
import { findMeasure, measuresOf, signalRegistry } from './registry.ts';
import { runSignals } from './run.ts';
import { hasSamePlace, type Place, type ThresholdSet } from './thresholds.ts';

/** What a set of thresholds would change, without changing it. */
export interface ThresholdPreview {
  readonly moved: MovedFlag[];
  /** Flags of the same measure whose severity stays. */
  readonly unchanged: number;
}

export interface MovedFlag {
  readonly subject: string;
  /** Name of the deal, or "total". */
  readonly scope: string;
  readonly name: string;
  readonly value: number | null;
  readonly before: Severity;
  readonly after: Severity;
}

export interface PreviewRequest {
  readonly view: LedgerView;
  readonly subjectIds: readonly string[];
  /** Sets in force; one that holds the same place as a proposed set is replaced by it. */
  readonly sets: readonly ThresholdSet[];
  readonly proposed: readonly (Place & Thresholds)[];
  /** Every signal of the ledger, own ones among them. */
  readonly signals?: readonly SignalDefinition[];
}

export function previewThresholds(request: PreviewRequest): ThresholdPreview {
  const { sets, proposed } = request;
  const kept = sets.filter((set) => !proposed.some((one) => hasSamePlace(set, one)));
  const added = proposed.map((one) => ({ ...one, id: '', reason: null }));
  const after = flagsUnder([...kept, ...added], request);
  const before = flagsUnder(sets, request);
  const moved = before.flatMap((flag, at) => movedFlag(flag, after[at]));
  return { moved, unchanged: before.length - moved.length };
}

/** Thresholds change no reading, so the flags of two runs stand in the same order. */
function flagsUnder(
  sets: readonly ThresholdSet[],
  { view, subjectIds, proposed, signals: all = signalRegistry }: PreviewRequest,
) {
  const keys = [...new Set(proposed.map(({ key }) => key))];
  const signals = [...new Set(keys.flatMap((key) => signalsFor(key, all)))];
  const wanted = signals.some(({ readsFlags }) => readsFlags === true) ? all : signals;
  return runSignals({ view, subjectIds, sets, signals: wanted }).filter((flag) =>
    keys.includes(thresholdKey(flag.signal, flag.measure)),
  );
}

/** The signals that must be run for one measure: its own, unless that reads the flags of all the others. */
export function signalsFor(key: string, all: readonly SignalDefinition[]): readonly SignalDefinition[] {
  const signal = findMeasure(key, measuresOf(all))?.signal;
  return signal === undefined || signal.readsFlags === true ? all : [signal];
}

function movedFlag(before: Flag, after: Flag | undefined): MovedFlag[] {
  if (after === undefined || before.severity === after.severity) return [];
  return [
    {
      subject: before.subject,
      scope: before.scope.kind === 'total' ? 'total' : before.scope.name,
      name: before.name,
      value: before.value === null ? null : headlineOf(before.value),
      before: before.severity,
      after: after.severity,
    },
  ];
}
