import type { Placed } from '../extract/placed.ts';
import { type Reading, sentenceAt } from '../extract/reading.ts';

/** The sentence or line that holds a place; from the first to the last where it spans several; else the place itself. */
export function sentenceAround(reading: Reading, { start, end }: Placed): Placed {
  const first = sentenceAt(reading, start);
  const last = sentenceAt(reading, Math.max(start, end - 1));
  return {
    start: Math.min(start, first?.start ?? start),
    end: Math.max(end, last?.end ?? first?.end ?? end),
  };
}
