import { extractDocument } from '#core/extract/extract.ts';
import type { Extraction } from '#core/extract/report.ts';
import type { Candidate } from '#core/reading/candidate.ts';
import { candidatesOf } from '#core/reading/candidates.ts';
import { type Numeral, numeralsIn } from '#core/reading/numerals.ts';

/** What a text proposes. It depends on the text alone, so that it is worked out once for each. */
export interface TextReading {
  readonly extraction: Extraction;
  readonly candidates: readonly Candidate[];
  readonly numerals: readonly Numeral[];
}

/** By SHA-256 of the text, least recently asked for first. */
const kept = new Map<string, { readonly reading: TextReading; readonly length: number }>();
const MOST_CHARACTERS = 20_000_000;

/** `sha256` is that of the text. */
export function readingOfText(sha256: string, text: string): TextReading {
  const known = kept.get(sha256);
  const found = known ?? { reading: read(text), length: text.length };
  kept.delete(sha256);
  kept.set(sha256, found);
  letGo();
  return found.reading;
}

function read(text: string): TextReading {
  const extraction = extractDocument(text);
  return { extraction, candidates: candidatesOf(text, extraction), numerals: numeralsIn(text, extraction) };
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
