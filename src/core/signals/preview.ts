import type { LedgerView } from '../model/ledger-view.ts';
import { headlineOf } from '../quantities/interval.ts';
import type { SignalDefinition } from './definition.ts';
import { type Flag, type Severity, type Thresholds, thresholdKey } from './flag.ts';
import { findMeasure, signalRegistry } from './registry.ts';
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
}

export function previewThresholds({ view, subjectIds, sets, proposed }: PreviewRequest): ThresholdPreview {
  const keys = [...new Set(proposed.map(({ key }) => key))];
  const kept = sets.filter((set) => !proposed.some((one) => hasSamePlace(set, one)));
  const added = proposed.map((one) => ({ ...one, id: '', reason: null }));
  const after = flagsUnder([...kept, ...added], view, subjectIds, keys);
  const before = flagsUnder(sets, view, subjectIds, keys);
  const moved = before.flatMap((flag, at) => movedFlag(flag, after[at]));
  return { moved, unchanged: before.length - moved.length };
}

/** Thresholds change no reading, so the flags of two runs stand in the same order. */
function flagsUnder(
  sets: readonly ThresholdSet[],
  view: LedgerView,
  subjectIds: readonly string[],
  keys: readonly string[],
) {
  const signals = [...new Set(keys.flatMap(signalsFor))];
  const wanted = signals.some(({ readsFlags }) => readsFlags === true) ? signalRegistry : signals;
  return runSignals({ view, subjectIds, sets, signals: wanted }).filter((flag) =>
    keys.includes(thresholdKey(flag.signal, flag.measure)),
  );
}

/** The signals that must be run for one measure: its own, unless that reads the flags of all the others. */
export function signalsFor(key: string): readonly SignalDefinition[] {
  const signal = findMeasure(key)?.signal;
  return signal === undefined || signal.readsFlags === true ? signalRegistry : [signal];
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
