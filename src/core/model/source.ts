import { choice, day, instant, integer, longText, type Noun, type RowOf, reference, text } from './field.ts';

export const SOURCE_KINDS = [
  'filing',
  'contract',
  'accounts',
  'company-release',
  'exchange-data',
  'press',
  'newsletter',
  'aggregator',
  'blog',
  'interview',
  'analyst-note',
  'other',
] as const;

/** Admiralty scale of reliability, METHODS §1.5. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Characters of a frozen text. */
export const LONGEST_DOCUMENT = 5_000_000;

const sourceFields = {
  title: text('Title').needed(),
  publisher: text('Publisher'),
  author: text('Author'),
  url: text('Address'),
  kind: choice('Kind', SOURCE_KINDS).needed(),
  reliability: choice(
    'Reliability',
    RELIABILITIES,
    'A filing or signed contract, B on-record release, C established press, D rewrite, E shown errors or promotion, F unknown.',
  ).needed(),
  publishedOn: day('Published', 'Leave empty while unknown.'),
  retrievedAt: instant('Retrieved'),
  sha256: text('SHA-256 of the frozen text'),
  content: longText('Frozen text', '', LONGEST_DOCUMENT),
  note: longText('Note'),
};

export type Source = RowOf<typeof sourceFields>;

export const sourceNoun: Noun<typeof sourceFields> = {
  id: 'source',
  label: 'Source',
  plural: 'Sources',
  table: 'sources',
  prefix: 'src',
  what: 'One document, with how far it can be relied on.',
  identity: ['title', 'publisher', 'url', 'sha256'],
  fields: sourceFields,
  check: (row) => (row.content !== null && row.sha256 === null ? ['A frozen text needs its SHA-256.'] : []),
};

const citationFields = {
  sourceId: reference('Source', 'source').needed(),
  citesId: reference('Cites', 'source', 'The document it takes its report from.').needed(),
};

export const citationNoun: Noun<typeof citationFields> = {
  id: 'citation',
  label: 'Citation',
  plural: 'Citations',
  table: 'citations',
  prefix: 'cit',
  what: 'One document resting on another, so that independent origins can be counted.',
  identity: ['sourceId', 'citesId'],
  fields: citationFields,
  check: (row) => (row.sourceId === row.citesId ? ['A source cannot cite itself.'] : []),
};

const passageFields = {
  sourceId: reference('Source', 'source').needed(),
  words: longText('Words', 'The exact words of the source.').needed(),
  prefix: text('Words before'),
  suffix: text('Words after'),
  startOffset: integer('Starts at', 'Offset in the frozen text; empty while the text is not held.'),
  endOffset: integer('Ends at'),
};

export const passageNoun: Noun<typeof passageFields> = {
  id: 'passage',
  label: 'Passage',
  plural: 'Passages',
  table: 'passages',
  prefix: 'pas',
  what: 'Exact words of a source, by offset where its text is held.',
  identity: ['sourceId', 'words', 'startOffset'],
  fields: passageFields,
  check: (row) => {
    if ((row.startOffset === null) !== (row.endOffset === null))
      return ['A passage needs both offsets or neither.'];
    if (row.startOffset !== null && row.endOffset !== null && row.startOffset >= row.endOffset)
      return ['A passage must start before it ends.'];
    return [];
  },
};
