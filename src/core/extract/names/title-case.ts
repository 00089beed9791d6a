import type { Sentence } from '../sentences.ts';
import { isTradeInitials } from './common-words.ts';

const MOST_CAPITALS = 0.6;
const FEWEST_WORDS = 4;

/** Headings whose words are all in capitals or begin with one, where a capital says nothing. */
export function isTitleCase({ text, kind, isFirstOfLine }: Sentence): boolean {
  const words = (text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []).filter((word) => !isTradeInitials(word));
  if (isShouted(words)) return true;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (kind === 'prose')
    return (
      isFirstOfLine &&
      !/[.!?:;,]["”’)]*$/u.test(text) &&
      words.length >= FEWEST_WORDS &&
      capitals > MOST_CAPITALS * words.length
    );
  if (kind !== 'heading' && words.length < FEWEST_WORDS) return false;
  if (words.length < FEWEST_WORDS) return words.every((word) => /^\p{Lu}/u.test(word));
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > MOST_CAPITALS * words.length;
}

function isShouted(words: readonly string[]): boolean {
  return (
    words.length >= FEWEST_WORDS &&
    words.filter((word) => /^\p{Lu}+$/u.test(word)).length > MOST_CAPITALS * words.length
  );
}
