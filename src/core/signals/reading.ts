import { policyInForce } from '../figures/picks.ts';
import type { ChoicePolicy } from '../figures/policy.ts';
import { boundsOf } from '../formula/bounds.ts';
import type { Term } from '../formula/term.ts';
import { indexLedger } from '../metrics/ledger-index.ts';
import type { LedgerView } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Reading, SignalDefinition } from './definition.ts';

/** What one signal reads of one subject; a signal that looks at the flags of others finds none here. */
export interface ReadingQuestion {
  readonly view: LedgerView;
  readonly subjectId: string;
  readonly signal: SignalDefinition;
  /** That in force where it is left out. */
  readonly policy?: ChoicePolicy;
}

/** Throws RangeError for a subject that is not in the view. */
export function readingsOf({ view, subjectId, signal, policy }: ReadingQuestion): readonly Reading[] {
  const index = indexLedger(view);
  const subject = index.entities.get(subjectId);
  if (subject === undefined) throw new RangeError(`No entity ${subjectId} is in the ledger at this moment.`);
  return signal.evaluate({ index, subject, policy: policy ?? policyInForce(view) }, []);
}

/**
 * The formula of a reading, if it has one that gives what was measured: the same point unless it knows none, and bounds
 * that hold the measured ones. Null otherwise, so that nothing is ever drawn from arithmetic that is not that of the card.
 */
export function formulaOf({ formula, outcome }: Reading): Term | null {
  const term = outcome.state === 'ok' && formula !== undefined ? formula() : null;
  if (term === null || outcome.state !== 'ok') return null;
  const bounds = boundsOf(term);
  return bounds !== null && holds(bounds, outcome.measured) ? term : null;
}

function holds(bounds: Interval, measured: Interval): boolean {
  const isSamePoint =
    bounds.point === null || (measured.point !== null && isNear(bounds.point, measured.point));
  const isLow = bounds.lo <= measured.lo || isNear(bounds.lo, measured.lo);
  const isHigh =
    bounds.hi === null ||
    (measured.hi !== null && (bounds.hi >= measured.hi || isNear(bounds.hi, measured.hi)));
  return isSamePoint && isLow && isHigh;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1e-3, Math.abs(a), Math.abs(b));
}
