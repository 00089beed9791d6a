import { commitmentWords } from './commitment-words.ts';
import type { Dimension } from './dimension.ts';
import { PLAIN } from './dimension.ts';
import { figureWords } from './figure-words.ts';
import type { Reference } from './formula.ts';
import { signalWord } from './signal-word.ts';
import type { Word } from './word.ts';

/** Everything that an expression may name. Law: what is not in this list cannot be read, by any way of writing it. */
export const vocabulary: readonly Word[] = [...figureWords, ...commitmentWords, signalWord];

export const words: ReadonlyMap<string, Word> = new Map(vocabulary.map((word) => [word.id, word]));

export function dimensionOfReference({ word, argument }: Reference): Dimension {
  return words.get(word)?.dimensionOf(argument) ?? PLAIN;
}

export function isNeverNegative({ word }: Reference): boolean {
  return words.get(word)?.isNeverNegative ?? false;
}

export function argumentWords({ argument, example }: Word): string {
  return `${argument}, as ${example}`;
}
