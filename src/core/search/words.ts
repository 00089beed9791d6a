/**
 * What somebody types into a search, read as words, "phrases", beginnings* and -exclusions. Law: any text can be typed;
 * what is no word of these is left out, and nothing of it is ever an operator of the index.
 */
export interface SearchTerm {
  /** As typed, without its marks. */
  readonly text: string;
  /** Whether longer words that begin so count too; of a phrase, its last word. */
  readonly isPrefix: boolean;
}

export interface SearchWords {
  readonly wanted: readonly SearchTerm[];
  readonly unwanted: readonly SearchTerm[];
}

/** More words than this are left out: nobody means them, and each costs a look-up. */
const MOST_TERMS = 16;
const TERM = /(?<minus>-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))(?<star>\*)?/gu;
/** What the index takes for a part of a word. */
const IS_WORD = /[\p{L}\p{N}\p{Co}]/u;

export interface WordOptions {
  /** Whether the last word may be unfinished. */
  readonly isTyping: boolean;
}

export function parseWords(text: string, { isTyping }: WordOptions): SearchWords {
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  const cleaned = spoken(text);
  for (const { groups = {}, index, 0: whole } of cleaned.matchAll(TERM)) {
    const { minus, phrase, word = '', star } = groups;
    const isLast = isTyping && phrase === undefined && index + whole.length === cleaned.length;
    const term = termOf(phrase ?? word, { isStarred: star !== undefined || word.endsWith('*'), isLast });
    if (term === null || wanted.length + unwanted.length >= MOST_TERMS) continue;
    (minus === undefined ? wanted : unwanted).push(term);
  }
  return { wanted, unwanted };
}

/** Quotation marks as typed by word processors count as plain ones; marks that no keyboard makes are dropped. */
function spoken(text: string): string {
  return text
    .replace(/[“”„«»]/gu, '"')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/gu, ' ')
    .trimStart();
}

interface Marks {
  readonly isStarred: boolean;
  readonly isLast: boolean;
}

/** One letter is a word of its own, never a beginning: half of all words begin with it. */
function termOf(typed: string, { isStarred, isLast }: Marks): SearchTerm | null {
  const text = typed.replace(/\*+$/u, '').trim();
  if (!IS_WORD.test(text)) return null;
  return { text, isPrefix: (isStarred || isLast) && wordsIn(text).at(-1)?.length !== 1 };
}

const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** The words of a text as the index cuts them: letters and digits, whatever stands between. */
export function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** A word as the index keeps it: small letters without accents. */
export function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
