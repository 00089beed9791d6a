import { HONORIFIC, namesARole } from '../name-words.ts';
import type { Name } from '../names.ts';
import { type Placed, within } from '../placed.ts';
import { mentionIn, type Speaker } from '../speaker.ts';
import type { People } from './people.ts';

/** Where speech is attributed: the words that name the speaker, and on which side of the verb they stand. */
export interface Attribution extends Placed {
  readonly side: 'before-verb' | 'after-verb';
}

export interface Context {
  readonly text: string;
  readonly names: readonly Name[];
  readonly people: People;
  /** Start of the paragraph. */
  readonly from: number;
  /** Who spoke last in the text. */
  readonly last: Speaker | null;
}

/** Speaks, but nobody says who. */
export const NOBODY: Speaker | null = null;

const PRONOUN = /^(?:also |later |then |and |but |as )*(?<word>he|she|they|it|I|we)\b/iu;
const THE_COMPANY =
  /^(?:and |but |as |a statement (?:from|by) |a spokes\p{L}+ (?:for|from|at) )*(?:the |both |its |their )?(?:two )?(?<noun>company|companies|group|groups|firm|firms|bank|lender|miner|retailer|airline|carrier|utility|regulator|agency|ministry|government|department|statement|filing|report|note|release|authority|broker(?:age)?|fund|startup|start-up|business|partners|operator|insurer|developer|manufacturer|chipmaker|automaker|carmaker|drugmaker|board|union|letter|announcement|notice)\b/iu;
/** People whom nobody names. */
const UNNAMED =
  /^(?:and |but |as |according to )*(?:(?:an?|one|another|some|two|three|several|many|most|other|the|both|its|people|sources?|insiders?|analysts?|officials?|executives?|bankers?|traders?|lawyers?|critics?|investors?)\b)[^,;]{0,80}?\b(?:persons?|people|sources?|insiders?|officials?|executives?|bankers?|analysts?|traders?|lawyers?|critics?|employees?|staff(?:er)?|investors?|managers?|advis[eo]rs?|shareholders?|workers?|experts?|observers?|economists?|diplomats?|aides?|residents?|customers?|owner|developer)\b/iu;
const SPOKESPERSON = /\b(?:spokes(?:man|woman|person|people)|representative)\b/iu;

/** Null: the words name nobody. `speaker` null: somebody whom nobody names. */
export function whoSpeaks(
  attribution: Attribution,
  context: Context,
): { readonly speaker: Speaker | null } | null {
  const { text, names } = context;
  const words = text.slice(attribution.start, attribution.end).trim();
  const inWords = within(names, attribution);
  const person = personOf(inWords, attribution, text);
  const pronoun = PRONOUN.exec(words)?.groups?.['word']?.toLowerCase();
  if (pronoun !== undefined && !(attribution.side === 'before-verb' && person !== null && words.length > 40))
    return { speaker: ofPronoun(pronoun, attribution, context) };
  if (person !== null) return { speaker: described(person, context) };
  if (SPOKESPERSON.test(words)) return { speaker: spokesperson(words, inWords, attribution, context) };
  if (UNNAMED.test(words) && inWords.every(({ kind }) => kind !== 'person')) return { speaker: NOBODY };
  const organisation = organisationOf(inWords, attribution);
  if (organisation !== null) return { speaker: ofOrganisation(organisation) };
  if (THE_COMPANY.test(words))
    return { speaker: asSpeaker(nearest(context, attribution.start, 'organisation')) };
  if (/^(?:its|their|the company[’']s)\b/iu.test(words) && namesARole(words))
    return {
      speaker: ofRole(words, words.replace(/^(?:its|their|the company[’']s)\s+/iu, ''), attribution, context),
    };
  const unknown = mentionIn(words);
  if (
    unknown?.kind === 'named' &&
    /^\p{Lu}/u.test(unknown.speaker.name) &&
    !COMMON.test(unknown.speaker.name)
  )
    return { speaker: unknown.speaker };
  return unknown?.kind === 'described'
    ? { speaker: ofRole(words, unknown.role, attribution, context) }
    : null;
}

const COMMON =
  /^(?:The|A|An|It|Its|He|She|They|On|In|At|But|And|That|This|Asked|When|While|For|As|One|Some|Most|Many|All|Both|Analysts?|Shares|According|Even|Still|Yet|So|If|What|Why|How|Another|\d.*|.* \d{4}|In \p{Lu}.*)$/u;

/** Of several the first that is nobody's owner; before a verb the one nearest to it, of two joined by "and" the first. */
function personOf(names: readonly Name[], { side }: Attribution, text: string): Name | null {
  const people = names.filter(({ kind, isPossessive }) => kind === 'person' && !isPossessive);
  if (side === 'after-verb') return people[0] ?? null;
  const last = people.at(-1);
  const other = people.at(-2);
  if (last === undefined || other === undefined) return last ?? null;
  return /^,? (?:and|,) $/u.test(text.slice(other.end, last.start)) ? other : last;
}

function organisationOf(names: readonly Name[], { side }: Attribution): Name | null {
  const fit = names.filter(
    ({ kind, isPossessive }) => (kind === 'organisation' || kind === 'other') && !isPossessive,
  );
  const organisations = fit.filter(({ kind }) => kind === 'organisation');
  const pool = organisations.length > 0 ? organisations : fit;
  return (side === 'after-verb' ? pool[0] : pool.at(-1)) ?? null;
}

/** Role and employer as the text gives them. */
function described(person: Name, { people }: Context): Speaker {
  const known = people.get(person.name);
  const words = person.name.split(' ').filter((word) => !HONORIFIC.test(word));
  return { name: words.join(' '), affiliation: known?.affiliation ?? null, role: known?.role ?? null };
}

/** `the analyst`: the person of that role, else whoever was named last; `their engineer`: one of the company spoken of. */
function ofRole(
  words: string,
  role: string | null,
  { start }: Attribution,
  context: Context,
): Speaker | null {
  const noun = role?.split(' ').at(-1)?.toLowerCase() ?? '';
  const known = [...context.people].find(
    ([, { role: said }]) => said?.toLowerCase().split(' ').includes(noun) === true,
  );
  if (known !== undefined) return { name: known[0], ...known[1] };
  if (!/^(?:their|its|the company[’']s)\b/iu.test(words))
    return asSpeaker(nearest(context, start, 'person'), context.people);
  const organisation = nearest(context, start, 'organisation');
  return organisation === null ? null : { name: organisation.name, affiliation: organisation.name, role };
}

function ofOrganisation({ name }: Name): Speaker {
  return { name, affiliation: name, role: null };
}

function asSpeaker(name: Name | null, people?: People): Speaker | null {
  if (name === null) return null;
  if (name.kind !== 'person') return ofOrganisation(name);
  const known = people?.get(name.name);
  return { name: name.name, affiliation: known?.affiliation ?? null, role: known?.role ?? null };
}

function spokesperson(
  words: string,
  names: readonly Name[],
  { start }: Attribution,
  context: Context,
): Speaker | null {
  const role = /\b(?:spokes\p{L}+|representative)\b/iu.exec(words)?.[0] ?? null;
  const organisation =
    names.find(({ kind }) => kind !== 'person' && kind !== 'place') ??
    nearest(context, start, 'organisation');
  return organisation === null ? null : { name: organisation.name, affiliation: organisation.name, role };
}

function ofPronoun(word: string, { start }: Attribution, context: Context): Speaker | null {
  const { people, last } = context;
  if (word === 'it') return asSpeaker(nearest(context, start, 'organisation')) ?? last;
  if (word === 'they' || word === 'we') return last ?? asSpeaker(nearest(context, start, 'person'), people);
  return (
    asSpeaker(inParagraph(context, start), people) ??
    last ??
    asSpeaker(nearest(context, start, 'person'), people)
  );
}

/** Whoever was named last in the paragraph before a place. */
function inParagraph({ names, from }: Context, until: number): Name | null {
  return (
    within(names, { start: from, end: until })
      .filter(({ kind, isPossessive }) => kind === 'person' && !isPossessive)
      .at(-1) ?? null
  );
}

/** Characters back in which somebody is sought who is not named beside the words. */
const REACH = 900;

function nearest(
  { names, text, from }: Context,
  until: number,
  kind: 'person' | 'organisation',
): Name | null {
  const near = within(names, { start: Math.max(0, until - REACH), end: until }).filter(
    (name) => name.kind === kind,
  );
  if (kind === 'person') return near.at(-1) ?? null;
  const inSame = near.filter(({ start }) => start >= from);
  const pool = inSame.length > 0 ? inSame : near;
  const subjects = pool.filter(({ start }) =>
    /(?:^|[\n.!?”"] ?(?:The )?)$/u.test(text.slice(Math.max(0, start - 6), start)),
  );
  return subjects.at(-1) ?? pool[0] ?? null;
}
