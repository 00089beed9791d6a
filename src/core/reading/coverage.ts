import type { Placed } from '../extract/placed.ts';
import type { Candidate, ReadingState } from './candidate.ts';
import type { Numeral } from './numerals.ts';
import type { HeldRejection } from './source-entries.ts';
import { holds, isSamePlace, overlaps } from './stretches.ts';

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
  return candidates.map((candidate) => {
    const entryIds = captures.get(candidate.key) ?? [];
    const rejection =
      rejections.find(({ key }) => key === candidate.key) ??
      rejections.find((one) => one.key === null && holds(one, candidate)) ??
      null;
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
  const open = figures('unread');
  const captured = [...ground.passages, ...figures('captured')];
  const dismissed = ground.rejections.filter(({ key }) => key === null);
  const turnedDown = ground.rejections.filter(({ key }) => key !== null);
  return ground.numerals.map((numeral) => {
    const rejection = dismissed.find((one) => holds(one, numeral)) ?? null;
    const isOpen = open.some((mark) => overlaps(mark, numeral));
    const state = (): ReadingState => {
      if (!isOpen && captured.some((stretch) => holdsFigure(stretch, numeral))) return 'captured';
      if (rejection !== null) return 'rejected';
      if (isOpen) return 'unread';
      if (turnedDown.some((stretch) => holds(stretch, numeral))) return 'rejected';
      return numeral.isSetAside ? 'set-aside' : 'unread';
    };
    const found = state();
    const { start, end } = numeral;
    const own = found === 'rejected' && rejection !== null && isSamePlace(rejection, numeral);
    return { start, end, state: found, rejection: own ? rejection : null };
  });
}

/** A figure may be written with more than its numeral, `5-10B`, or as one of two numbers that are one numeral, `5-10 %`. */
function holdsFigure(stretch: Placed, numeral: Placed): boolean {
  return holds(stretch, numeral) || (holds(numeral, stretch) && stretch.end > stretch.start);
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
