import { PlumblineError } from '#shared/errors.ts';

/** Files that are no tables of text, by their first bytes: a name may say anything. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a workbook or an archive' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Office document' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: 'a database or a ledger' },
];

const ENDINGS = ['csv', 'tsv', 'tab', 'txt'];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Throws IMPORT_TYPE for a name that does not end like a table of text. */
export function refuseEnding(path: string): void {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (!ENDINGS.includes(ending))
    throw new PlumblineError('IMPORT_TYPE', [
      `The name of the file ends in "${ending}"; tables end in ${ENDINGS.map((end) => `.${end}`).join(', ')}.`,
    ]);
}

/** The encoding that the beginning of a file shows. Throws IMPORT_TYPE for other kinds of files, IMPORT_UNREADABLE for bytes that are no text. */
export function encodingOf(start: Uint8Array): Encoding {
  const magic = MAGIC.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  if (magic !== undefined)
    throw new PlumblineError('IMPORT_TYPE', [`The file is ${magic.what}, whatever its name says.`]);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start.includes(0))
    throw new PlumblineError('IMPORT_UNREADABLE', ['The file holds bytes that are no text.']);
  return 'utf-8';
}
