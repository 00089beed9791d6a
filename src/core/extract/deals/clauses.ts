import type { Name } from '../names.ts';
import { type Marked, NAME, namesIn, ORG } from './marks.ts';
import { subjectOf } from './phrases.ts';
import { type Worth, worthsIn } from './sums.ts';

/** The clauses of a marked sentence; what stands in brackets or between the commas of an apposition is one of its own. */
export interface Clause {
  readonly text: string;
  /** What the sentence says before it. */
  readonly before: string;
  /** The sums in it that a deal may be worth. */
  readonly worths: readonly Worth[];
  readonly sentence: Marked;
}

const ASIDE = new RegExp(
  String.raw`(?<owner>${NAME})(?:, (?=(?:the|an?|one of|which|who|whose|maker|owner|operator|parent|part|based|backed|owned|led|listed|formerly|headquartered|itself|previously|already|now|once|currently|better|also)\b|${NAME}'s (?!${NAME}))(?<apposed>[^,;\uF000-\uF1FF]{8,120})(?:, (?!and\b|which\b|who\b)|(?<!${NAME}),? (?=(?:has|have|will|is|was|said)\b))| \((?<bracket>[^()\uF000-\uF1FF]{1,120})\))`,
  'gu',
);
const BOUNDARY = new RegExp(
  String.raw`;\s|\s[—–-]\s|—|:\s(?![\uF000-\uF1FF])|,\s(?=(?:which|who|whose|while|whereas|but|although|though|as|after|because|when|where|following|and (?:that|will|has|is|was|said|would|which))\b)|\s(?=(?:while|after|before|because|although|though|whereas|when|amid|following|since) )|\s(?=as ${NAME}\b)|,\s(?=(?:and )?(?:\p{Ll}+ly )?\p{Ll}{3,}ing (?!to\b|in\b))`,
  'gu',
);
const DECIMAL_LIKE = /^(?:according|including|excluding|involving|depending|pending|during)\b/u;

export function clausesOf(sentence: Marked): readonly Clause[] {
  const asides: Clause[] = [];
  const main = sentence.text.replace(ASIDE, (...found: unknown[]) => {
    const groups = found.at(-1);
    const { owner, apposed, bracket } = isGroups(groups) ? groups : {};
    const text = apposed ?? bracket ?? '';
    if (owner === undefined) return '';
    asides.push(clauseOf(` ${text}`, `${owner},`, sentence));
    return `${owner} `;
  });
  return [...split(main, sentence), ...asides];
}

function isGroups(groups: unknown): groups is Readonly<Record<string, string | undefined>> {
  return typeof groups === 'object' && groups !== null;
}

function clauseOf(text: string, before: string, sentence: Marked): Clause {
  return { text, before, worths: worthsIn(text, sentence), sentence };
}

function split(text: string, sentence: Marked): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const until = match.index;
    const next = until + match[0].length;
    if (until <= from || DECIMAL_LIKE.test(text.slice(next, next + 14))) continue;
    clauses.push(clauseOf(text.slice(from, until), sentence.lead + text.slice(0, from), sentence));
    from = next;
  }
  clauses.push(clauseOf(text.slice(from), sentence.lead + text.slice(0, from), sentence));
  return clauses;
}

const RELATIVE = /(?:^|,) ?(?:which|who|whose)\b|(?<=[\uE000-\uE3FF]) (?:that|which|who)\b/iu;
const LAST_NAME = new RegExp(
  String.raw`(?<name>${ORG})(?:'s \p{L}+)?(?:, (?:the|an?|its) [^,\uE000-\uE3FF]{1,60})?[, ]*$`,
  'u',
);

/** Whom a relative clause is about: the name before ", which". */
export function antecedentOf({ text, before, sentence }: Clause): readonly Name[] {
  if (!/^\s*(?:which|whom|that)\b/u.test(text)) return [];
  return subjectOf(LAST_NAME.exec(before.trimEnd())?.groups?.['name'] ?? '', sentence);
}

/** "The two firms" are those that the sentence named before. */
const BOTH = /\b(?:the (?:two|pair)|both)(?: \p{Ll}+){0,5} ?$/u;

/** Those two; none where the clause before `at` does not end so. */
export function bothBefore({ text, before, sentence }: Clause, at: number): readonly Name[] {
  const left = text.slice(0, at);
  if (!BOTH.test(left)) return [];
  const both = namesIn(before + left, sentence).filter(({ kind }) => kind === 'organisation');
  return both.length === 2 ? both : [];
}

/** In "A has an agreement with B to buy" it is A that buys. */
function beforeDeal(left: string): string {
  const deal = / (?:agreement|deal|pact|contract|accord) with\b.* to (?:be )?$/u.exec(left);
  return deal === null ? left : left.slice(0, deal.index);
}

/** Who does what the verb at `at` says; the clause before serves where this one names nobody. */
export function doerOf({ text, before, sentence }: Clause, at: number): readonly Name[] {
  const both = bothBefore({ text, before, worths: [], sentence }, at);
  if (both.length > 0) return both;
  const left = beforeDeal(text.slice(0, at));
  const relative = RELATIVE.exec(left);
  const antecedent =
    relative === null ? null : LAST_NAME.exec((before + left.slice(0, relative.index)).trimEnd());
  const own = subjectOf(relative === null ? left : left.slice(relative.index), sentence);
  if (own.length > 0) return own;
  if (antecedent !== null) return subjectOf(antecedent.groups?.['name'] ?? '', sentence);
  const all = subjectOf(left, sentence);
  return all.length > 0 ? all : subjectOf(before, sentence);
}
