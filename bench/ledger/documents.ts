import { createHash } from 'node:crypto';
import { type Added, add, listOf, numbered, publicationDay } from './made-up.ts';
import { type Seeded, seeded } from './seeded.ts';

/** Made-up documents with their text: words as unequally frequent as those of a language. The same seed gives the same. */
const VOCABULARY = 20_000;
const WORDS_EACH = 350;
const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gu',
  'hal',
  'in',
  'jo',
  'kem',
  'lu',
  'mar',
  'nor',
  'os',
  'pel',
  'qui',
  'ra',
  'sut',
  'ten',
  'ul',
  'vor',
] as const;

export const vocabulary: readonly string[] = listOf(VOCABULARY, wordAt);

/** Every number gives a word of its own: its digits to the base of the syllables. */
function wordAt(at: number): string {
  const base = SYLLABLES.length;
  const syllable = (digit: number): string => SYLLABLES[digit % base] ?? '';
  return (
    syllable(at) +
    syllable(Math.floor(at / base)) +
    syllable(Math.floor(at / base ** 2)) +
    syllable(Math.floor(at / base ** 3))
  );
}

/** The rank-th word is met about as often as one over its rank. */
function wordOf(random: Seeded): string {
  const rank = Math.floor(Math.exp((random.below(1_000_000) / 1_000_000) * Math.log(VOCABULARY)));
  return vocabulary[Math.min(VOCABULARY, rank) - 1] ?? '';
}

export function documents(from: number, count: number, seed: number): readonly Added[] {
  const random = seeded(seed + from);
  return listOf(count, (at) => document(random, from + at));
}

function document(random: Seeded, at: number): Added {
  const content = listOf(WORDS_EACH, () => wordOf(random)).join(' ');
  return add('source', {
    title: `${listOf(6, () => wordOf(random)).join(' ')} ${numbered(at)}`,
    publisher: `Publisher ${at % 40}`,
    kind: 'press',
    reliability: 'C',
    publishedOn: publicationDay(random, 2026),
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
}
