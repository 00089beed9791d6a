import type { Line } from './lines.ts';
import type { Name } from './names.ts';
import { holding, type Placed, within } from './placed.ts';
import { type Quotation, quotationsIn } from './quotation-marks.ts';
import type { Speaker } from './speaker.ts';
import { attributionAfter, attributionBefore, type Found, indirectSpeaker } from './speech/attributions.ts';
import { type People, peopleIn } from './speech/people.ts';
import { isScareQuote, isSentence } from './speech/scare-quotes.ts';
import { type Context, whoSpeaks } from './speech/who.ts';

/**
 * Direct speech with its speaker. Law: words in quotation marks count only where somebody says them; scare quotes, titles
 * and names do not. Speech without an attribution of its own belongs to whoever spoke last, be it in other words.
 */
export interface Speech extends Placed {
  readonly text: string;
  /** Null where nobody is named. */
  readonly speaker: Speaker | null;
  /** Attributed beside its words by name, by a pronoun or description, or carried on from those before. */
  readonly by: 'name' | 'reference' | 'carrying';
}

export interface Heard {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly excluded: readonly Placed[];
  /** Those said by name. */
  readonly names: readonly Name[];
}

interface Memory {
  last: Speaker | null;
  /** Whether somebody has been heard at all, named or not. */
  isHeard: boolean;
  /** Paragraphs since. */
  age: number;
}

export function speechIn({ text, lines, excluded, names }: Heard): readonly Speech[] {
  const people = peopleIn(text, names);
  const quotations = quotationsIn(text, lines);
  const memory: Memory = { last: null, isHeard: false, age: FARTHEST };
  const spoken: Speech[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'blank' || holding(excluded, line.start) !== null) continue;
    memory.age += 1;
    const inLine = within(quotations, { start: line.start, end: line.end });
    const setting = { text, names, people, line, memory, signature: signatureAfter(lines, at, names) };
    if (inLine.length > MOST_IN_PARAGRAPH) continue;
    if (inLine.length === 0) listen(setting);
    else for (const speech of heard(inLine, setting)) spoken.push(speech);
  }
  return spoken;
}

/** No paragraph of an article has more quotations. */
const MOST_IN_PARAGRAPH = 200;
/** Paragraphs over which speech is carried on. */
const FARTHEST = 3;

interface Setting {
  readonly text: string;
  readonly names: readonly Name[];
  readonly people: People;
  readonly line: Line;
  readonly memory: Memory;
  /** A line below the words that names somebody: `— Ann Lee, chair`. */
  readonly signature: Name | null;
}

interface Verdict {
  readonly speaker: Speaker | null;
  readonly isNamed: boolean;
}

function heard(quotations: readonly Quotation[], setting: Setting): readonly Speech[] {
  const { memory, line, text } = setting;
  const verdicts = quotations.map((quotation) => attributed(quotation, setting));
  const own = verdicts.find((verdict) => verdict !== null) ?? null;
  const first = quotations[0];
  const follows =
    first !== undefined && first.opensAt - line.start <= 2 && memory.isHeard && memory.age < FARTHEST;
  const signed = own === null && follows === false ? bySignature(setting) : null;
  const carried: Verdict | null = own ?? (follows ? { speaker: memory.last, isNamed: false } : signed);
  let nearest: Verdict | null = null;
  const spoken = quotations.flatMap((quotation, place): Speech[] => {
    const verdict = verdicts[place] ?? null;
    nearest = verdict ?? nearest;
    if (verdict !== null)
      return [speechOf(quotation, text, verdict.speaker, verdict.isNamed ? 'name' : 'reference')];
    const from = nearest ?? carried;
    if (from === null || !isSentence(quotation, text, line)) return [];
    return [speechOf(quotation, text, from.speaker, 'carrying')];
  });
  if (spoken.length > 0 || own !== null) {
    memory.last = (verdicts.findLast((verdict) => verdict !== null) ?? carried)?.speaker ?? null;
    memory.isHeard = true;
    memory.age = 0;
  } else listen(setting);
  return spoken;
}

/** Null where nothing says that the words are spoken. */
function attributed(quotation: Quotation, setting: Setting): Verdict | null {
  const { text, line, names } = setting;
  const isFragment = /^\p{Ll}/u.test(text.slice(quotation.start, quotation.start + 2));
  const after = () => judged(attributionAfter(quotation, text, line), quotation, setting);
  const before = () =>
    isScareQuote(quotation, text, line)
      ? null
      : judged(attributionBefore(quotation, text, line, names), quotation, setting);
  return isFragment ? (before() ?? after()) : (after() ?? before());
}

/** A word or two of somebody whom nobody names are no evidence. */
const FEWEST_WORDS = 3;

function judged(found: Found | null, quotation: Quotation, setting: Setting): Verdict | null {
  if (found === null) return null;
  const verdict = whoSpeaks(found.attribution, contextOf(setting));
  if (verdict === null) return null;
  const isPerson = verdict.speaker !== null && verdict.speaker.name !== verdict.speaker.affiliation;
  const isLong = quotation.end - quotation.start > 60;
  const words = setting.text.slice(quotation.start, quotation.end).trim().split(/\s+/u).length;
  if (verdict.speaker === null && words < FEWEST_WORDS) return null;
  const { start, end } = found.attribution;
  const surname = verdict.speaker?.name.split(' ').at(-1) ?? '';
  const isNamed = surname !== '' && setting.text.slice(start, end).includes(surname);
  return found.isWeak && !isPerson && !isLong ? null : { ...verdict, isNamed };
}

function contextOf({ text, names, people, line, memory }: Setting): Context {
  return { text, names, people, from: line.start, last: memory.last };
}

/** What a paragraph without speech says of who speaks: `Mr Marr said banks would suffer.` */
function listen(setting: Setting): void {
  const { text, line, names, memory } = setting;
  if (line.kind === 'heading') return;
  const attribution = indirectSpeaker(text, line, names);
  if (attribution === null) return;
  const verdict = whoSpeaks(attribution, contextOf(setting));
  if (verdict === null || verdict.speaker === null) return;
  memory.last = verdict.speaker;
  memory.isHeard = true;
  memory.age = 0;
}

function bySignature({ signature, people }: Setting): Verdict | null {
  if (signature === null) return null;
  const known = people.get(signature.name);
  return {
    isNamed: true,
    speaker: { name: signature.name, affiliation: known?.affiliation ?? null, role: known?.role ?? null },
  };
}

const SIGNATURE = /^\s*[—–-]{1,2}\s*\p{Lu}/u;

function signatureAfter(lines: readonly Line[], at: number, names: readonly Name[]): Name | null {
  const next = lines.slice(at + 1, at + 3).find(({ kind }) => kind !== 'blank');
  if (next === undefined || !SIGNATURE.test(next.text)) return null;
  const first = within(names, { start: next.start, end: next.end })[0];
  return first?.kind === 'person' ? first : null;
}

function speechOf(
  { start, end }: Quotation,
  text: string,
  speaker: Speaker | null,
  by: Speech['by'],
): Speech {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const until = end - (raw.length - raw.trimEnd().length);
  return { text: text.slice(from, until), start: from, end: until, speaker, by };
}
