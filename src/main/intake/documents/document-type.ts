import type { ParsedDocument } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';

/** What kind of document a file is, by its ending and by its first bytes: both must agree (SECURITY R28). */
export type DocumentKind = ParsedDocument['kind'];

const ENDINGS: ReadonlyMap<string, DocumentKind> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
]);

interface Magic {
  readonly bytes: readonly number[];
  readonly what: string;
}

const OLE: Magic = {
  bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  what: 'an old Office document, or one locked with a password',
};

const BINARY: readonly Magic[] = [
  OLE,
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'an archive or an Office document' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty archive' },
  { bytes: ascii('%PDF-'), what: 'a PDF document' },
  { bytes: ascii('%!PS'), what: 'a PostScript document' },
  { bytes: ascii('{\\rtf'), what: 'an RTF document' },
  { bytes: ascii('SQLite f'), what: 'a database or a ledger' },
  { bytes: ascii('Rar!'), what: 'an archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'an archive' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'a compressed file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: ascii('GIF8'), what: 'a picture' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], what: 'a program' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], what: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], what: 'a program' },
  { bytes: [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], what: 'a shortcut to another file' },
];

/** A PDF may begin with some bytes of a mail program; readers look for its mark this far. */
const PDF_MARK_WITHIN = 1_024;

/** Throws DOCUMENT_TYPE for a name that does not end like a document that is read. */
export function kindByName(name: string): DocumentKind {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = ENDINGS.get(ending);
  if (kind !== undefined) return kind;
  const known = [...ENDINGS.keys()].map((end) => `.${end}`).join(', ');
  throw new PlumblineError('DOCUMENT_TYPE', [
    `The name of the file ${ending === '' ? 'has no ending' : `ends in "${ending.slice(0, 20)}"`}; documents end in ${known}.`,
  ]);
}

/** Throws DOCUMENT_TYPE where the bytes are not of that kind. */
export function refuseOtherBytes(kind: DocumentKind, bytes: Uint8Array): void {
  const found = mismatch(kind, bytes);
  if (found !== null) throw new PlumblineError('DOCUMENT_TYPE', [`The file is ${found}.`]);
}

function mismatch(kind: DocumentKind, bytes: Uint8Array): string | null {
  const magic = BINARY.find((one) => startsWith(bytes, one.bytes));
  if (kind === 'pdf') return hasPdfMark(bytes) ? null : whatever(magic?.what ?? 'no PDF document');
  if (kind === 'docx')
    return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? null : whatever(magic?.what ?? 'no DOCX document');
  if (magic !== undefined) return whatever(magic.what);
  const start = latin(bytes.subarray(0, 1_024)).replace(/^[\u00ef\u00bb\u00bf\s]+/, '');
  if (kind === 'html')
    return /^(?:MIME-Version:|From: <Saved by)/i.test(start)
      ? 'a web archive of several files; save the page as one HTML file'
      : null;
  return /^<(?:!doctype html|html[\s>])/i.test(start)
    ? 'a web page, whatever its name says; let its name end in .html'
    : null;
}

function whatever(what: string): string {
  return `${what}, whatever its name says`;
}

function hasPdfMark(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, PDF_MARK_WITHIN)).includes('%PDF-');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
