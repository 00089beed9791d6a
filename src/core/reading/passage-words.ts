import type { Placed } from '../extract/placed.ts';

/** Characters of the text that are kept on either side of a passage, to tell it from the same words elsewhere. */
const BESIDE = 60;

/** Fields of a passage: the exact words, with what stands around them. */
export function passageFields(
  sourceId: string,
  text: string,
  { start, end }: Placed,
): Readonly<Record<string, string | number | null>> {
  return {
    sourceId,
    words: text.slice(start, end),
    prefix: filled(text.slice(Math.max(0, start - BESIDE), start)),
    suffix: filled(text.slice(end, end + BESIDE)),
    startOffset: start,
    endOffset: end,
  };
}

/** Half a character at a cut is left out. */
function filled(words: string): string | null {
  const whole = words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '').trim();
  return whole === '' ? null : whole;
}

/** A passage stands where the text still holds its words; it is never looked for elsewhere. */
export type PassageState = 'held' | 'orphaned' | 'no-text';

export interface PassagePlace {
  readonly words: string;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

/** `no-text`: the ledger holds no text of the source, or no place of the words in it. */
export function passageState(
  text: string | null,
  { words, startOffset, endOffset }: PassagePlace,
): PassageState {
  if (text === null || startOffset === null || endOffset === null) return 'no-text';
  return text.slice(startOffset, endOffset) === words ? 'held' : 'orphaned';
}
