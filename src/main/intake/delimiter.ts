import type { Table } from '#core/intake/table.ts';

const DELIMITERS: readonly Table['delimiter'][] = [',', ';', '\t'];

/**
 * What separates the cells: the mark that stands most often in the header row outside quotation marks, the comma where
 * none does or two are even. `text` is the beginning of the file, at least its header.
 */
export function delimiterOf(text: string): Table['delimiter'] {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '\n' || character === '\r') break;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const ranked = DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return ranked[0] ?? ',';
}
