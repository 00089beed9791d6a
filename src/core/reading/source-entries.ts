import type { Placed } from '../extract/placed.ts';
import type { CandidateClass } from './candidate.ts';

/** An amount as a figure on file holds it, with its words. */
export interface HeldAmount {
  readonly unit: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly wording: string | null;
}

/** An entry in force that rests on the document in hand, by what tells it from others of its class. */
export interface SourceEntry {
  readonly id: string;
  /** A figure of a deal may be made of a deal or of a figure. */
  readonly classes: readonly CandidateClass[];
  /** Where its words stand; null where the ledger holds no place of them, or the text no longer holds the words there. */
  readonly place: Placed | null;
  readonly words: string | null;
  readonly amounts: readonly HeldAmount[];
  readonly entityIds: readonly string[];
  readonly wording: string | null;
  readonly direction: string | null;
  readonly percent: number | null;
}

/** A rejection in force whose words still stand at their place. */
export interface HeldRejection extends Placed {
  readonly id: string;
  readonly version: number;
  /** Key of the candidate that was turned down; null: the words themselves. */
  readonly key: string | null;
  readonly reason: string;
  readonly note: string | null;
}
