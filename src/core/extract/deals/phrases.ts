import type { Name } from '../names.ts';
import { type Marked, NAME, namesIn, ORG, PLACE, SUM } from './marks.ts';

/** Noun phrases of marked text: who stands after a preposition, in which company, and who does what the verb says. */

const ENDS_A_PHRASE =
  'of|in|with|by|from|for|to|at|on|into|and|or|that|which|who|whose|as|after|before|but|while|over|than|under|between|through|via|is|are|was|were|be|been|has|have|had|will|would|could|may|might|said|says|against|about|if|when|where|during|since|until|despite|because|it|he|she|they|not';

/** A word of a noun phrase before its head. */
export const WORD = String.raw`(?!(?:${ENDS_A_PHRASE})\b)[^\s,;:()\uE000-\uF1FF]+`;

/** Up to `most` words that may stand before a head. */
export function words(most: number): string {
  return String.raw`(?:(?:${WORD}|${SUM}\+?),? ){0,${most}}?`;
}

const PART_OF = String.raw`(?:${words(4)}(?:unit|arm|subsidiar(?:y|ies)|division|affiliates?|part|owners?|makers?|operators?|parent(?: company)?|governments?|ministry|city|state|province|consortium(?: led by)?|group(?: of \w+)?(?: led by)?|syndicate(?: led by)?|funds? (?:managed|advised|run|formed|set up|founded|led|raised) by|likes of|people|kingdom|republic|bank|university|house) (?:of )?)`;
const LEAD = String.raw`(?:${PART_OF})?${words(7)}`;

const FIRST = new RegExp(
  String.raw`${LEAD}(?:${PLACE}(?:'s)? (?:${WORD} ){0,4}?(?=${ORG}))?(?<party>${NAME})`,
  'yu',
);
const NEXT = new RegExp(
  String.raw`(?:'s(?: ${WORD}){0,3}?)?(?:,? and (?:from |with |to |in |by )?|, (?!(?:an?|the|its|part|owned|led|backed|makers?|which|who|one)\b)(?:and )?(?:from |with |to |in |by )?|\/| & | \+ |,? along with |,? together with |,? as well as |,? plus )${LEAD}(?<party>${NAME})`,
  'yu',
);
const ACTS =
  /^(?:,? (?:which|who))? (?:said|says|is|are|was|were|has|have|had|will|would|could|can|may|did|does|also|both|each|agreed|announced|signed|took|won|bought|\p{L}{3,}ed|\p{L}{3,}s)\b/u;
const WRITTEN_LIKE_VERBS =
  /^ (?:shares|systems|services|chips|deals|contracts|units|based|limited|led|towards|across|needs|jets|terms|this|its|s)\b/u;

/** "Acme investors" are not Acme. */
const QUALIFIES =
  /^(?:'s)? (?:existing |early |current |former |largest )?(?:investors?|shareholders|stockholders|customers?|users|employees|executives|fans|backers|suppliers|directors|founders?|drivers|bondholders)\b/u;

export interface Group {
  readonly names: readonly Name[];
  /** Where the first name stands, and where the last ends. */
  readonly start: number;
  readonly end: number;
}

/** The names joined by commas and "and" that begin at `at`; null if no name heads the phrase there. */
export function groupAt(text: string, at: number, sentence: Marked): Group | null {
  FIRST.lastIndex = at;
  const first = FIRST.exec(text);
  if (first === null) return null;
  let end = FIRST.lastIndex;
  const start = end - 1;
  if (QUALIFIES.test(text.slice(end, end + 30))) return null;
  const isBetween = text.slice(0, at).endsWith('between ');
  for (let isList = false; ; ) {
    NEXT.lastIndex = end;
    const next = NEXT.exec(text);
    if (next === null) break;
    const until = NEXT.lastIndex;
    const isOther = !isList && /^(?:'s)?, and /u.test(next[0]);
    if (isOther || (!isBetween && startsAClause(text.slice(until, until + 40)))) break;
    isList ||= next[0].startsWith(',');
    end = until;
  }
  return { names: namesIn(text.slice(start, end + 20).slice(0, end - start), sentence), start, end };
}

function startsAClause(after: string): boolean {
  return ACTS.test(after) && !WRITTEN_LIKE_VERBS.test(after);
}

/** "With" as the other side of a deal, not "along with" or "in line with". */
export const WITH = '(?<!\\b(?:along|together|line|compared|coupled|associated|up) )with';

export function after(prepositions: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}-])(?:${prepositions}) `, 'giu');
}

/** Whoever stands after the first of the prepositions that a name follows. */
export function groupAfter(text: string, pattern: RegExp, sentence: Marked): Group | null {
  for (const match of text.matchAll(pattern)) {
    const group = groupAt(text, match.index + match[0].length, sentence);
    if (group !== null && group.names.length > 0) return group;
  }
  return null;
}

const GOVERNED = new RegExp(
  String.raw`(?:\b(?:of|in|with|by|from|for|to|at|on|into|between|over|against|than|through|via|under|across|near|like|including|versus|vs|despite|amid|following|per|about|plus|alongside) (?:${WORD} ){0,4}?|\b(?:acquir\p{L}+|buy\p{L}*|bought|purchas\p{L}+|sold|sell\p{L}*|suppl\p{L}+|award\p{L}*|signed|back(?:s|ed|ing)|join(?:s|ed|ing)|beat\p{L}*|told|own(?:s|ed|ing)?|give[sn]?|gave|giving|paid|pays?) (?:${WORD} ){0,4}?)$`,
  'iu',
);
/** Whoever acts for a company is the company. */
const ACTING_FOR =
  /\b(?:boards?|shares|stock|shareholders|directors|management|owners?|executives|subsidiary|unit|arm|division) (?:of|at) (?:the )?$|\b(?:consortium|group|syndicate|team|investors|funds?|vehicle|company|venture|partnership)(?: of \p{L}+)? (?:led|headed|backed|managed|advised|run|controlled) by (?:\p{Ll}+ ){0,4}$|\b(?:joint venture|consortium|partnership|alliance) (?:of|between) (?:\p{Ll}+ ){0,3}$/iu;
const OWNER_OF =
  /^'s (?:\p{L}[\p{L}-]* ){0,4}?(?:unit|arm|subsidiary|division|board|business|government|ministry|parent|owners?|venture|affiliate|fund|bank|team|group|shareholders)\b/u;

/** Who does what a verb after `left` says: the last name there that hangs on no preposition and no verb. */
export function subjectOf(left: string, sentence: Marked): readonly Name[] {
  const found = [...left.matchAll(SUBJECTS)].filter(({ index }) => {
    const before = left.slice(Math.max(0, index - 70), index);
    return !GOVERNED.test(before) || ACTING_FOR.test(before);
  });
  const last = found.findLast(({ 0: text, index }) => !isOwner(left, index + text.length)) ?? null;
  return last === null ? [] : namesIn(last[0], sentence);
}

function isOwner(left: string, end: number): boolean {
  const after = left.slice(end, end + 60);
  return after.startsWith("'s") && !OWNER_OF.test(after);
}

const SUBJECTS = new RegExp(
  String.raw`${NAME}(?:(?:, ${words(3)}${NAME})*(?:,? and | & |\/| \+ |,? along with |,? together with )${words(3)}${NAME})?`,
  'gu',
);

/** Whoever owns something named before `left` ends: `Acme's` of "Acme's many commitments, including". */
export function ownerIn(left: string, sentence: Marked): readonly Name[] {
  const owner = [...left.matchAll(OWNERS)].at(-1);
  return owner === undefined ? [] : namesIn(owner[0].slice(0, 1), sentence);
}

const OWNERS = new RegExp(String.raw`${ORG}'s`, 'gu');
