import type { ChoicePolicy } from '../figures/policy.ts';
import { boundsOf } from '../formula/bounds.ts';
import type { Term } from '../formula/term.ts';
import type { EntityFacts, LedgerView } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Measure, Reading, SignalDefinition } from '../signals/definition.ts';
import type { AppliedThresholds } from '../signals/flag.ts';
import { formulaOf, readingsOf } from '../signals/reading.ts';
import { type ThresholdSet, thresholdsFor } from '../signals/thresholds.ts';

/** Which number is to be drawn: one measure of one signal, for the whole of a subject or for one part of it. */
export interface DrawQuestion {
  readonly view: LedgerView;
  readonly subjectId: string;
  readonly sets: readonly ThresholdSet[];
  readonly signal: SignalDefinition;
  readonly measure: string | null;
  /** Id of the deal or of what else the reading bears on; null for the whole of the subject. */
  readonly scopeId: string | null;
  /** That in force where it is left out. */
  readonly policy?: ChoicePolicy;
}

/** A number with the arithmetic to draw it by, or the reason why there is none, as a sentence. */
export interface Drawable {
  readonly subject: EntityFacts;
  readonly measure: Measure;
  readonly scope: Reading['scope'];
  readonly thresholds: AppliedThresholds;
  readonly workings: string;
  readonly formula: Term | null;
  /** Of the formula, from end to end of all inputs. */
  readonly bounds: Interval | null;
  readonly obstacle: string | null;
}

/** Null where the signal gives no such reading at this moment. Throws RangeError for a subject that is not in the view. */
export function drawableOf(question: DrawQuestion): Drawable | null {
  const { view, subjectId, sets, signal, measure: measureId, scopeId } = question;
  const reading = readingsOf(question).find(
    (one) => one.measure === measureId && scopeIdOf(one.scope) === scopeId,
  );
  const measure = signal.measures.find(({ id }) => id === measureId);
  const subject = view.entities.find(({ id }) => id === subjectId);
  if (reading === undefined || measure === undefined || subject === undefined) return null;
  const formula = formulaOf(reading);
  return {
    subject,
    measure,
    scope: reading.scope,
    thresholds: thresholdsFor(signal.id, measure, subject, sets),
    workings: reading.workings,
    formula,
    bounds: formula === null ? null : boundsOf(formula),
    obstacle: formula === null ? obstacleOf(reading) : null,
  };
}

export function scopeIdOf(scope: Reading['scope']): string | null {
  return scope.kind === 'total' ? null : scope.id;
}

export const NOTHING_TO_DRAW =
  'No plain arithmetic on single figures stands behind this, as where entries are counted, compared or searched, so there is nothing to draw.';

function obstacleOf({ outcome, formula }: Reading): string {
  if (outcome.state === 'ruled') return 'A rule sets this severity, not a number that could be drawn.';
  if (outcome.state !== 'ok') return 'Nothing was computed here, so there is nothing to draw.';
  return formula === undefined
    ? NOTHING_TO_DRAW
    : 'Here the result rests on a yes or no, or on dates, that no draw of figures can stand for.';
}
