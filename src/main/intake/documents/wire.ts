import type { ParsedDocument } from '#shared/contract/documents.ts';
import type { ErrorCode } from '#shared/errors.ts';

/**
 * What a host and a parsing process say to each other. Law: bytes go in and lines of JSON come out; what comes out is as
 * untrusted as what went in, and the host checks it.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-15',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** A document's bytes and what the analyst says of them. */
export interface DocumentFile {
  /** The file's name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ParseRequest extends DocumentFile {
  /** Pasted text has no file: it is plain text whatever its name. */
  readonly isPasted: boolean;
  /** Null: as the bytes themselves show. */
  readonly encoding: EncodingName | null;
}

/** What a reader makes of the bytes. */
export type ParsedText = Omit<ParsedDocument, 'name' | 'sha256' | 'size'>;

export type ParserLine =
  | { readonly progress: true }
  | { readonly parsed: ParsedText }
  | { readonly refused: { readonly code: ErrorCode; readonly details: readonly string[] } };

/** The line before the bytes of a request on standard input. */
export interface RequestHead {
  readonly name: string;
  readonly isPasted: boolean;
  readonly encoding: EncodingName | null;
  readonly size: number;
}

/** Called by a reader whenever it has come further. */
export type TellProgress = () => void;
