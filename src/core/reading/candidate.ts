import type { Placed } from '../extract/placed.ts';
import type {
  ProposedDate,
  ProposedDeal,
  ProposedMetric,
  ProposedQualifier,
  ProposedQuote,
  ProposedReaction,
} from '../extract/report.ts';

/** What can be made of words; a deal brings its parties and its headline amount. */
export const CANDIDATE_CLASSES = ['deal', 'figure', 'quote', 'reaction', 'key-date'] as const;
export type CandidateClass = (typeof CANDIDATE_CLASSES)[number];

/** What became of a stretch of a document. Set aside by rule is neither captured nor rejected. */
export const READING_STATES = ['unread', 'captured', 'rejected', 'set-aside'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** A figure or a name within the words of a candidate. */
export interface Mark extends Placed {
  readonly what: 'money' | 'percent' | 'name';
}

/** An amount in full units, as the extraction reads it; `unit` is a currency, `percent` or what is counted. */
export interface ReadAmount {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: ProposedQualifier;
  readonly unit: string | null;
  /** As printed. */
  readonly wording: string | null;
}

export type Proposal =
  | { readonly class: 'deal'; readonly deal: ProposedDeal; readonly amount: ReadAmount }
  /** `metric` is null for a sum or a percentage that nothing says the meaning of yet. */
  | { readonly class: 'figure'; readonly metric: ProposedMetric | null; readonly amount: ReadAmount }
  | { readonly class: 'quote'; readonly quote: ProposedQuote }
  | {
      readonly class: 'reaction';
      readonly reaction: ProposedReaction;
      readonly value: ReadAmount | null;
    }
  | { readonly class: 'key-date'; readonly date: ProposedDate };

/**
 * A reading of words that may become an entry. Law: `key` is the same for the same text; the figures that a candidate
 * marks as its own are no candidates of their own.
 */
export interface Candidate extends Placed {
  readonly key: string;
  readonly confidence: number;
  readonly marks: readonly Mark[];
  readonly proposal: Proposal;
}
