import type { Name } from '../names.ts';
import type { Claim } from './claims.ts';
import { GOODS, kindBy } from './kinds.ts';
import { isSame, type Marked, NAME, namesIn, ORG, SUM } from './marks.ts';
import { ownerIn, subjectOf, words } from './phrases.ts';
import { worthsIn } from './sums.ts';

/** Deals told as a list: "across A ($38 billion), B ($300 billion)", "$38 billion with A, $300 billion with B", bullets. */

const DEALS =
  /\b(?:deals?|contracts?|agreements?|commitments?|orders?|investments?|pledges?|acquisitions?|partnerships?|loans?|stakes?|suppliers?|customers?|backers?|investors?)\b/iu;
const NO_DEALS =
  /\b(?:revenues?|sales|profits?|valuations?|valued|market (?:value|cap\p{L}*)|worth of assets|shares? of|rank\p{L}*|richest|fines?|fined)\b/iu;

const BRACKETED = new RegExp(
  String.raw`(?<party>${ORG}) \((?:[^()\uF000-\uF1FF]{0,24} )?(?<sum>${SUM})(?:[^()\uF000-\uF1FF]{0,40})\)`,
  'gu',
);
const WITH_EACH = new RegExp(
  String.raw`(?<sum>${SUM})(?: \p{L}+){0,2} (?<word>with|to|from|for|at|by|in|into) (?:${words(4)})(?<party>${ORG})`,
  'gu',
);
const UNDISCLOSED = new RegExp(
  String.raw`\b(?:undisclosed|unspecified) (?:amounts? (?:with|for|to|from) |deals? with |sums? (?:with|for|to|from) |)(?:${words(3)})(?<party>${ORG})`,
  'gu',
);

export function claimsOfLists(sentence: Marked, heading: string): readonly Claim[] {
  const listed =
    sentence.sentence.kind === 'item' || sentence.sentence.kind === 'row' ? item(sentence, heading) : [];
  const bracketed = inSentence(sentence, BRACKETED);
  const each = inSentence(sentence, WITH_EACH);
  const undisclosed = bracketed.length > 0 ? inSentence(sentence, UNDISCLOSED, 1) : [];
  return [...listed, ...bracketed, ...each, ...undisclosed];
}

const LEAST_LISTED = 2;

function inSentence(sentence: Marked, pattern: RegExp, least = LEAST_LISTED): readonly Claim[] {
  const matches = [...sentence.text.matchAll(pattern)];
  const first = matches[0];
  if (first === undefined || matches.length < least) return [];
  if (!matches.every((match, at) => isNext(matches[at - 1], match, sentence.text))) return [];
  const lead = sentence.text.slice(0, first.index);
  if (!DEALS.test(lead) || NO_DEALS.test(lead.slice(-80))) return [];
  const worths = worthsIn(sentence.text, sentence);
  const last = matches.at(-1) ?? first;
  const listed = sentence.text.slice(0, last.index + last[0].length);
  return matches.flatMap((match) => {
    const { party = '', sum, word = 'with' } = match.groups ?? {};
    const others = namesIn(party, sentence);
    const worth = sum === undefined ? null : (worths.find(({ mark }) => mark === sum) ?? null);
    const acting = actorOf(lead, others, sentence);
    if (acting.length === 0 || others.length === 0 || (sum !== undefined && worth === null)) return [];
    return [claimOf({ acting, others, word, text: listed }, worth)];
  });
}

/** Members of one list follow each other without a clause of their own between them. */
function isNext(last: RegExpExecArray | undefined, match: RegExpExecArray, text: string): boolean {
  if (last === undefined) return true;
  const gap = text.slice(last.index + last[0].length, match.index);
  return gap.length < 120 && !/\b(?:which|who|whose|while|although|but)\b|;/u.test(gap);
}

function actorOf(lead: string, others: readonly Name[], sentence: Marked): readonly Name[] {
  const found = [
    ownerIn(lead, sentence),
    subjectOf(lead, sentence),
    subjectOf(sentence.protagonist, sentence),
  ];
  return (
    found.find(
      (names) => names.length > 0 && !names.some((name) => others.some((other) => isSame(name, other))),
    ) ?? []
  );
}

interface Listed {
  readonly acting: readonly Name[];
  readonly others: readonly Name[];
  readonly word: string;
  readonly text: string;
}

function claimOf({ acting, others, word, text }: Listed, worth: Claim['worth']): Claim {
  const isInvested =
    /\b(?:invest\p{L}*|stakes?|backers?|funding|raised)\b/iu.test(text) && !/\bcommit\p{L}*/iu.test(text);
  const kind = isInvested ? 'equity-investment' : (kindBy(text, GOODS) ?? kindBy(text) ?? 'other');
  const [payers, payees] = word === 'from' || word === 'by' ? [others, acting] : [acting, others];
  return { payers, payees, targets: [], partners: [], kind, worth, status: 'signed' };
}

const ITEM = new RegExp(
  String.raw`^(?<parties>${NAME}(?: ?(?:\+|&|\/|and|,) ?${NAME})*)(?: \([^()]*\))?(?: ?[:–—-]) (?:[\p{L}-]+ ){0,3}?[~≈]? ?(?<sum>${SUM})`,
  'u',
);

/** `- Oracle: $300B` under a heading that speaks of deals. */
function item(sentence: Marked, heading: string): readonly Claim[] {
  const match = ITEM.exec(sentence.text.replace(/^[-•*·\s]+/u, ''));
  if (match === null || !DEALS.test(heading) || NO_DEALS.test(heading)) return [];
  const others = namesIn(match.groups?.['parties'] ?? '', sentence);
  const worth = worthsIn(sentence.text, sentence).find(({ mark }) => mark === match.groups?.['sum']) ?? null;
  const acting = actorOf('', others, sentence);
  if (worth === null || others.length === 0 || acting.length === 0) return [];
  return [claimOf({ acting, others, word: 'with', text: `${heading} ${sentence.text}` }, worth)];
}
