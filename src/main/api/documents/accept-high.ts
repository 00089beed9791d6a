import { HIGH_CONFIDENCE } from '#core/extract/confidence.ts';
import { missingIn } from '#core/reading/accept-changes.ts';
import type { Candidate } from '#core/reading/candidate.ts';
import { completeDraft, problemsOf } from '#core/reading/complete-draft.ts';
import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import { acceptIn } from './accept.ts';
import { type Document, type Moment, namesAt, openText, progressOf } from './document.ts';
import { draftIn, type Matched } from './draft.ts';
import { readingOfText } from './reading.ts';

export interface AcceptedEntry {
  readonly key: string;
  readonly line: string;
  readonly entryIds: readonly string[];
  readonly seq: number | null;
}

/**
 * Makes entries of the candidates that may be trusted without a reader, each a change of its own: confidence at or above
 * HIGH_CONFIDENCE, nothing needed left open, nobody and no deal that may be several. The rest stays unread.
 */
export function acceptHigh(
  ledger: WritableLedger,
  sourceId: string,
  moment: Moment,
): readonly AcceptedEntry[] {
  const saved = openText(ledger, sourceId, null);
  const document = { ...saved, reading: readingOfText(saved) };
  const unread = progressOf(ledger, document, null).candidates.filter(({ state }) => state === 'unread');
  return unread.flatMap(({ candidate }) => {
    const ready = readyDraft(ledger, document, candidate, moment);
    if (ready === null) return [];
    const { seq, entryIds, line } = acceptIn(ledger, document, { key: candidate.key, draft: ready.draft });
    return [{ key: candidate.key, line, entryIds, seq }];
  });
}

/** The draft of a candidate that `acceptHigh` takes as it is; null where a reader has to decide. */
export function readyDraft(
  ledger: ReadableLedger,
  document: Document,
  { confidence, proposal, start, end }: Candidate,
  moment: Moment,
): Matched | null {
  if (confidence < HIGH_CONFIDENCE) return null;
  const matched = draftIn(ledger, document, { proposal, passage: { start, end } }, moment);
  const draft = completeDraft(matched.draft);
  const isOpen = missingIn(draft).length > 0 || problemsOf(draft, namesAt(ledger, null)).length > 0;
  return isOpen || !isCertain(matched) ? null : matched;
}

/** A name that may be several, a party without one, or a deal that may be one on file is for the reader to decide. */
function isCertain({ draft, matches, onFile }: Matched): boolean {
  const isNamed = draft.entities.every(
    ({ name, entityId }, at) => entityId !== null || (name.trim() !== '' && (matches[at] ?? []).length === 0),
  );
  const isAmount = draft.as !== 'figure' || draft.fields['lo'] !== null;
  const mayBeOnFile = onFile.some(({ noun }) => noun === 'deal');
  return isNamed && isAmount && (draft.as !== 'deal' || draft.dealId !== null || !mayBeOnFile);
}
