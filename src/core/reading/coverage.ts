import type { Placed } from '../extract/placed.ts';
import type { Candidate, ReadingState } from './candidate.ts';
import type { Numeral } from './numerals.ts';
import type { HeldRejection } from './source-entries.ts';
import { holds, isSamePlace, stretchesOf } from './stretches.ts';

/** What became of a document so far. */
export interface Ground {
  readonly candidates: readonly Candidate[];
  readonly numerals: readonly Numeral[];
  /** Entries in force by the key of the candidate that they were made of. */
  readonly captures: ReadonlyMap<string, readonly string[]>;
  /** Places of passages on which an entry in force rests. */
  readonly passages: readonly Placed[];
  readonly rejections: readonly HeldRejection[];
}

export interface CandidateState {
  readonly candidate: Candidate;
  readonly state: ReadingState;
  readonly entryIds: readonly string[];
  readonly rejection: HeldRejection | null;
}

export interface NumeralState extends Placed {
  readonly state: ReadingState;
  /** Of the numeral dismissed by itself. */
  readonly rejection: HeldRejection | null;
}

export interface Coverage {
  readonly total: number;
  readonly captured: number;
  readonly rejected: number;
  readonly setAside: number;
  readonly unread: number;
}

/** A candidate is captured by an entry, rejected by name or with all of its words, else unread. */
export function candidateStates({ candidates, captures, rejections }: Ground): readonly CandidateState[] {
  const byKey = new Map(rejections.map((one) => [one.key, one]));
  const dismissed = rejections.filter(({ key }) => key === null);
  const words = stretchesOf(dismissed);
  return candidates.map((candidate) => {
    const entryIds = captures.get(candidate.key) ?? [];
    const withAll = words.cover(candidate) ? dismissed.find((one) => holds(one, candidate)) : undefined;
    const rejection = byKey.get(candidate.key) ?? withAll ?? null;
    const state = entryIds.length > 0 ? 'captured' : rejection === null ? 'unread' : 'rejected';
    return { candidate, state, entryIds, rejection: state === 'rejected' ? rejection : null };
  });
}

/**
 * What became of every numeral. Law: the figure of a candidate that nobody has decided on is unread, even where an entry
 * was made of the same sentence; a document is done when no numeral is unread.
 */
export function numeralStates(ground: Ground, states: readonly CandidateState[]): readonly NumeralState[] {
  const figures = (state: ReadingState) =>
    states
      .filter((one) => one.state === state)
      .flatMap(({ candidate }) => candidate.marks.filter(({ what }) => what !== 'name'));
  const open = stretchesOf(figures('unread'));
  const captured = stretchesOf([...ground.passages, ...figures('captured')]);
  const dismissals = ground.rejections.filter(({ key }) => key === null);
  const dismissed = stretchesOf(dismissals);
  const turnedDown = stretchesOf(ground.rejections.filter(({ key }) => key !== null));
  const stateOf = (numeral: Numeral): ReadingState => {
    const isOpen = open.touch(numeral);
    if (!isOpen && (captured.cover(numeral) || captured.fillIn(numeral))) return 'captured';
    if (dismissed.cover(numeral)) return 'rejected';
    if (isOpen) return 'unread';
    if (turnedDown.cover(numeral)) return 'rejected';
    return numeral.isSetAside ? 'set-aside' : 'unread';
  };
  return ground.numerals.map((numeral) => {
    const { start, end } = numeral;
    const state = stateOf(numeral);
    const own = state === 'rejected' ? dismissals.find((one) => isSamePlace(one, numeral)) : undefined;
    return { start, end, state, rejection: own ?? null };
  });
}

export function coverageOf(numerals: readonly Pick<NumeralState, 'state'>[]): Coverage {
  const count = (state: ReadingState) => numerals.filter((one) => one.state === state).length;
  return {
    total: numerals.length,
    captured: count('captured'),
    rejected: count('rejected'),
    setAside: count('set-aside'),
    unread: count('unread'),
  };
}
