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

/** Where the terms stand in a text, in its order; of each at most `most` places. */
export function placesOf(text: string, terms: readonly SearchTerm[], most: number): readonly TermPlace[] {
  return terms
    .flatMap((term, at) => placesOfTerm(text, term, most).map((place) => ({ ...place, term: at })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** By the letters where they are written as typed; otherwise word by word, whatever their accents. */
function placesOfTerm(text: string, term: SearchTerm, most: number): readonly Place[] {
  const words = wordsIn(term.text).map(folded);
  const found = byLetters(text, words, term.isPrefix, most);
  return found.length > 0 || !hasAccents(text) ? found : byWord(text, words, term.isPrefix, most);
}

/** Much faster than word by word: only where the first word's letters stand is looked closer. */
function byLetters(
  text: string,
  wanted: readonly string[],
  isPrefix: boolean,
  most: number,
): readonly Place[] {
  const places: Place[] = [];
  const letters = new RegExp(wanted[0]?.replace(/[^\p{L}\p{N}]/gu, '.') ?? '', 'giu');
  for (const { index } of text.matchAll(letters)) {
    if (index < (places.at(-1)?.end ?? 0)) continue;
    const end = endOfRun(text, index, wanted, isPrefix);
    if (end !== null) places.push({ start: index, end });
    if (places.length >= most) break;
  }
  return places;
}

const IN_WORD = /[\p{L}\p{N}\p{Co}\p{M}]/u;
const NEXT_WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** Where the words end that stand from a place on, one after the other; null where they do not, or not as whole words. */
function endOfRun(text: string, start: number, wanted: readonly string[], isPrefix: boolean): number | null {
  if (start > 0 && IN_WORD.test(characterBefore(text, start))) return null;
  NEXT_WORD.lastIndex = start;
  let end = start;
  for (const [at] of wanted.entries()) {
    const match = NEXT_WORD.exec(text);
    if (match === null || !fits(folded(match[0]), wanted, at, isPrefix)) return null;
    end = match.index + match[0].length;
    if (at === wanted.length - 1 && isPrefix) end = match.index + prefixLength(match[0], wanted[at] ?? '');
  }
  return end;
}

function characterBefore(text: string, at: number): string {
  const isPair = /[\udc00-\udfff]/.test(text.charAt(at - 1));
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

/** Of a longer word only what was typed is marked, where it is written without accents. */
function prefixLength(written: string, typed: string): number {
  return folded(written.slice(0, typed.length)) === typed ? typed.length : written.length;
}

const WORD = new RegExp(NEXT_WORD);

function hasAccents(text: string): boolean {
  return /[\u0080-\uffff]/.test(text);
}

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
