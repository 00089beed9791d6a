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
  /** Sets in force; one that holds the same place as the proposed set is replaced by it. */
  readonly sets: readonly ThresholdSet[];
  readonly proposed: Place & Thresholds;
}

export function previewThresholds({ view, subjectIds, sets, proposed }: PreviewRequest): ThresholdPreview {
  const kept = sets.filter((set) => !hasSamePlace(set, proposed));
  const after = flagsUnder([...kept, { ...proposed, id: '', reason: null }], view, subjectIds, proposed.key);
  const before = flagsUnder(sets, view, subjectIds, proposed.key);
  const moved = before.flatMap((flag, at) => movedFlag(flag, after[at]));
  return { moved, unchanged: before.length - moved.length };
}

/** Thresholds change no reading, so the flags of two runs stand in the same order. */
function flagsUnder(
  sets: readonly ThresholdSet[],
  view: LedgerView,
  subjectIds: readonly string[],
  key: string,
) {
  return runSignals({ view, subjectIds, sets, signals: signalsFor(key) }).filter(
    (flag) => thresholdKey(flag.signal, flag.measure) === key,
  );
}

/** Only the signal whose thresholds move, unless it reads the flags of all the others. */
function signalsFor(key: string): readonly SignalDefinition[] {
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
