import { readingOf } from '#core/extract/reading.ts';
import type { ProposedSource } from '#core/extract/report.ts';
import { plainName } from '#core/intake/names.ts';
import { LONGEST_DOCUMENT } from '#core/model/source.ts';
import { isDay } from '#core/quantities/day.ts';
import { guessSource } from '#core/reading/source-guess.ts';
import { proposedSource } from '#main/intake/documents/proposed-source.ts';
import { commit } from '#main/ledger/commit.ts';
import { findDocument, findHeld, listTitles, type TitledSource } from '#main/ledger/documents.ts';
import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import { findOriginal, sha256Of, storeBytes } from '#main/ledger/originals.ts';
import { applyChanges, type Change } from '#main/ledger/write-entries.ts';
import type { ParsedDocument, Taken } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type Hashed, LONG_TEXT, readingOfText } from './reading.ts';

export interface TakeOrder {
  readonly document: ParsedDocument;
  readonly bytes: Uint8Array;
  /** Null: taken as new unless it may be a newer text of what is on file. An id: the newer text of that source. */
  readonly as: 'new' | (string & {}) | null;
}

/**
 * Takes a document in as a frozen text with its original, in one commit. What is on file already by its bytes or its text
 * is not written again, and what may be a newer text of another is asked about first.
 * Throws DOCUMENT_EMPTY, DOCUMENT_TOO_BIG, SOURCE_CHANGED, ENTRY_MISSING.
 */
export function takeDocument(ledger: WritableLedger, order: TakeOrder): Taken {
  const looked = lookAt(ledger, order);
  if ('answer' in looked) return looked.answer;
  const { document, as } = order;
  return write(ledger, {
    document,
    bytes: bytesOf(order),
    proposed: looked.proposed,
    target: as === 'new' ? null : as,
  });
}

/** What taking a document in would come to: an answer where nothing would be written, else the source that it would be. */
export function lookAt(
  ledger: ReadableLedger,
  { document, bytes, as }: TakeOrder,
): { readonly answer: Taken } | { readonly proposed: ProposedFields } {
  if (sha256Of(bytesOf({ bytes })) !== document.sha256)
    throw new PlumblineError('SOURCE_CHANGED', [document.name]);
  const text = wholeText(document);
  const sha256 = sha256Of(text);
  const { kind } = document;
  const held = findHeld(ledger, sha256, document.sha256);
  const nothing = { kind, seq: null, alike: [] };
  if (held !== null) return { answer: { ...nothing, outcome: 'held', sourceId: held.id, title: held.title } };
  const proposed = proposedFields(document, text, sha256);
  const alike = as === null ? alikeIn(listTitles(ledger, null), proposed) : [];
  if (alike.length === 0) return { proposed };
  return {
    answer: { ...nothing, outcome: 'asks', sourceId: null, title: proposed.title, alike: [...alike] },
  };
}

function bytesOf({ bytes }: Pick<TakeOrder, 'bytes'>): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Half characters stand for nothing and no file could hold them. */
function wholeText({ text: given, name }: ParsedDocument): string {
  const text = given.toWellFormed();
  if (text.trim() === '') throw new PlumblineError('DOCUMENT_EMPTY', [`${name} holds no text.`]);
  if (text.length > LONGEST_DOCUMENT)
    throw new PlumblineError('DOCUMENT_TOO_BIG', [
      `${name} has ${text.length} characters; a document has ${LONGEST_DOCUMENT} at most.`,
    ]);
  return text;
}

/** A source as a document proposes it. */
export interface ProposedFields {
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly kind: string;
  readonly reliability: string;
  readonly sha256: string;
  readonly content: string;
}

/** What the file says of itself first, then what its words say, then its name. */
function proposedFields(document: ParsedDocument, content: string, sha256: string): ProposedFields {
  const said = sourceSaid({ text: content, sha256 });
  const { title, publisher, author, url, published } = proposedSource(document, said);
  return {
    title: line(title) ?? titleFrom(document.name),
    publisher: line(publisher),
    author: line(author),
    url: line(url),
    publishedOn: published !== null && isDay(published) ? published : null,
    ...guessSource(content),
    sha256,
    content,
  };
}

/** A long text says where it is from at its beginning. */
function sourceSaid(hashed: Hashed): ProposedSource {
  const { text } = hashed;
  return text.length > LONG_TEXT
    ? readingOf(text.slice(0, LONG_TEXT).toWellFormed()).source
    : readingOfText(hashed).extraction.source;
}

const LONGEST_LINE = 500;

function line(text: string | null): string | null {
  const one = (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_LINE).toWellFormed();
  return one === '' ? null : one;
}

function titleFrom(name: string): string {
  return line(name.replace(/\.[a-z0-9]{1,5}$/iu, '')) ?? 'Untitled document';
}

/** Sources of the same address, or of the same title where no other publisher is named. */
function alikeIn(
  sources: readonly TitledSource[],
  { title, publisher, url }: ProposedFields,
): Taken['alike'] {
  return sources
    .filter((source) => {
      if (url !== null && source.url !== null && address(url) === address(source.url)) return true;
      const isOtherPublisher =
        publisher !== null &&
        source.publisher !== null &&
        plainName(publisher) !== plainName(source.publisher);
      return plainName(source.title) === plainName(title) && !isOtherPublisher;
    })
    .map(({ id, title: own, publisher: by, hasText }) => ({ id, title: own, publisher: by, hasText }));
}

function address(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[#?].*$/u, '')
    .replace(/\/$/u, '');
}

interface WriteOrder {
  readonly document: ParsedDocument;
  readonly bytes: Buffer;
  readonly proposed: ProposedFields;
  /** The source whose newer text it is; null: a source of its own. */
  readonly target: string | null;
}

function write(ledger: WritableLedger, order: WriteOrder): Taken {
  const { document, bytes, proposed, target } = order;
  const replaced = target === null ? null : findDocument(ledger, target, null);
  if (target !== null && replaced === null) throw new PlumblineError('ENTRY_MISSING', [target]);
  const title = replaced?.title ?? proposed.title;
  const done = commit(
    ledger,
    {
      command: 'documents.take',
      summary: `${replaced === null ? 'Taken in' : 'Newer text of'}: ${title}`.slice(0, 300).toWellFormed(),
      reason: `${document.name}, ${document.size} bytes, SHA-256 ${document.sha256}`,
      kind: 'do',
      targetSeq: null,
    },
    (stamp) => {
      storeBytes(ledger, document.sha256, bytes);
      return applyChanges(ledger, stamp, changesFor(ledger, order, replaced), false);
    },
  );
  const sourceId = target ?? done?.answer.ids[0] ?? null;
  return { outcome: 'taken', sourceId, title, kind: document.kind, seq: done?.seq ?? null, alike: [] };
}

function changesFor(
  ledger: WritableLedger,
  { document, proposed, target }: WriteOrder,
  replaced: ReturnType<typeof findDocument>,
): readonly Change[] {
  const retrievedAt = ledger.now();
  const { name, kind, size, sha256 } = document;
  const original: Change = {
    op: 'add',
    noun: 'original',
    fields: { sourceId: target ?? '$source', name: line(name) ?? 'Untitled', kind, size, sha256 },
  };
  if (target === null || replaced === null)
    return [{ op: 'add', noun: 'source', key: '$source', fields: { ...proposed, retrievedAt } }, original];
  const before = findOriginal(ledger, target, null);
  return [
    {
      op: 'correct',
      id: target,
      version: replaced.version,
      fields: newerFields(replaced, proposed, retrievedAt),
    },
    ...(before === null ? [] : [{ op: 'retract' as const, id: before.id, version: before.version }]),
    original,
  ];
}

/** The text is the newer one; of the rest only what was open is filled in, since an analyst may have corrected it. */
function newerFields(
  before: NonNullable<ReturnType<typeof findDocument>>,
  { publisher, author, url, publishedOn, sha256, content }: ProposedFields,
  retrievedAt: string,
): Readonly<Record<string, string | null>> {
  return {
    publisher: before.publisher ?? publisher,
    author: before.author ?? author,
    url: before.url ?? url,
    publishedOn: before.published_on ?? publishedOn,
    ...{ sha256, content, retrievedAt },
  };
}
