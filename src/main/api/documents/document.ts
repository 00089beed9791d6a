import type { Candidate } from '#core/reading/candidate.ts';
import { capturesOf } from '#core/reading/captures.ts';
import {
  type CandidateState,
  candidateStates,
  type NumeralState,
  numeralStates,
} from '#core/reading/coverage.ts';
import type { DocumentReading } from '#core/reading/document-reading.ts';
import { certainMatch, type EntityNames, entityNames } from '#core/reading/entity-matches.ts';
import { type PassageState, passageState } from '#core/reading/passage-words.ts';
import type { HeldRejection } from '#core/reading/source-entries.ts';
import {
  type DocumentRow,
  findDocument,
  listPassages,
  listRejections,
  listResting,
  type PassageRow,
  type Resting,
} from '#main/ledger/documents.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { loader } from '#main/ledger/load-rows.ts';
import { sha256Of } from '#main/ledger/originals.ts';
import { PlumblineError } from '#shared/errors.ts';
import { entriesOfSource } from './source-entries.ts';

export interface Moment {
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** A text as it was saved. */
export interface SavedText {
  readonly row: DocumentRow;
  readonly text: string;
  readonly sha256: string;
}

/** The same with what it proposes. */
export interface Document extends SavedText {
  readonly reading: DocumentReading;
}

/** Throws ENTRY_MISSING. */
export function findSource(ledger: ReadableLedger, sourceId: string, knownAt: string | null): DocumentRow {
  const row = findDocument(ledger, sourceId, knownAt);
  if (row === null) throw new PlumblineError('ENTRY_MISSING', [sourceId]);
  return row;
}

/** Whether the text is the one that was saved (SECURITY R35). */
export function isIntact({ content, sha256 }: Pick<DocumentRow, 'content' | 'sha256'>): boolean {
  return content === null || sha256Of(content) === sha256;
}

/** Null where the ledger holds no text of it, or another than was saved. */
export function savedText(row: DocumentRow): SavedText | null {
  if (row.content === null || row.sha256 === null || !isIntact(row)) return null;
  return { row, text: row.content, sha256: row.sha256 };
}

/** Throws ENTRY_MISSING, SOURCE_CHANGED, and ENTRY_REFUSED where the ledger holds no text. */
export function openText(ledger: ReadableLedger, sourceId: string, knownAt: string | null): SavedText {
  const row = findSource(ledger, sourceId, knownAt);
  if (row.content === null)
    throw new PlumblineError('ENTRY_REFUSED', ['The ledger holds no text of this source.']);
  const saved = savedText(row);
  if (saved === null) throw new PlumblineError('SOURCE_CHANGED', [row.title]);
  return saved;
}

export interface HeldPassage extends PassageRow {
  readonly state: PassageState;
  readonly rests: readonly Resting[];
}

/** Passages of a source with what rests on them. */
export function passagesOf(
  ledger: ReadableLedger,
  { id, content }: DocumentRow,
  knownAt: string | null,
): readonly HeldPassage[] {
  const resting = Map.groupBy(listResting(ledger, id, knownAt), ({ passageId }) => passageId);
  return listPassages(ledger, id, knownAt).map((row) => ({
    ...row,
    state: passageState(content, {
      words: row.words,
      startOffset: row.start_offset,
      endOffset: row.end_offset,
    }),
    rests: resting.get(row.id) ?? [],
  }));
}

/** What became of a document until the moment. */
export interface Progress {
  readonly candidates: readonly CandidateState[];
  readonly numerals: readonly NumeralState[];
  readonly passages: readonly HeldPassage[];
}

export function progressOf(
  ledger: ReadableLedger,
  { row, text, reading }: Document,
  knownAt: string | null,
  names: EntityNames = namesAt(ledger, knownAt),
): Progress {
  const passages = passagesOf(ledger, row, knownAt);
  const claimable = reading.candidates.map((candidate) => ({
    candidate,
    entityIds: () => idsIn(candidate, names),
  }));
  const captures = capturesOf(claimable, entriesOfSource(ledger, row.id, knownAt, passages), text);
  const ground = {
    candidates: reading.candidates,
    numerals: reading.numerals,
    captures,
    passages: passages.flatMap(({ state, rests, start_offset, end_offset }) =>
      state === 'held' && rests.length > 0 && start_offset !== null && end_offset !== null
        ? [{ start: start_offset, end: end_offset }]
        : [],
    ),
    rejections: rejectionsOf(ledger, row.id, text, knownAt),
  };
  const candidates = candidateStates(ground);
  return { candidates, numerals: numeralStates(ground, candidates), passages };
}

/** Those whose words still stand at their place: a changed text is read anew. */
export function rejectionsOf(
  ledger: ReadableLedger,
  sourceId: string,
  text: string,
  knownAt: string | null,
): readonly HeldRejection[] {
  return listRejections(ledger, sourceId, knownAt)
    .filter(({ words, start_offset, end_offset }) => text.slice(start_offset, end_offset) === words)
    .map(({ id, version, start_offset, end_offset, candidate, reason, note }) => ({
      id,
      version,
      start: start_offset,
      end: end_offset,
      key: candidate,
      reason,
      note,
    }));
}

/** What entities in force are called. */
export function namesAt(ledger: ReadableLedger, knownAt: string | null): EntityNames {
  const rows = loader(ledger, knownAt)('entity', '1', {});
  return entityNames(
    rows.map(({ id, name, aliases, tickers, parentId }) => ({
      id,
      name,
      aliases: aliases ?? [],
      tickers: tickers ?? [],
      parentId,
    })),
  );
}

function idsIn({ proposal }: Candidate, { matchesOf }: EntityNames): readonly string[] {
  const named = (name: string | null) => {
    const match = name === null ? null : certainMatch(matchesOf(name));
    return match === null ? [] : [match.id];
  };
  switch (proposal.class) {
    case 'deal':
      return proposal.deal.parties.flatMap(({ name }) => named(name));
    case 'figure':
      return named(proposal.metric?.entity ?? null);
    case 'reaction':
      return named(proposal.reaction.entity);
    case 'quote':
      return named(proposal.quote.speaker);
    case 'key-date':
      return [];
  }
}
