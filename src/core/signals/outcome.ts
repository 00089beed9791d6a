import type { Commitments, NamedCommitment } from '../metrics/commitments.ts';
import type { Revenue } from '../metrics/revenue.ts';
import type { Quotient } from '../quantities/interval.ts';
import { type Outcome, type Reading, type Scope, WHOLE_SUBJECT } from './definition.ts';
import { countWords } from './words.ts';
import type { Tag } from './tags.ts';

/** What the signals on commitments share: how a division becomes an outcome, and which caveats go with the deals. */
export function outcomeOf(quotient: Quotient): Outcome {
  if (quotient.state === 'ok') return { state: 'ok', measured: quotient.ratio };
  return { state: 'not-computable', reason: quotient.reason };
}

/** A reading that could not be computed because something is not on file; what is on file stands as evidence. */
export function insufficient(
  measure: string | null,
  missing: readonly string[],
  inputs: Reading['inputs'],
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

export function scopeOf({ deal }: NamedCommitment): Scope {
  return { kind: 'deal', id: deal.id, name: deal.name };
}

export function commitmentTags({ named, unknown }: Commitments): readonly Tag[] {
  return [
    ...(unknown.some(({ why }) => why === 'undisclosed') ? ['undisclosed-amounts'] : []),
    ...(unknown.some(({ why }) => why === 'no-rate') ? ['no-rate'] : []),
    ...dealTags(named),
  ];
}

export function dealTags(named: readonly NamedCommitment[]): readonly Tag[] {
  return [
    ...(named.some(({ isBinding }) => !isBinding) ? ['letters-of-intent'] : []),
    ...(named.some(({ isJoint }) => isJoint) ? ['joint-payers'] : []),
    ...(named.some(({ deal }) => deal.schedule.length === 0) ? ['gross'] : []),
  ];
}

export function revenueTags({ kind }: Revenue): readonly Tag[] {
  return kind === 'annual-actual' ? [] : ['basis-mismatch'];
}

export function unknownNote({ unknown }: Commitments): readonly string[] {
  if (unknown.length === 0) return [];
  return [
    `The named deals come to at least this: ${countWords(unknown.length, 'more deal')} without a usable amount.`,
  ];
}
