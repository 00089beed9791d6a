import type { Day } from '../quantities/day.ts';

/** When our file held a row: UTC instants of one form, so that they compare as text. */
export interface Recorded {
  readonly recordedAt: string;
  /** Null while it is in force. */
  readonly retractedAt: string | null;
}

/** *known* of METHODS §2.2: on file by `knownAt` and not retracted by then. Intervals are half-open. */
export function isKnownAt({ recordedAt, retractedAt }: Recorded, knownAt: string): boolean {
  return recordedAt <= knownAt && (retractedAt === null || retractedAt > knownAt);
}

/**
 * *knowable* of METHODS §2.2: published by the day of `knownAt`, whenever we recorded it; a retraction is our own act
 * and is ignored. Without a day of publication the day of recording stands in (METHODS §2.3).
 */
export function isKnowableAt(
  publishedOn: Day | null,
  { recordedAt }: Pick<Recorded, 'recordedAt'>,
  knownAt: string,
): boolean {
  return (publishedOn ?? dayOf(recordedAt)) <= dayOf(knownAt);
}

/** UTC day of an instant. */
export function dayOf(instant: string): Day {
  return instant.slice(0, 10);
}
