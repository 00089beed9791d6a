import { PlumblineError } from '#shared/errors.ts';

/** How much a document may hold (SECURITY R29). Every refusal names its limit and what was found. */
export const DOCUMENT_LIMITS = {
  /** Bytes of the file. Five million characters take fifteen million bytes at most in the encodings that are read. */
  bytes: { text: 20_000_000, markdown: 20_000_000, html: 20_000_000, pdf: 100_000_000, docx: 100_000_000 },
  /** Of the text after reading, in JavaScript string units. */
  characters: 5_000_000,
  pages: 5_000,
  /** Pieces in which a PDF draws its text. */
  pieces: 2_000_000,
  /** Elements of a page inside each other: where browsers stop nesting as well. */
  htmlDepth: 512,
  htmlElements: 1_000_000,
  /** Elements of a part of a DOCX inside each other. */
  xmlDepth: 64,
  zip: {
    entries: 5_000,
    /** All entries together, counted while they are inflated. */
    unpacked: 1_000_000_000,
    /** Unpacked to packed, of an entry that has passed `ratioFrom` bytes. */
    ratio: 200,
    ratioFrom: 1_000_000,
  },
  /** Megabytes of objects that the parsing process may hold. */
  memory: 1_024,
  /** Bytes of one array in the parsing process, such as a part of a PDF while it is unpacked. */
  block: 268_435_456,
} as const;

/** How long the parsing process may take: in all, and without having come further. Milliseconds. */
export interface ParserPatience {
  readonly wall: number;
  readonly still: number;
}

export const PARSER_PATIENCE: ParserPatience = { wall: 120_000, still: 20_000 };

export function tooBig(found: number, limit: number, what: string): PlumblineError {
  return new PlumblineError('DOCUMENT_TOO_BIG', [
    `It has ${found.toLocaleString('en')} ${what}; the limit is ${limit.toLocaleString('en')}.`,
  ]);
}

/** Throws DOCUMENT_TOO_BIG. */
export function refuseLongText(length: number): void {
  if (length > DOCUMENT_LIMITS.characters)
    throw tooBig(length, DOCUMENT_LIMITS.characters, 'characters of text');
}
