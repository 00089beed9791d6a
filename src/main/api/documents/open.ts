import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentKind } from '#core/model/reading.ts';
import type { CandidateState } from '#core/reading/coverage.ts';
import { coverageOf } from '#core/reading/coverage.ts';
import { citationsOf, type DocumentRow, listDocuments } from '#main/ledger/documents.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { findOriginal } from '#main/ledger/originals.ts';
import type { documentsTopic } from '#shared/contract/documents.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import type { QueryContext } from '../handlers.ts';
import {
  type Document,
  findSource,
  type HeldPassage,
  isIntact,
  type Moment,
  namesAt,
  passagesOf,
  progressOf,
  savedText,
} from './document.ts';
import { proposedOrigins } from './origins.ts';
import { readingAtHand, readingSoFar } from './reading.ts';

type Opened = OutputOf<(typeof documentsTopic)['open']>;
type Listed = OutputOf<(typeof documentsTopic)['list']>;
type Reads = Pick<QueryContext, 'ledger' | 'longTexts'>;

/** A document as it is read. Throws ENTRY_MISSING. */
export function openDocument({ ledger, longTexts }: Reads, sourceId: string, { knownAt }: Moment): Opened {
  const row = findSource(ledger, sourceId, knownAt);
  const saved = savedText(row);
  const reading = saved === null ? null : readingSoFar(saved, longTexts);
  const document = saved === null || reading === null ? null : { ...saved, reading };
  const progress = document === null ? null : progressOf(ledger, document, knownAt);
  const passages = progress?.passages ?? passagesOf(ledger, row, knownAt);
  const numerals = progress?.numerals ?? [];
  return {
    ...headOf(row),
    ...{ version: row.version, author: row.author, url: row.url },
    text: row.content,
    isIntact: saved !== null || isIntact(row),
    isReading: saved !== null && document === null,
    original: originalOf(ledger, sourceId, knownAt),
    candidates:
      document === null || progress === null
        ? []
        : progress.candidates.map((state) => candidateOf(state, document)),
    setAside: [...(document?.reading.extraction.excluded ?? [])],
    numerals: numerals.map(({ start, end, state, rejection }) => ({
      start,
      end,
      state,
      rejection: rejection === null ? null : { id: rejection.id, version: rejection.version },
    })),
    coverage: coverageOf(numerals),
    passages: passages.map(passageOf),
    ...origins(ledger, sourceId, document, knownAt),
  };
}

function headOf({ id, title, publisher, published_on: publishedOn, kind, reliability }: DocumentRow) {
  return { id, title, publisher, publishedOn, kind, reliability };
}

function originalOf(ledger: ReadableLedger, sourceId: string, knownAt: string | null): Opened['original'] {
  const original = findOriginal(ledger, sourceId, knownAt);
  return original === null
    ? null
    : { name: original.name, kind: original.kind as DocumentKind, size: original.size };
}

function candidateOf(
  { candidate, state, entryIds, rejection }: CandidateState,
  { reading }: Document,
): Opened['candidates'][number] {
  const { key, start, end, marks, confidence, proposal } = candidate;
  return {
    key,
    class: proposal.class,
    start,
    end,
    marks: [...marks],
    line: reading.lines.get(key) ?? '',
    confidence,
    state,
    entryIds: [...entryIds],
    rejection:
      rejection === null
        ? null
        : {
            id: rejection.id,
            version: rejection.version,
            reason: rejection.reason,
            note: rejection.note,
          },
  };
}

function passageOf({ id, words, state, start_offset, end_offset, rests }: HeldPassage) {
  return {
    id,
    start: start_offset,
    end: end_offset,
    words,
    state,
    rests: rests.map(({ id: entryId, noun, name }) => ({ id: entryId, noun, name })),
  };
}

function origins(
  ledger: ReadableLedger,
  sourceId: string,
  document: Document | null,
  knownAt: string | null,
): Pick<Opened, 'cites' | 'citedBy' | 'proposedOrigins'> {
  const { cites, citedBy } = citationsOf(ledger, sourceId, knownAt);
  const named = document?.reading.extraction.source.cites ?? [];
  return {
    cites: [...cites],
    citedBy: [...citedBy],
    proposedOrigins: [...proposedOrigins(ledger, { sourceId, named, cites, knownAt })],
  };
}

interface Page extends Moment {
  readonly offset: number;
  readonly limit: number;
}

/** Documents with how far each is read; others are answered between two of them. */
export async function listWithCoverage(
  { ledger, longTexts }: Reads,
  { offset, limit, knownAt }: Page,
): Promise<Listed> {
  const { total, rows } = listDocuments(ledger, { offset, limit, knownAt });
  const names = namesAt(ledger, knownAt);
  const items: Listed['items'] = [];
  for (const row of rows) {
    const saved = savedText(row);
    const reading = saved === null ? null : readingAtHand(saved, longTexts);
    const document = saved === null || reading === null ? null : { ...saved, reading };
    const numerals = document === null ? null : progressOf(ledger, document, knownAt, names).numerals;
    items.push({
      ...headOf(row),
      coverage: numerals === null ? null : coverageOf(numerals),
      isIntact: saved !== null,
    });
    await nextTurn();
  }
  return { total, items };
}
