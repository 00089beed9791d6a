import type { NounId } from '#core/model/field.ts';
import { parseQuestion, type Question } from '#core/search/question.ts';
import { parseWords, type SearchWords } from '#core/search/words.ts';
import { asPlumblineError } from '#main/ledger/errors.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { figuresAsked } from '#main/ledger/search/figures-asked.ts';
import { findVersions } from '#main/ledger/search/found.ts';
import { hitOf } from '#main/ledger/search/hits.ts';
import { freshIndex } from '#main/ledger/search/keep-index.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import type { searchTopic } from '#shared/contract/search.ts';
import type { Handlers } from './handlers.ts';
import { inPauses } from './paced.ts';

type Asked = InputOf<typeof searchTopic.find>;
type Told = OutputOf<typeof searchTopic.find>;

export const searchHandlers = {
  find: async ({ ledger }, asked) => {
    await inPauses(freshIndex(ledger));
    try {
      return await find(ledger, asked);
    } catch (thrown) {
      if (asPlumblineError(thrown).code !== 'LEDGER_DAMAGED') throw thrown;
      await inPauses(freshIndex(ledger, true));
      return find(ledger, asked);
    }
  },
} satisfies Handlers<{ search: typeof searchTopic }>['search'];

async function find(ledger: ReadableLedger, asked: Asked): Promise<Told> {
  const { text, isTyping } = asked;
  const question = parseQuestion(text);
  const figures = question === null ? null : await answer(ledger, question, asked);
  const words = parseWords(question?.textWords ?? text, { isTyping });
  const lacks = lacksOf(words, question);
  const groups = words.wanted.length === 0 ? [] : groupsOf(ledger, words, asked);
  return { lacks, figures, groups };
}

function lacksOf({ wanted, unwanted }: SearchWords, question: Question | null): Told['lacks'] {
  if (question !== null || wanted.length > 0) return null;
  return unwanted.length > 0 ? 'wanted' : 'words';
}

/** Figures are left out where only other kinds are asked for. */
async function answer(ledger: ReadableLedger, question: Question, asked: Asked): Promise<Told['figures']> {
  const { asOf, limit, isTyping, nouns } = asked;
  if (nouns.length > 0 && !nouns.includes('figure')) return null;
  const words = parseWords(question.words, { isTyping });
  return inPauses(figuresAsked(ledger, { question, words, scope: asked, asOf, limit }));
}

/** Documents and what deals are made of come first; passages are the words behind them. */
const ORDER: readonly NounId[] = [
  'source',
  'entity',
  'deal',
  'figure',
  'quote',
  'reaction',
  'key-date',
  'passage',
];

function placeOf(noun: NounId): number {
  const at = ORDER.indexOf(noun);
  return at < 0 ? ORDER.length : at;
}

function groupsOf(ledger: ReadableLedger, words: SearchWords, asked: Asked): Told['groups'] {
  const { limit, asOf, knownAt } = asked;
  const request = { terms: words.wanted, asOf, knownAt };
  return findVersions(ledger, words, asked)
    .toSorted((a, b) => placeOf(a.indexed.noun) - placeOf(b.indexed.noun))
    .map(({ indexed, count, isMore, versions }) => ({
      noun: indexed.noun,
      count,
      isMore,
      hits: versions.slice(0, limit).map((version) => hitOf(ledger, indexed, version, request)),
    }));
}
