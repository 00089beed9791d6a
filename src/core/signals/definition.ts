import type { Term } from '../formula/term.ts';
import type { Study } from '../metrics/study.ts';
import type { Pillar } from '../model/pillar.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Band, EvidenceTable, Flag, FlagInput, Thresholds } from './flag.ts';
import type { Tag } from './tags.ts';

/** One number that a signal bands, with the thresholds an analyst may set for it. */
export interface Measure {
  /** Null where the signal has only one. */
  readonly id: string | null;
  readonly name: string;
  readonly unit: Flag['unit'];
  readonly isLowerWorse: boolean;
  readonly defaults: Thresholds;
  /** Why the defaults stand where they stand, for the analyst who is about to move them. */
  readonly why: string;
}

/**
 * A rule that reads a study and says what it measured. Law: a signal never bands and never knows the thresholds;
 * the runner bands and never knows the signals.
 */
export interface SignalDefinition {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly pillar: Pillar;
  /** Correlated signals of one family count once in a grade. */
  readonly family: string;
  readonly formula: string;
  /** What the method rests on, with public references. */
  readonly method: string;
  /** When the signal may mislead, one sentence each. */
  readonly falsePositives: readonly string[];
  readonly measures: readonly [Measure, ...Measure[]];
  /** Set where the signal looks at what the others found: it is run after them, and shown in its own place. */
  readonly readsFlags?: true;
  /** `flags` are those of the subject that the signals without `readsFlags` gave; empty for these themselves. */
  readonly evaluate: (study: Study, flags: readonly Flag[]) => readonly Reading[];
}

export type Scope = Flag['scope'];

/**
 * Ends at which a result is critical whatever the thresholds say, as more named deals than the stated total.
 * `some`: somewhere in the range, `all`: everywhere in it.
 */
export interface AtOnce {
  readonly some: boolean;
  readonly point: boolean;
  readonly all: boolean;
}

export type Outcome =
  | { readonly state: 'ok'; readonly measured: Interval; readonly criticalAtOnce?: AtOnce }
  /** A rule sets the severity, no threshold; `measured` is null where what was found has no amount (METHODS §0.9). */
  | { readonly state: 'ruled'; readonly severity: Band; readonly measured: Interval | null }
  /** `missing`: what must be entered, each as a noun phrase. */
  | {
      readonly state: 'insufficient-data';
      readonly missing: readonly string[];
      /** What an alternative may show: the ends that hold whatever the missing turns out to be. */
      readonly bounds?: Interval;
    }
  | { readonly state: 'not-computable'; readonly reason: string }
  /** The question does not arise; `reason` without a full stop. */
  | { readonly state: 'not-applicable'; readonly reason: string };

/** The same measure on other figures. */
export interface OtherReading {
  readonly label: string;
  readonly outcome: Outcome;
  readonly note: string | null;
}

export interface Reading {
  /** Id of the measure. */
  readonly measure: string | null;
  readonly scope: Scope;
  readonly outcome: Outcome;
  /** The formula with its numbers in it; empty where nothing was computed. */
  readonly workings: string;
  /**
   * The arithmetic of `measured` as a tree over its inputs, made only when asked for; null or absent where it is none,
   * as where a rule or a search decides. Its point, where it has one, is that of
   * `measured`, and its bounds hold those of `measured`.
   */
  readonly formula?: () => Term | null;
  /** What stands behind it; made only for the flags that somebody reads, or that others rest on. */
  readonly inputs: () => readonly FlagInput[];
  /** The working in rows, where a sentence cannot carry it (METHODS §0.12); made only for the flag that is shown. */
  readonly tables?: () => readonly EvidenceTable[];
  readonly others: readonly OtherReading[];
  readonly tags: readonly Tag[];
  /** Sentences. */
  readonly notes: readonly string[];
  /**
   * Set where letters of intent, talks or rumours enter: the outcome without them, null if nothing is left.
   * What they add cannot lift the severity past warn (METHODS §0.9).
   */
  readonly nonBinding: { readonly without: Outcome | null } | null;
  /** Set where critical asks for evidence that is not on file: warn at most. Reads after "because", no full stop. */
  readonly heldAtWarn?: string | null;
}

export const WHOLE_SUBJECT: Scope = { kind: 'total' };
