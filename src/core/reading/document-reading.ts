import { extractionOf } from '../extract/extract.ts';
import { type Reading, readingOf } from '../extract/reading.ts';
import type { Extraction } from '../extract/report.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { type Numeral, numeralsIn } from './numerals.ts';

/** What a text proposes. It depends on the text alone. */
export interface DocumentReading {
  readonly text: string;
  readonly reading: Reading;
  readonly extraction: Extraction;
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  readonly numerals: readonly Numeral[];
}

export function readDocument(text: string): DocumentReading {
  const reading = readingOf(text);
  const extraction = extractionOf(text, reading);
  return {
    text,
    reading,
    extraction,
    candidates: candidatesOf(text, extraction, reading),
    numerals: numeralsIn(text, extraction),
  };
}
