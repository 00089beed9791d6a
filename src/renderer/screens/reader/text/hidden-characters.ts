/**
 * Characters that a page shows as nothing, or that turn the order of what stands around them. Law: the reader names each
 * in its place, so that no words can hide in a document or read otherwise than they are stored (SECURITY C).
 */
const NAMES: Readonly<Record<string, string>> = {
  '\u0000': 'NUL',
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
  '\ufffc': 'OBJ',
  '\ufffd': 'UNREAD',
};

/** Controls but tab and line breaks, marks of direction and width, tags, and halves of surrogate pairs. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

export interface HiddenCharacter {
  readonly start: number;
  readonly end: number;
  /** `RLO`, `NUL`, or the code point: `U+DC00`. */
  readonly name: string;
}

export function hiddenIn(text: string, offset: number): readonly HiddenCharacter[] {
  return [...text.matchAll(HIDDEN)].map(({ 0: character, index }) => ({
    start: offset + index,
    end: offset + index + character.length,
    name:
      NAMES[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}
