import type { EntryClass } from '#shared/contract/documents.ts';

/** How a class of entries is named, marked in the text, and made by one key of selected words. */
interface ClassWords {
  readonly id: EntryClass;
  readonly label: string;
  readonly plural: string;
  /** The key, and the letter that stands before the words in the text. */
  readonly key: string;
}

export const CLASSES: readonly ClassWords[] = [
  { id: 'deal', label: 'Deal', plural: 'Deals', key: 'd' },
  { id: 'figure', label: 'Figure', plural: 'Figures', key: 'f' },
  { id: 'quote', label: 'Quote', plural: 'Quotes', key: 'q' },
  { id: 'reaction', label: 'Market reaction', plural: 'Market reactions', key: 'r' },
  { id: 'key-date', label: 'Key date', plural: 'Key dates', key: 'k' },
];

export function classWords(id: EntryClass): ClassWords {
  const words = CLASSES.find((known) => known.id === id);
  if (words === undefined) throw new RangeError(`There is no class ${id}.`);
  return words;
}
