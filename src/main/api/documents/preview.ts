import type { CandidateClass } from '#core/reading/candidate.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { Taken } from '#shared/contract/documents.ts';
import { readyDraft } from './accept-high.ts';
import type { Document } from './document.ts';
import { readingOfText } from './reading.ts';
import { lookAt, type ProposedFields, type TakeOrder } from './take.ts';

interface PreviewedCandidate {
  readonly key: string;
  readonly class: CandidateClass;
  readonly line: string;
  readonly confidence: number;
  readonly state: 'unread';
}

/** What taking a document in would come to; nothing is written. */
export interface DocumentPreview {
  readonly taken: Taken;
  readonly candidates: readonly PreviewedCandidate[];
  /** Those that would be accepted without a reader. */
  readonly ready: readonly PreviewedCandidate[];
  readonly setAside: number;
}

export function previewDocument(ledger: ReadableLedger, order: TakeOrder, today: string): DocumentPreview {
  const looked = lookAt(ledger, order);
  if ('answer' in looked) return { taken: looked.answer, candidates: [], ready: [], setAside: 0 };
  const { title } = looked.proposed;
  const { kind } = order.document;
  const document = unwritten(looked.proposed);
  const moment = { asOf: today, knownAt: null };
  const candidates = document.reading.candidates.map((candidate) => {
    const { key, confidence, proposal } = candidate;
    const line = document.reading.lines.get(key) ?? '';
    return { key, class: proposal.class, line, confidence, state: 'unread' as const };
  });
  const isReady = document.reading.candidates.map(
    (candidate) => readyDraft(ledger, document, candidate, moment) !== null,
  );
  return {
    taken: { outcome: 'taken', sourceId: null, title, kind, seq: null, alike: [] },
    candidates,
    ready: candidates.filter((_, at) => isReady[at] === true),
    setAside: document.reading.extraction.excluded.length,
  };
}

/** The document as it would stand in the ledger. */
function unwritten({ publishedOn, content, sha256, ...fields }: ProposedFields): Document {
  const row = { ...fields, id: '', version: 0, published_on: publishedOn, content, sha256 };
  const saved = { text: content, sha256 };
  return { row, ...saved, reading: readingOfText(saved) };
}
