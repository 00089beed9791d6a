import { choice, integer, longText, type Noun, type RowOf, reference, text } from './field.ts';

/** Kinds of files that documents are read from; pasted text is `text`. */
export const DOCUMENT_KINDS = ['text', 'markdown', 'html', 'pdf', 'docx'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const originalFields = {
  sourceId: reference('Source', 'source').needed(),
  name: text('File').needed(),
  kind: choice('Kind', DOCUMENT_KINDS).needed(),
  size: integer('Bytes').needed(),
  sha256: text('SHA-256 of the bytes', 'The bytes stand in the table `original_bytes` under it.').needed(),
};

export type Original = RowOf<typeof originalFields>;

export const originalNoun: Noun<typeof originalFields> = {
  id: 'original',
  label: 'Original',
  plural: 'Originals',
  table: 'originals',
  prefix: 'ori',
  what: 'The file that the frozen text of a source was read from, byte for byte.',
  identity: ['sourceId', 'sha256'],
  fields: originalFields,
  check: () => [],
};

export const REJECTION_REASONS = [
  'not-about-the-case',
  'already-on-file',
  'not-a-claim',
  'misread',
  'immaterial',
  'date-or-count',
] as const;

const rejectionFields = {
  sourceId: reference('Source', 'source').needed(),
  startOffset: integer('Starts at', 'Offset in the frozen text.').needed(),
  endOffset: integer('Ends at').needed(),
  words: longText('Words').needed(),
  candidate: text(
    'Candidate',
    'The reading that was turned down; empty: the words themselves, whatever is read there.',
  ),
  reason: choice('Reason', REJECTION_REASONS).needed(),
  note: longText('Note'),
};

export type Rejection = RowOf<typeof rejectionFields>;

export const rejectionNoun: Noun<typeof rejectionFields> = {
  id: 'rejection',
  label: 'Rejection',
  plural: 'Rejections',
  table: 'rejections',
  prefix: 'rej',
  what: 'Words of a source that an analyst read and made no entry of, with the reason.',
  identity: ['sourceId', 'startOffset', 'endOffset', 'words', 'candidate'],
  fields: rejectionFields,
  check: ({ startOffset, endOffset }) =>
    startOffset < endOffset ? [] : ['The words must start before they end.'],
};
