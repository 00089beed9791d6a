import type { Commitments, NamedCommitment } from '../metrics/commitments.ts';
import type { Exposure } from '../metrics/exposure.ts';
import type { Revenue } from '../metrics/revenue.ts';
import type { Quotient } from '../quantities/interval.ts';
import { type Outcome, type Reading, type Scope, WHOLE_SUBJECT } from './definition.ts';
import { type Tag, tagsWhere } from './tags.ts';
import { countWords } from './words.ts';

/** What the signals on commitments share: how a division becomes an outcome, and which caveats go with the deals. */
export function outcomeOf(quotient: Quotient): Outcome {
  if (quotient.state === 'ok') return { state: 'ok', measured: quotient.ratio };
  return { state: 'not-computable', reason: quotient.reason };
}

/** A reading that could not be computed because something is not on file; what is on file stands as evidence. */
export function insufficient(
  measure: string | null,
  missing: readonly string[],
  inputs: Reading['inputs'] = () => [],
): Reading {
  return {
    measure,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'insufficient-data', missing },
    workings: '',
    inputs,
    others: [],
    tags: [],
    notes: [],
    nonBinding: null,
  };
}

/** A reading whose question does not arise; `reason` without a full stop. */
export function notApplicable(measure: string | null, reason: string): Reading {
  return { ...insufficient(measure, []), outcome: { state: 'not-applicable', reason } };
}

export function scopeOf({ deal }: NamedCommitment): Scope {
  return { kind: 'deal', id: deal.id, name: deal.name };
}

/** Caveats of a sum of deals. */
export function commitmentTags({ named, unknown }: Commitments): readonly Tag[] {
  return [
    ...tagsWhere({
      'undisclosed-amounts': unknown.some(({ why }) => why === 'undisclosed'),
      'no-rate': unknown.some(({ why }) => why === 'no-rate'),
    }),
    ...dealTags(named),
  ];
}

export function dealTags(named: readonly NamedCommitment[]): readonly Tag[] {
  return tagsWhere({
    'letters-of-intent': named.some(({ isBinding }) => !isBinding),
    'joint-payers': named.some(({ isJoint }) => isJoint),
    gross: named.some(({ deal }) => deal.schedule.length === 0),
  });
}

/** Caveats of the total that stands for the subject: of the stated one, or of the sum of its deals. */
export function totalTags({ stated, commitments }: Exposure): readonly Tag[] {
  return stated === null
    ? commitmentTags(commitments)
    : tagsWhere({ gross: true, 'basis-mismatch': stated.kind === 'projected' });
}

export function revenueTags({ kind }: Revenue): readonly Tag[] {
  return tagsWhere({ 'basis-mismatch': kind !== 'annual-actual' });
}

export function unknownNote({ unknown }: Commitments): readonly string[] {
  if (unknown.length === 0) return [];
  return [`At least this: ${countWords(unknown.length, 'more deal')} without a usable amount.`];
}
