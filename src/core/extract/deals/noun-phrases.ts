import type { Name } from '../names.ts';
import type { Clause } from './clauses.ts';
import { type Marked, NAME, namesIn } from './marks.ts';
import type { Worth } from './sums.ts';

/** The nouns that name a deal, each with its phrase: whose it is, what qualifies it, what it is worth, what follows. */
export type Sort = 'takeover' | 'sale' | 'investment' | 'loan' | 'venture' | 'deal';

const NOUNS: readonly (readonly [Sort, string])[] = [
  ['takeover', 'acquisition|take-?over|purchase|buy-?out|bid|offer|merger|approach'],
  ['sale', 'sale|disposal|divestment|divestiture'],
  [
    'investment',
    'investment|stake|equity|funding|cash injection|equity injection|funding round|round|shareholding',
  ],
  [
    'loan',
    'loan|(?:credit|loan|debt|lending|bridge|revolving|term|financing|banking) facility|bridge loan|term loan|credit line|financing|bailout',
  ],
  ['venture', 'joint venture|jv'],
  [
    'deal',
    'deals?|contracts?|agreements?|pact|accord|partnership|arrangement|orders?|commitments?|promise|pledge|tie-?up|collaboration|alliance|lease|transaction|ppa|subcontract|mandate|memorandum of understanding|mou|letter of intent|licen[cs]e|payment',
  ],
];
const NOUN = new RegExp(
  String.raw`(?<![\p{L}-])(?:${NOUNS.map(([sort, forms]) => `(?<${sort}>${forms})`).join('|')})(?![\p{L}-])`,
  'giu',
);

export interface Phrase {
  readonly clause: Clause;
  readonly sort: Sort;
  readonly noun: string;
  readonly at: number;
  /** Words of the noun phrase before the noun, and its names: owners, and those that only qualify it. */
  readonly before: string;
  readonly owners: readonly Name[];
  readonly qualifiers: readonly Name[];
  readonly right: string;
  readonly worth: Worth | null;
}

/** Words that are verbs too: "will purchase", "agreed to lease". */
const AS_VERB = /^(?:purchase|bid|offer|orders?|pledge|promise|lease|contracts?|round|licen[cs]e|deals?)$/iu;
const AFTER_AUXILIARY = /\b(?:will|would|to|can|could|may|might|must|should|not|they|who|which|and) $/iu;
const BEFORE =
  /(?:(?!(?:of|in|with|by|from|for|to|at|on|into|and|or|that|which|as|after|but|while|over|is|are|was|were|has|have|had|will|would|said|says|a|an|the|its|their|including|about|against|alongside|despite|amid|following|between|through|via|than|under|since|until|before|when|where|because)\b)[^\s;:()]+ ){0,12}$/iu;
const OWNER = new RegExp(String.raw`${NAME}(?=(?:'s))`, 'gu');
const QUALIFIER = new RegExp(String.raw`${NAME}(?:[-–/ ](?:and )?${NAME})*(?!'s)`, 'gu');
const RIGHT_END =
  /, (?:which|who|as|but|while|and \p{Ll}+ed)\b| and (?:said|will|has|is|may|could|would|plans)\b/u;

/** Every phrase of a clause whose noun names a deal. */
export function phrasesOf(clause: Clause): readonly Phrase[] {
  return [...clause.text.matchAll(NOUN)].flatMap((match) => phraseAt(clause, match) ?? []);
}

function phraseAt(clause: Clause, match: RegExpExecArray): Phrase | null {
  const sort = NOUNS.find(([each]) => match.groups?.[each] !== undefined)?.[0];
  if (sort === undefined) return null;
  const left = clause.text.slice(0, match.index);
  if (AS_VERB.test(match[0]) && AFTER_AUXILIARY.test(left)) return null;
  const before = BEFORE.exec(left.slice(-140))?.[0] ?? '';
  const until = match.index + match[0].length;
  const right = clause.text.slice(until).split(RIGHT_END)[0] ?? '';
  const { sentence } = clause;
  const withOwner =
    OWNED.exec(left.slice(0, left.length - before.length)) === null ? before : left.slice(-141);
  return {
    clause,
    sort,
    noun: match[0],
    at: match.index,
    before,
    owners: found(OWNER, withOwner, sentence),
    qualifiers: found(QUALIFIER, before, sentence),
    right,
    worth: worthOf(clause, { from: match.index - before.length, at: match.index, until, right }),
  };
}

const OWNED = new RegExp(String.raw`${NAME}'s $`, 'u');

function found(pattern: RegExp, text: string, sentence: Marked): readonly Name[] {
  return [...text.matchAll(pattern)].flatMap(([mark]) => namesIn(mark, sentence));
}

const STATED =
  /^\s*: ?$|^[^,;]{0,90}?\b(?:worth|valued at|of|for|at|totall?ing|priced at|to the tune of|:) (?:[\p{L}-]+ ){0,4}$/iu;

/** A sum in the phrase itself, or stated right after it. */
function worthOf(
  { text, worths }: Clause,
  { from, at, until }: { from: number; at: number; until: number; right: string },
): Worth | null {
  const inside = worths.filter((worth) => worth.at >= from && worth.at < at);
  if (inside.length > 0) return inside.findLast(({ isRate }) => !isRate) ?? inside.at(-1) ?? null;
  const stated = worths.filter((worth) => worth.at > until && STATED.test(text.slice(until, worth.at)));
  return stated[0] ?? null;
}
