import type { Placed } from '#core/extract/placed.ts';
import { acceptChanges, missingIn } from '#core/reading/accept-changes.ts';
import { draftLine } from '#core/reading/candidate-words.ts';
import { completeDraft, problemsOf } from '#core/reading/complete-draft.ts';
import { isDirect } from '#core/reading/entity-matches.ts';
import type { EntryDraft } from '#core/reading/entry-draft.ts';
import { shortNamesOf } from '#core/reading/short-names.ts';
import { evidenceProblems, stretchProblems } from '#core/reading/word-problems.ts';
import { contentId } from '#main/ledger/content-id.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import type { documentsTopic } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import { writeBatch } from '../entries.ts';
import { type Document, namesAt, openText, progressOf, type SavedText } from './document.ts';
import { readingOfText } from './reading.ts';

type Accepted = OutputOf<(typeof documentsTopic)['accept']>;

const LONGEST_SUMMARY = 300;

/**
 * Makes entries of a draft with their passage and new entities, in one commit, so that one undo takes all of it back.
 * Throws ENTRY_MISSING, ENTRY_REFUSED, SOURCE_CHANGED.
 */
export function acceptDraft(
  ledger: WritableLedger,
  { sourceId, key, draft }: InputOf<(typeof documentsTopic)['accept']>,
): Accepted {
  const saved = openText(ledger, sourceId, null);
  return acceptIn(ledger, { ...saved, reading: readingOfText(saved) }, { key, draft });
}

interface Order {
  /** The candidate that it is made of; null: words of the analyst's choice. */
  readonly key: string | null;
  readonly draft: EntryDraft;
}

export function acceptIn(ledger: WritableLedger, document: Document, { key, draft: given }: Order): Accepted {
  refuseOutside(document, given.passage);
  const { excluded } = document.reading.reading;
  const sourceId = document.row.id;
  const draft = completeDraft(given);
  const names = namesAt(ledger, null);
  const problems = [
    ...missingIn(draft),
    ...problemsOf(draft, names),
    ...evidenceProblems(draft, { text: document.text, excluded }),
  ];
  if (problems.length > 0) throw new PlumblineError('ENTRY_REFUSED', problems);
  const free = (name: string) => !names.matchesOf(name).some(isDirect);
  const { changes, entries } = acceptChanges(draft, {
    ...{ sourceId, text: document.text },
    shortNamesOf: (name) => shortNamesOf(name, document.reading.reading).filter(free),
  });
  const line = draftLine(draft);
  const held = key === null ? [] : capturedBy(ledger, document, key);
  const { seq, ids } = writeBatch(ledger, {
    beforeKeeping: () => {
      if (held.length > 0) throw new PlumblineError('ENTRY_REFUSED', [alreadyMade(held)]);
    },
    command: 'documents.accept',
    changes,
    summary: `From “${document.row.title}”: ${line}`.slice(0, LONGEST_SUMMARY).toWellFormed(),
    reason: null,
    keepRetracted: false,
  });
  return { seq, isHeld: seq === null, entryIds: entries.flatMap((at) => ids[at] ?? []), line };
}

/** Entries in force that were made of a candidate. */
function capturedBy(ledger: WritableLedger, document: Document, key: string): readonly string[] {
  const { candidates } = progressOf(ledger, document, null);
  return candidates.find(({ candidate }) => candidate.key === key)?.entryIds ?? [];
}

/** A figure that is accepted twice with different readings would count twice. */
function alreadyMade(held: readonly string[]): string {
  const entries = held.length === 1 ? 'An entry was' : `${held.length} entries were`;
  return `${entries} made of these words already: correct what stands there, or take it back first.`;
}

/** Throws ENTRY_REFUSED. */
function refuseOutside({ text }: SavedText, place: Placed): void {
  const problems = stretchProblems(text, place);
  if (problems.length > 0) throw new PlumblineError('ENTRY_REFUSED', problems);
}

type Rejected = OutputOf<(typeof documentsTopic)['reject']>;
type RejectOrder = InputOf<(typeof documentsTopic)['reject']>;

/** Notes that readings or words are no entries. Turned down again for another reason, the reason is corrected. */
export function rejectStretches(
  ledger: WritableLedger,
  { sourceId, stretches, reason, note }: RejectOrder,
): Rejected {
  const document = openText(ledger, sourceId, null);
  const made = stretches.map(({ start, end, key }) => {
    refuseOutside(document, { start, end });
    const place = { sourceId, startOffset: start, endOffset: end, words: document.text.slice(start, end) };
    return changeFor(ledger, { ...place, candidate: key, reason, note });
  });
  const { seq } = writeBatch(ledger, {
    command: 'documents.reject',
    changes: made.map(({ change }) => change),
    summary: rejectionSummary(document, stretches),
    reason: note,
    keepRetracted: false,
  });
  return { seq, ids: made.map(({ id }) => id) };
}

type RejectionFields = Readonly<Record<string, string | number | null>>;

function changeFor(
  ledger: WritableLedger,
  fields: RejectionFields,
): { readonly id: string; readonly change: Change } {
  const id = contentId('rejection', fields);
  const live = findLive(ledger, 'rejection', id);
  if (live === null) return { id, change: { op: 'add', noun: 'rejection', fields } };
  return { id, change: { op: 'correct', id, version: live.version, fields } };
}

function rejectionSummary({ row, text }: SavedText, stretches: RejectOrder['stretches']): string {
  const [first] = stretches;
  const what =
    stretches.length === 1 && first !== undefined
      ? `“${text.slice(first.start, first.end).replace(/\s+/gu, ' ').slice(0, 80)}”`
      : `${stretches.length} places`;
  return `Rejected in “${row.title}”: ${what}`.slice(0, LONGEST_SUMMARY).toWellFormed();
}
