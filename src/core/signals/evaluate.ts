import type { LedgerView } from '../model/ledger-view.ts';
import type { SignalDefinition } from './definition.ts';
import type { Flag } from './flag.ts';
import { signalRegistry } from './registry.ts';
import { runSignals } from './run.ts';
import type { ThresholdSet } from './thresholds.ts';

/**
 * Every signal for every subject: subjects in the order given, signals in the order given (those of the
 * registry where none are), the whole of a
 * subject before its deals. Throws RangeError for a subject that is not in the view.
 */
export function evaluateSignals(
  view: LedgerView,
  subjectIds: readonly string[],
  sets: readonly ThresholdSet[],
  signals: readonly SignalDefinition[] = signalRegistry,
): readonly Flag[] {
  return runSignals({ view, subjectIds, sets, signals });
}
