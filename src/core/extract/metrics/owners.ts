import { companiesAmong, type Focus, isSubject } from '../focus.ts';
import { type Masked, NAMED, ORGANISATION, OWNER } from '../masked.ts';
import type { Name } from '../names.ts';
import { holding, within } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { Finding } from './finding.ts';

/** Whose figure it is. Law: the name that the words tie to it; else the subject; else whom the text is about; else null. */
export interface Search {
  readonly reading: Reading;
  readonly masked: Masked;
  readonly focus: Focus;
}

const MODIFIERS = String.raw`(?:[\p{L}\d&.’'%$£€-]+ |\ue005+ |\ue006+ |\ue002+ ){0,7}`;
const HAS_IT = new RegExp(
  String.raw`(?<owner>${NAMED})['’]s? ${MODIFIERS}$|(?<own>${OWNER}) ${MODIFIERS}$`,
  'u',
);
const CALLED_BY_IT = new RegExp(
  String.raw`(?<owner>${NAMED}) (?:(?:annual|quarterly|net|gross|total|cloud|infrastructure|compute|full-year|half-year|first-half|second-half|first-quarter|second-quarter|third-quarter|fourth-quarter|combined|global|group|\p{Ll}+-\p{Ll}+) ){0,2}$`,
  'u',
);
const OF_IT = new RegExp(
  String.raw`^ (?:at|of|for|in|from) (?:the )?(?:[\p{Ll}-]+ ){0,3}(?<owner>${NAMED})(?!['’]s? )`,
  'u',
);
const WHICH = new RegExp(
  String.raw`(?<owner>${NAMED})(?: \([^)]{0,40}\))?,? (?:which|that|who|whose|with|where) (?:[^,;.]{0,90})$`,
  'u',
);
const WE = /\b(?:[Oo]ur|[Ww]e|[Uu]s)\b/u;

export function ownerOf(found: Finding, search: Search): string | null {
  const { masked, focus } = search;
  if (found.ownerAt !== null) {
    const name = holding<Name>(masked.names, masked.start + found.ownerAt);
    const isDescribed = name?.by === 'description' && found.rule === 'metrics/valued';
    return isDescribed ? valuedIn(search, found) : nameAt(masked, found.ownerAt);
  }
  if (found.isDescribed) return valuedIn(search, found);
  const { text } = masked;
  const from = Math.min(found.said.start, found.quantity.start);
  const before = text.slice(0, found.said.start);
  if (/\b[Gg]roup $/u.test(before)) return focus.main;
  const given = found.metric === 'valuation' ? GIVES.exec(before) : null;
  if (given !== null) return givenTo(search, given);
  const tied = tiedTo(masked, found, before);
  if (tied !== null) return tied;
  const lead = text.slice(0, from);
  const related = WHICH.exec(lead);
  const whose = related === null ? null : nameAt(masked, related.index);
  if (whose !== null) return whose;
  return (
    subjectOf(search, from) ??
    (WE.test(lead) ? focus.main : null) ??
    headed(search) ??
    aheadOf(masked, found) ??
    beyond(search)
  );
}

function tiedTo(masked: Masked, { said, quantity }: Finding, before: string): string | null {
  const has = HAS_IT.exec(before);
  if (has !== null && isNear(before, has)) return nameAt(masked, has.index) ?? null;
  const of = OF_IT.exec(masked.text.slice(said.end));
  const place = of === null ? -1 : said.end + of[0].lastIndexOf(of.groups?.['owner'] ?? '');
  const after = place < 0 ? null : nameAt(masked, place);
  if (after !== null && said.end <= quantity.start) return after;
  const called = CALLED_BY_IT.exec(before);
  return called === null || (quantity.end > called.index && quantity.start <= called.index)
    ? after
    : nameAt(masked, called.index);
}

/** A possessive does not reach over a verb or another sum's noun. */
function isNear(before: string, match: RegExpExecArray): boolean {
  return !/\b(?:is|was|were|are|has|have|had|will|would|said|says|to|and|but|after|on|which|that|with|from|in|for|at|by)\b(?! (?:a|an) )/u.test(
    before.slice(match.index).replace(/^\S+ /u, ''),
  );
}

function nameAt({ names, start }: Masked, at: number): string | null {
  const name = holding<Name>(names, start + at);
  return name === null || name.kind === 'person' || name.kind === 'place' ? null : name.name;
}

/** Words in capitals at the beginning of a sentence that are nowhere else may be no name at all. */
function credible({ masked, focus }: Search): readonly Name[] {
  return companiesAmong(masked.names).filter(
    ({ start, name, text, by }) =>
      by !== 'name' || start !== masked.start || text.includes(' ') || focus.isKnown(name),
  );
}

/** Whether a bracket that was open has closed since: what is said in passing is no subject. */
function isAside(since: string): boolean {
  const closed = since.indexOf(')');
  return closed >= 0 && !since.slice(0, closed).includes('(');
}

const PARTICIPLE = /, \p{Ll}+ing\b[^,;]*$/u;

/** The nearest subject before a place, of a participle that of its sentence; failing that the nearest company before it. */
function subjectOf(search: Search, at: number): string | null {
  const { masked } = search;
  const before = credible(search).filter(
    ({ end }) => end <= masked.start + at && !isAside(masked.text.slice(end - masked.start, at)),
  );
  const subjects = before.filter((name) => isSubject(name, masked.sentence));
  const subject = PARTICIPLE.test(masked.text.slice(0, at)) ? subjects[0] : subjects.at(-1);
  return (subject ?? before.at(-1))?.name ?? null;
}

/** The company in the heading that an item or row stands under. */
function headed({ reading, masked, focus }: Search): string | null {
  const { under, kind } = masked.sentence;
  const line = under === null || (kind !== 'item' && kind !== 'row') ? undefined : reading.lines[under];
  if (line === undefined) return null;
  return companiesAmong(within(reading.names, line)).find(({ name }) => focus.isKnown(name))?.name ?? null;
}

function aheadOf(masked: Masked, { said, quantity }: Finding): string | null {
  const until = Math.max(said.end, quantity.end);
  const later = companiesAmong(masked.names).find(
    ({ start, by }) => start >= masked.start + until && by !== 'name',
  );
  return later?.name ?? null;
}

/** Whom the paragraph is about where it is about another than the text; else whom the text is about. */
function beyond({ masked, focus }: Search): string | null {
  return focus.opening(masked.sentence) ?? focus.main;
}

const INVESTEE = new RegExp(
  String.raw`\b(?:invest(?:s|ed|ing|ment)?\b[^.;]{0,70}? (?:in|into)|stake in|bid for|offer for|takeover of|acquisition of|purchase of|(?:acquire|buy)(?:s|ing)?|bought|acquired) (?:the )?(?:[\p{Ll}-]+ ){0,3}(?<owner>${ORGANISATION})`,
  'u',
);
const RAISES = /\b(?:rais(?:e|es|ed|ing)|clos(?:ed|es|ing)|secur(?:ed|es|ing)) /u;

/** Of a deal that values "the startup" it is whom the money goes to; else whom the text is about. */
function valuedIn(search: Search, { said }: Finding): string | null {
  const { masked, focus } = search;
  const before = masked.text.slice(0, said.start);
  const match = INVESTEE.exec(before);
  const owner = match?.groups?.['owner'];
  if (match !== null && owner !== undefined)
    return nameAt(masked, match.index + match[0].lastIndexOf(owner)) ?? focus.main;
  const raiser = RAISES.test(before) ? firstSubject(search) : null;
  return raiser ?? focus.main;
}

const GIVES =
  /\b(?:giv(?:es?|ing|en)|gave|mak(?:es|ing)|brought|brings|bringing|leav(?:es|ing)|left|tak(?:es|ing)|took) (?:it|its|the|them|\ue003|(?<named>\ue000+))[^,;]{0,40}$/u;
const SHARES_OF = new RegExp(
  String.raw`[Ss]hares (?:in|of) (?:the )?(?:[\p{Ll}\ue002-]+ ){0,4}(?<owner>${NAMED})|(?<named>${NAMED})(?:['’]s?)? (?:shares|stock)`,
  'u',
);

/** Of a price that gives a company its value, the company whose share it is. */
function sharesOf(masked: Masked): string | null {
  const match = SHARES_OF.exec(masked.text);
  const owner = match?.groups?.['owner'] ?? match?.groups?.['named'];
  return match === null || owner === undefined ? null : nameAt(masked, match.index + match[0].indexOf(owner));
}

/** `giving it a market value of`: the company whose share moved; else the one named, else the subject. */
function givenTo(search: Search, given: RegExpExecArray): string | null {
  const { named } = given.groups ?? {};
  if (named !== undefined) return nameAt(search.masked, given.index + given[0].indexOf(named));
  return sharesOf(search.masked) ?? firstSubject(search);
}

function firstSubject(search: Search): string | null {
  return credible(search).find((name) => isSubject(name, search.masked.sentence))?.name ?? null;
}
