import { type Day, daysBetween } from '../quantities/day.ts';
import { dayOf } from './eligible.ts';

/** When an entry became known to the world, and when to our file: first and newest version, and when it was retracted. */
export interface Recording {
  readonly publishedOn: Day;
  readonly firstAt: string;
  readonly newestAt: string;
  /** Null while it is in force. */
  readonly retractedAt: string | null;
}

/**
 * How the file stood behind or ahead of the world (METHODS §2.2). Knowable but not known: `recorded-later`,
 * `corrected-later` (known, but not as it reads now) and `retracted` (our own act, no miss). Known but not knowable:
 * `ahead`, so one of its dates is wrong.
 */
export type Standing = 'recorded-later' | 'corrected-later' | 'retracted' | 'ahead';

export interface Lateness {
  readonly standing: Standing;
  /** Whole days from publication to recording; negative for what was recorded before it was published. */
  readonly days: number;
}

/** At an instant. Null where known and knowable agree. */
export function latenessAt(recording: Recording, knownAt: string): Lateness | null {
  const { publishedOn, firstAt, newestAt, retractedAt } = recording;
  const isKnowable = publishedOn <= dayOf(knownAt);
  const isRetracted = retractedAt !== null && retractedAt <= knownAt;
  if (firstAt > knownAt) return isKnowable ? late('recorded-later', publishedOn, firstAt) : null;
  if (!isKnowable) return isRetracted ? null : late('ahead', publishedOn, firstAt);
  if (newestAt > knownAt) return late('corrected-later', publishedOn, newestAt);
  return isRetracted ? late('retracted', publishedOn, retractedAt) : null;
}

/** At any instant: whether there ever was a day on which it was published and not recorded, or the other way round. */
export function latenessEver({ publishedOn, firstAt, retractedAt }: Recording): Lateness | null {
  const recordedOn = dayOf(firstAt);
  if (recordedOn > publishedOn) return late('recorded-later', publishedOn, firstAt);
  return recordedOn === publishedOn || retractedAt !== null ? null : late('ahead', publishedOn, firstAt);
}

function late(standing: Standing, publishedOn: Day, at: string): Lateness {
  return { standing, days: daysBetween(publishedOn, dayOf(at)) };
}
