import type { Line } from '../lines.ts';
import type { Name } from '../names.ts';
import { firstFrom, type Placed, within } from '../placed.ts';
import type { Quotation } from '../quotation-marks.ts';
import { SAY, SAY_OR_CALL } from './verbs.ts';
import type { Attribution } from './who.ts';

export interface Found {
  readonly attribution: Attribution;
  /** Verbs that take no speech by themselves: only a person makes them one. */
  readonly isWeak: boolean;
}

const REACH = 280;
const WHO = String.raw`(?:(?<=\b\p{Lu})\.|(?<=\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Corp|Co|Ltd))\.|[^.“”"\n;:!?])`;
const AFTER_VERB = new RegExp(
  String.raw`^[,?!]?\s*(?:(?:as|so) )?(?<verb>(?:${SAY})|according to)\s+(?<who>${WHO}{2,200})`,
  'iud',
);
const BEFORE_VERB = new RegExp(
  String.raw`^[,?!]?\s*(?:as )?(?<who>${WHO}{1,160}?)\s+(?:\p{Ll}+ly\s+|has\s+|had\s+|have\s+|also\s+|later\s+|then\s+|once\s+|was\s+)*(?<verb>${SAY})\b(?<next>.{0,12})`,
  'iud',
);
/** The same with full stops of abbreviations within, as in `Bank Sal. Oppenheim`. */
const BEFORE_VERB_LOOSELY = new RegExp(BEFORE_VERB.source.replace(WHO, String.raw`[^“”"\n;:!?]`), 'iud');
const DASH = /^\s*[—–-]{1,2}\s*(?<who>\p{Lu}[^.“”"\n]{2,100})$/du;
/** After speech that ended in a question mark a clause may follow that attributes nothing: `“Why?” Lee said that …`. */
const ENDS_CLAUSE =
  /^(?:[.,;:]|$| (?:in|on|at|to|of|during|after|by|with|when|while|as|about|last|this|via|from)\b)/u;

/** `…,” said Sam Altman`, `…,” Altman said`, `…” — Ann Lee, chair`. */
export function attributionAfter(
  { closesAt, start, end, isOpen }: Quotation,
  text: string,
  line: Line,
): Found | null {
  if (isOpen) return null;
  const ending =
    text
      .slice(Math.max(start, end - 4), end)
      .trimEnd()
      .at(-1) ?? '';
  const tail = text.slice(closesAt, Math.min(line.end, closesAt + REACH));
  const dash = DASH.exec(tail);
  if (dash !== null) return foundAt(dash, closesAt, 'after-verb');
  const isAsked = /[?!]/u.test(ending);
  const isComma = /[,—–-]/u.test(ending) || /^\s*[,—–]/u.test(tail);
  const after = AFTER_VERB.exec(tail);
  if (after !== null && ending !== '.') return foundAt(after, closesAt, 'after-verb');
  if (!isComma && !isAsked) return null;
  const before = BEFORE_VERB.exec(tail) ?? (isComma ? BEFORE_VERB_LOOSELY.exec(tail) : null);
  if (before === null || (isAsked && !ENDS_CLAUSE.test(before.groups?.['next'] ?? ''))) return null;
  return foundAt(before, closesAt, 'before-verb');
}

function foundAt(match: RegExpExecArray, offset: number, side: Attribution['side']): Found | null {
  const place = match.indices?.groups?.['who'];
  if (place === undefined) return null;
  return { attribution: { start: offset + place[0], end: offset + place[1], side }, isWeak: false };
}

const LEAD_REACH = 420;
const ACCORDING = /\baccording to (?<who>[^.!?;“”"\n]{2,160}?),?\s*$/diu;
const INTRODUCED = /^\s*(?<who>\p{Lu}[^.!?“”"\n:]{1,90}):\s*$/du;
const VERB = new RegExp(String.raw`(?<![\p{L}’'-])(?<verb>${SAY_OR_CALL})(?![\p{L}’'-])`, 'giu');
const IS_SAID = new RegExp(String.raw`\b(?:${SAY})\b`, 'iu');
/** Before a verb without an ending: `they can go back and say`. */
const UNLIKELY_BARE =
  /\b(?:can|could|might|may|should|would|to|will|let[’']s|if|imagine|like|cannot|can[’']t|won[’']t|not|never)\s+(?:now |also |then |just |simply |go |back |\p{L}+ ){0,6}$/iu;
const BARE = /^(?:say|tell|call|believe|think|insist|read)$/iu;
const UNLIKELY =
  /\b(?:can|could|might|may|should|would|to|let[’']s|cannot|can[’']t|won[’']t|not|never|didn[’']t) (?:\p{L}+ly |also |then |just )?$/iu;
const WEAK =
  /^(?:expects?|expected|believes?|believed|believe|think|thinks?|hopes?|sees|considers?|considered|regards?|regarded|views?|viewed|found|judged|promising|offering|offers?|offered|compared|accused|reads?|reading|announces|announced|notes|posted|posts|posting|agreed|agrees|confirm\w*|mentions?|mentioned|expressed|voiced|cites|cited|citing|blamed|told|tell|tells)$/iu;
const NAMING = /^(?:called|dubbed|named|termed|label(?:l)?ed|branded|calling|dubbing)$/iu;

/** `Lee said: “…`, `chief Ann Lee, who said the firm was “…`, `As Brand puts it, “…`. */
export function attributionBefore(
  { opensAt }: Quotation,
  text: string,
  line: Line,
  names: readonly Name[],
): Found | null {
  const from = sentenceStart(text, Math.max(line.start, opensAt - LEAD_REACH), opensAt);
  const lead = text.slice(from, opensAt);
  const according = ACCORDING.exec(lead);
  if (according !== null) return foundAt(according, from, 'after-verb');
  const introduced = INTRODUCED.exec(lead);
  if (introduced !== null && from === line.start && !IS_SAID.test(lead))
    return personal(foundAt(introduced, from, 'after-verb'), names);
  return byVerb(lead, from, names);
}

function personal(found: Found | null, names: readonly Name[]): Found | null {
  if (found === null) return null;
  return within(names, found.attribution).some(({ kind }) => kind === 'person') ? found : null;
}

/** The last verb before the words; one that only names ("an app called “…”") gives no speech. */
function byVerb(lead: string, from: number, names: readonly Name[]): Found | null {
  const verbs = [...lead.matchAll(VERB)];
  for (const match of verbs.toReversed()) {
    const before = lead.slice(0, match.index);
    if ((BARE.test(match[0]) ? UNLIKELY_BARE : UNLIKELY).test(before.slice(-60))) return null;
    const rest = lead.slice(match.index + match[0].length);
    if (/[.!?] \p{Lu}/u.test(rest)) return null;
    const subject = subjectBefore(before, from, names);
    if (subject === null) continue;
    if (
      NAMING.test(match[0]) &&
      rest.trim() === '' &&
      !endsInName(subject, from + before.trimEnd().length, names)
    )
      return null;
    return {
      attribution: { ...subject, side: 'before-verb' },
      isWeak: WEAK.test(match[0]) && !/[,:]\s*$/u.test(rest),
    };
  }
  return null;
}

function endsInName(subject: Placed, at: number, names: readonly Name[]): boolean {
  return within(names, subject).some(({ end }) => Math.abs(end - at) <= 1);
}

const TRAILING =
  /(?:\s+(?:has|have|had|having|was|were|is|are|also|recently|all|repeatedly|once|then|later|still|even|just|now|reportedly|itself|\p{Ll}+ly|been|being))+\s*$/iu;
const RELATIVE = /,?\s+(?:who|which)\s*$/iu;
const BOUNDARY =
  /(?:,|;|:|—|–|\()\s*|(?:^|\s)(?:that|as|when|while|but|after|before|because|where|if|although|though|yet|so|than|whether|what|for)\s+(?=\p{Lu}|(?:he|she|they|it|the|its|a|an|one)\b)|\sand\s+(?=(?:he|she|they|it|the|its)\b)/giu;

/** The words that are the subject of a verb: what stands right before it, or the name that an apposition explains. */
function subjectBefore(clause: string, from: number, names: readonly Name[]): Placed | null {
  const plain = clause.replace(TRAILING, '');
  const isRelative = RELATIVE.test(plain);
  const lead = plain.replace(RELATIVE, '').trimEnd();
  if (lead === '') return null;
  const end = from + lead.length;
  if (isRelative) return lastName(names, { start: from, end });
  if (lead.endsWith(',') || lead.endsWith(')')) return explained(lead, from, names);
  let start = 0;
  for (const match of lead.matchAll(BOUNDARY)) start = match.index + match[0].length;
  return { start: from + start, end };
}

function lastName(names: readonly Name[], span: Placed): Placed | null {
  const name = within(names, span).at(-1);
  return name === undefined ? null : { start: name.start, end: name.end };
}

const GOVERNED = /\b(?:at|of|for|with|from|by|in|to|on|about|against|over|after|under) (?:the |its )?$/iu;

/** `Otto Marr, chief executive of Celt, said`: the first name that nothing governs and a comma follows. */
function explained(lead: string, from: number, names: readonly Name[]): Placed | null {
  const inLead = within(names, { start: from, end: from + lead.length });
  const free = inLead.filter(
    ({ start, end, isPossessive }) =>
      !isPossessive &&
      !GOVERNED.test(lead.slice(Math.max(0, start - from - 14), start - from)) &&
      /^(?:,| \(| (?:of|at|from|for|with) )/u.test(`${lead} `.slice(end - from)),
  );
  const found = free.findLast(({ kind }) => kind === 'person') ?? free[0];
  if (found !== undefined) return { start: found.start, end: from + lead.length };
  const open = lead.slice(0, -1).lastIndexOf(',');
  return open < 0
    ? { start: from, end: from + lead.length }
    : { start: from + open + 1, end: from + lead.length };
}

const SENTENCE_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|St|vs|No|U\.S|U\.K|\p{Lu}))[.!?]["”’)]*\s+(?=[\p{Lu}“"‘])/gu;

/** Quotations within it stay, since their full stops end no sentence of ours. */
function sentenceStart(text: string, from: number, until: number): number {
  const last = [...text.slice(from, until).matchAll(SENTENCE_END)].at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}

const SAID = new RegExp(String.raw`(?<![\p{L}’'-])(?:${SAY})(?![\p{L}’'-])`, 'giu');
const LONGEST_SCAN = 1_500;

/** Who speaks indirectly last in a paragraph without quotation marks; its speech may follow in the next. */
export function indirectSpeaker(text: string, line: Line, names: readonly Name[]): Attribution | null {
  if (line.end - line.start > LONGEST_SCAN) return null;
  for (const match of [...line.text.matchAll(SAID)].toReversed()) {
    const start = sentenceStart(text, line.start, line.start + match.index);
    const subject = subjectBefore(text.slice(start, line.start + match.index), start, names);
    if (subject !== null && within(names, subject).some(({ kind }) => kind === 'person'))
      return { ...subject, side: 'before-verb' };
    const next = names[firstFrom(names, line.start + match.index + match[0].length)];
    if (next?.kind === 'person' && next.start - line.start - match.index - match[0].length <= 1)
      return { start: next.start, end: Math.min(line.end, next.end + 100), side: 'after-verb' };
  }
  return null;
}
