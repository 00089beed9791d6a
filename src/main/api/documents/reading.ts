import { type DocumentReading, readDocument } from '#core/reading/document-reading.ts';

/** Reads texts where nobody waits for them. */
export interface LongTextReader {
  readonly read: (text: string) => Promise<DocumentReading>;
}

/** Characters from which reading a text takes longer than anybody may be kept waiting. */
export const LONG_TEXT = 100_000;

/** By SHA-256 of the text, least recently asked for first. */
const kept = new Map<string, { readonly reading: DocumentReading; readonly length: number }>();
const MOST_CHARACTERS = 20_000_000;

/** Long texts that are being read elsewhere, and what went wrong with one that nobody has been told yet. */
const underWay = new Map<string, Promise<DocumentReading>>();
const faults = new Map<string, unknown>();

export interface Hashed {
  readonly text: string;
  /** Of the text. */
  readonly sha256: string;
}

export function readingOfText({ sha256, text }: Hashed): DocumentReading {
  const reading = kept.get(sha256)?.reading ?? readDocument(text);
  keep(sha256, reading);
  return reading;
}

/** As far as it is there: null for a long text that was not read, or is not kept any more. */
export function readingAtHand(hashed: Hashed, elsewhere: LongTextReader | null): DocumentReading | null {
  const isQuick = elsewhere === null || hashed.text.length <= LONG_TEXT || kept.has(hashed.sha256);
  return isQuick ? readingOfText(hashed) : null;
}

/** The same, and has the text read if it was not: asked again, the reading is there. Throws what went wrong with it. */
export function readingSoFar(hashed: Hashed, elsewhere: LongTextReader | null): DocumentReading | null {
  const { sha256 } = hashed;
  const fault = faults.get(sha256);
  if (faults.delete(sha256)) throw fault;
  const found = readingAtHand(hashed, elsewhere);
  if (found === null && elsewhere !== null && !underWay.has(sha256))
    readElsewhere(hashed, elsewhere).catch((thrown: unknown) => faults.set(sha256, thrown));
  return found;
}

/** The reading once it is there. */
export async function wholeReading(
  hashed: Hashed,
  elsewhere: LongTextReader | null,
): Promise<DocumentReading> {
  const found = readingAtHand(hashed, elsewhere);
  return found === null && elsewhere !== null ? readElsewhere(hashed, elsewhere) : readingOfText(hashed);
}

function readElsewhere({ sha256, text }: Hashed, elsewhere: LongTextReader): Promise<DocumentReading> {
  const found =
    underWay.get(sha256) ??
    elsewhere
      .read(text)
      .then((reading) => keep(sha256, reading))
      .finally(() => underWay.delete(sha256));
  underWay.set(sha256, found);
  return found;
}

function keep(sha256: string, reading: DocumentReading): DocumentReading {
  kept.delete(sha256);
  kept.set(sha256, { reading, length: reading.text.length });
  letGo();
  return reading;
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
