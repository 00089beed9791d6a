import { companiesAmong, type Focus, isSubject } from '../focus.ts';
import { type Masked, NAMED, OWNER } from '../masked.ts';
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
const CALLED_BY_IT = new RegExp(String.raw`(?<owner>${NAMED}),? (?:[\p{Ll}\d-]+ ){0,2}$`, 'u');
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
  if (found.ownerAt !== null) return nameAt(masked, found.ownerAt);
  if (found.isDescribed) return focus.main;
  const { text } = masked;
  const from = Math.min(found.said.start, found.quantity.start);
  const before = text.slice(0, found.said.start);
  if (/\b[Gg]roup $/u.test(before)) return focus.main;
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

/** Companies back among which the main one still is the one spoken of. */
const NEAR = 3;

/** What the sentences before were about, in prose; in headings and lists whom the text is about. */
function beyond({ masked, focus }: Search): string | null {
  const { kind, isFirstOfLine, start } = masked.sentence;
  const isNear = focus.main !== null && focus.lastNamed(start, NEAR).includes(focus.main);
  if (kind === 'prose' && !isFirstOfLine && !isNear) return focus.before(start) ?? focus.main;
  return focus.main ?? focus.before(start);
}
