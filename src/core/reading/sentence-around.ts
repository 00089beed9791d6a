import type { Placed } from '../extract/placed.ts';
import { type Reading, sentenceAt } from '../extract/reading.ts';

/**
 * The sentence or line that holds a place; from the first to the last where it spans several; else the place itself. Of a
 * line that runs on without an end only the words near the place.
 */
export function sentenceAround(reading: Reading, place: Placed): Placed {
  const first = sentenceAt(reading, place.start);
  const last = sentenceAt(reading, Math.max(place.start, place.end - 1));
  const around = {
    start: Math.min(place.start, first?.start ?? place.start),
    end: Math.max(place.end, last?.end ?? first?.end ?? place.end),
  };
  return around.end - around.start <= LONGEST ? around : near(reading.text, place, around);
}

/** Characters: no sentence of an article is longer. */
const LONGEST = 4_000;
const REACH = 500;

/** Cut between words. */
function near(text: string, place: Placed, { start, end }: Placed): Placed {
  const from = Math.max(start, place.start - REACH);
  const until = Math.min(end, place.end + REACH);
  const lead = from === start ? -1 : text.slice(from, place.start).indexOf(' ');
  const tail = until === end ? -1 : text.slice(place.end, until).lastIndexOf(' ');
  return { start: from + lead + 1, end: tail < 0 ? until : place.end + tail };
}
