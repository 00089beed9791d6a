import { type DocumentReading, readDocument } from '#core/reading/document-reading.ts';

/** By SHA-256 of the text, least recently asked for first. */
const kept = new Map<string, { readonly reading: DocumentReading; readonly length: number }>();
const MOST_CHARACTERS = 20_000_000;

/** `sha256` is that of the text. */
export function readingOfText(sha256: string, text: string): DocumentReading {
  const known = kept.get(sha256);
  const found = known ?? { reading: readDocument(text), length: text.length };
  kept.delete(sha256);
  kept.set(sha256, found);
  letGo();
  return found.reading;
}

/** The one in hand stays, however long it is. */
function letGo(): void {
  let held = 0;
  for (const { length } of kept.values()) held += length;
  for (const [sha256, { length }] of kept) {
    if (held <= MOST_CHARACTERS || kept.size === 1) return;
    kept.delete(sha256);
    held -= length;
  }
}
