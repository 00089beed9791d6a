import { folded, type SearchTerm, wordsIn } from './words.ts';

/** A stretch of a text, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface TermPlace extends Place {
  /** Which of the terms stands there. */
  readonly term: number;
}

const NOT_WORD = String.raw`[^\p{L}\p{N}\p{Co}\p{M}]+`;
const BEFORE = String.raw`(?<![\p{L}\p{N}\p{Co}\p{M}])`;
const AFTER = String.raw`(?![\p{L}\p{N}\p{Co}\p{M}])`;

/** Where the terms stand in a text, in its order; of each at most `most` places. */
export function placesOf(text: string, terms: readonly SearchTerm[], most: number): readonly TermPlace[] {
  return terms
    .flatMap((term, at) => placesOfTerm(text, term, most).map((place) => ({ ...place, term: at })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** By a pattern where that finds the words as they are written; otherwise word by word, whatever their accents. */
function placesOfTerm(text: string, term: SearchTerm, most: number): readonly Place[] {
  const words = wordsIn(term.text);
  const pattern = new RegExp(`${BEFORE}${words.join(NOT_WORD)}${term.isPrefix ? '' : AFTER}`, 'giu');
  const found = firstOf(text, pattern, most);
  return found.length > 0 ? found : byWord(text, words.map(folded), term.isPrefix, most);
}

function firstOf(text: string, pattern: RegExp, most: number): readonly Place[] {
  const places: Place[] = [];
  for (const { index, 0: words } of text.matchAll(pattern)) {
    places.push({ start: index, end: index + words.length });
    if (places.length >= most) break;
  }
  return places;
}

const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

function byWord(text: string, wanted: readonly string[], isPrefix: boolean, most: number): readonly Place[] {
  const places: Place[] = [];
  let run: Place[] = [];
  for (const { index, 0: written } of text.matchAll(WORD)) {
    const word = folded(written);
    if (!fits(word, wanted, run.length, isPrefix)) run = [];
    if (!fits(word, wanted, run.length, isPrefix)) continue;
    run.push({ start: index, end: index + written.length });
    if (run.length < wanted.length) continue;
    places.push({ start: run[0]?.start ?? index, end: index + written.length });
    run = [];
    if (places.length >= most) break;
  }
  return places;
}

function fits(word: string, wanted: readonly string[], at: number, isPrefix: boolean): boolean {
  const expected = wanted[at] ?? '';
  return isPrefix && at === wanted.length - 1 ? word.startsWith(expected) : word === expected;
}
