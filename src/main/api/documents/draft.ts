import type { Placed } from '#core/extract/placed.ts';
import type { Reading } from '#core/extract/reading.ts';
import type { CandidateClass, Proposal } from '#core/reading/candidate.ts';
import { draftOf } from '#core/reading/draft.ts';
import { certainMatch, type EntityMatch, type EntityNames } from '#core/reading/entity-matches.ts';
import type { DraftEntity, EntryDraft } from '#core/reading/entry-draft.ts';
import type { OnFile } from '#core/reading/on-file.ts';
import { shortNamesOf } from '#core/reading/short-names.ts';
import { stretchProblems } from '#core/reading/word-problems.ts';
import { proposalOfWords } from '#core/reading/words-proposal.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { documentsTopic } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { QueryContext } from '../handlers.ts';
import { type Document, type Moment, namesAt, openText } from './document.ts';
import { listOnFile } from './on-file.ts';
import { wholeReading } from './reading.ts';

type Asked = InputOf<(typeof documentsTopic)['draft']>;
type Drafted = OutputOf<(typeof documentsTopic)['draft']>;

/**
 * What a candidate or chosen words would become, with who its names may be and what the ledger says already. Throws
 * ENTRY_MISSING, SOURCE_CHANGED, and ENTRY_REFUSED for a candidate that the text does not propose.
 */
export async function draftEntry(
  { ledger, longTexts }: Pick<QueryContext, 'ledger' | 'longTexts'>,
  { sourceId, of }: Pick<Asked, 'sourceId' | 'of'>,
  moment: Moment,
): Promise<Drafted> {
  const saved = openText(ledger, sourceId, moment.knownAt);
  const document = { ...saved, reading: await wholeReading(saved, longTexts) };
  const found = of.from === 'candidate' ? candidateIn(document, of.key) : wordsIn(document, of, of.as);
  const { draft, matches, onFile } = draftIn(ledger, document, found, moment);
  return {
    draft: asContract(draft),
    matches: matches.map((some) => some.map((match) => ({ ...match }))),
    onFile: [...onFile],
  };
}

/** A draft as the ledger at the moment completes it. */
export interface Matched {
  readonly draft: EntryDraft;
  /** For each of its entities: who it may be, best first. */
  readonly matches: readonly (readonly EntityMatch[])[];
  readonly onFile: readonly OnFile[];
}

export function draftIn(
  ledger: ReadableLedger,
  document: Document,
  { proposal, passage }: Found,
  moment: Moment,
): Matched {
  const names = namesAt(ledger, moment.knownAt);
  const setting = { reading: document.reading.reading, day: document.row.published_on ?? moment.asOf };
  const { draft, matches } = withMatches(draftOf(proposal, passage, setting), names, setting.reading);
  const onFile = listOnFile(ledger, { draft, source: document.row, ...moment });
  return { draft: { ...draft, dealId: draft.dealId ?? dealOnFile(draft, onFile) }, matches, onFile };
}

function asContract(draft: EntryDraft): Drafted['draft'] {
  const cells = (fields: EntryDraft['fields']) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, cell]) => [
        name,
        typeof cell === 'object' && cell !== null ? [...cell] : cell,
      ]),
    );
  return {
    ...draft,
    fields: cells(draft.fields),
    amount: draft.amount === null ? null : cells(draft.amount),
    entities: draft.entities.map((one) => ({ ...one })),
    passage: { start: draft.passage.start, end: draft.passage.end },
  };
}

interface Found {
  readonly proposal: Proposal;
  readonly passage: Placed;
}

function candidateIn({ reading }: Document, key: string): Found {
  const candidate = reading.candidates.find((one) => one.key === key);
  if (candidate === undefined)
    throw new PlumblineError('ENTRY_REFUSED', ['The text proposes nothing of that kind at that place.']);
  const { start, end, proposal } = candidate;
  return { proposal, passage: { start, end } };
}

/** What was read within the words, else a reading with nothing filled in. */
function wordsIn({ text, reading }: Document, { start, end }: Placed, as: CandidateClass): Found {
  const problems = stretchProblems(text, { start, end });
  if (problems.length > 0) throw new PlumblineError('ENTRY_REFUSED', problems);
  return { proposal: proposalOfWords(text, reading, { start, end }, as), passage: { start, end } };
}

/** Names that mean one entity on file are taken for it; where several may be meant, the analyst chooses. */
function withMatches(
  draft: EntryDraft,
  { matchesOf }: EntityNames,
  reading: Reading,
): { readonly draft: EntryDraft; readonly matches: readonly (readonly EntityMatch[])[] } {
  const matches = draft.entities.map(({ name }) =>
    name === '' ? [] : matchesOf(name, shortNamesOf(name, reading)),
  );
  const entities = draft.entities.map((one, at): DraftEntity => {
    const certain = certainMatch(matches[at] ?? []);
    return certain === null ? one : { ...one, entityId: certain.id };
  });
  return { draft: { ...draft, entities }, matches };
}

/** The deal that is stated anew; where an amount contradicts it, the analyst says whether it is another deal. */
function dealOnFile({ as }: EntryDraft, onFile: readonly OnFile[]): string | null {
  if (as !== 'deal') return null;
  const deals = onFile.filter(({ noun, verdict }) => noun === 'deal' && verdict !== 'differs');
  const same = deals.filter(({ verdict }) => verdict === 'same');
  const [only, ...others] = same.length > 0 ? same : deals;
  return only === undefined || others.length > 0 || only.verdict === 'contradicts' ? null : only.id;
}
