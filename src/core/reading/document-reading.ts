import { extractionOf } from '../extract/extract.ts';
import { type Reading, readingOf } from '../extract/reading.ts';
import type { Extraction } from '../extract/report.ts';
import type { Candidate } from './candidate.ts';
import { draftLine } from './candidate-words.ts';
import { candidatesOf } from './candidates.ts';
import { draftOf } from './draft.ts';
import { type Numeral, numeralsIn } from './numerals.ts';

/** What a text proposes. It depends on the text alone. */
export interface DocumentReading {
  readonly text: string;
  readonly reading: Reading;
  readonly extraction: Extraction;
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  /** What each candidate proposes in one line, by its key. */
  readonly lines: ReadonlyMap<string, string>;
  readonly numerals: readonly Numeral[];
}

export function readDocument(text: string): DocumentReading {
  const reading = readingOf(text);
  const extraction = extractionOf(text, reading);
  const candidates = candidatesOf(text, extraction, reading);
  return {
    text,
    reading,
    extraction,
    candidates,
    lines: new Map(candidates.map((one) => [one.key, lineOf(one, reading)])),
    numerals: numeralsIn(text, extraction),
  };
}

/** No day is in it, so that it is the same whenever the text is read. */
function lineOf(candidate: Candidate, reading: Reading): string {
  return draftLine(draftOf(candidate.proposal, candidate, { reading, day: '' }));
}
