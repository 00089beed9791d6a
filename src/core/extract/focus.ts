import type { Name } from './names.ts';
import { firstFrom, within } from './placed.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';

/** `an AWS deal`: the name only tells which deal. */
const MODIFIES =
  /^ (?:deals?|contracts?|agreements?|orders?|stakes?|takeover|bid|acquisition|investments?|partnership|merger|loan|plants?|mines?|projects?|sites?|campus|chips?|GPUs?|units?|division|chief|boss|CEO|CFO|analysts?|executives?|spokes\p{L}+|customers?|shareholders?|investors?|board|commitments?|tools|systems)\b/u;

/** Whom words speak of that name nobody: "the stock", "revenue rose 4%". */
export interface Focus {
  /** Whether the text names it more than once. */
  readonly isKnown: (name: string) => boolean;
  /** The organisation that the text is mostly about; null where it names none. */
  readonly main: string | null;
  /** The organisation that the words before a place were about. */
  readonly before: (at: number) => string | null;
  /** Whom the paragraph of a sentence is about, where it opens with another company and names neither the main one nor `known`. */
  readonly opening: (sentence: Sentence, known?: string | null) => string | null;
  /** The organisations named last before a place, the nearest first. */
  readonly lastNamed: (at: number, most: number) => readonly string[];
}

/** Who reports the news is not its subject. */
const TELLS = /^(?: (?:has|have))? (?:reported|reports) (?:that|on)\b/u;
const IN_TITLE = 3;
const LEADS = 3;
const IS_LISTED = 2;
const LISTED =
  /^(?:,? (?:Inc|plc|Ltd|Limited|Corp)\.?)? ?\((?:\p{Lu}[\p{L} ]{1,12}: ?[A-Z0-9.]{1,8}|[A-Z]{2,5}(?:\.[A-Z]{1,2})?)\)/u;
/** Characters back within which a paragraph still speaks of the same. */
const REACH = 600;
const AFTER_PREPOSITION =
  /\b(?:of|in|to|from|with|by|for|at|on|against|than|into|via|like|including|versus|and|or|rivals?|between|over|through|under|about) (?:the )?(?:[\p{L}-]+ ){0,2}$/u;

export function focusOf(reading: Reading): Focus {
  const { names, text } = reading;
  const companies = companiesAmong(names);
  const main = mostNamed(reading, companies);
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    isKnown: (name) => (counts.get(name) ?? 0) > 1,
    main,
    opening: (sentence, known = null) => openingOf(reading, companies, { sentence, spoken: [main, known] }),
    before: (at) => subjectBefore(companies, text, at),
    lastNamed: (at, most) => {
      const until = firstFrom(companies, at);
      const near = companies.slice(Math.max(0, until - 8 * most), until).toReversed();
      return [...new Set(near.map(({ name }) => name))].slice(0, most);
    },
  };
}

/** Organisations; where a short text shows none as such, names of unsure kind. */
export function companiesAmong(names: readonly Name[]): readonly Name[] {
  const sure = names.filter(({ kind }) => kind === 'organisation');
  return sure.length > 0 ? sure : names.filter(({ kind }) => kind === 'other');
}

/** Mentions count; the headline, being the subject of the first paragraph and a ticker count for more. */
function mostNamed({ text, sentences, source }: Reading, companies: readonly Name[]): string | null {
  const titleEnd = firstLineEnd(text);
  const lead = sentences.find(({ kind }) => kind === 'prose');
  const weights = new Map<string, number>();
  const add = (name: string, weight: number) => weights.set(name, (weights.get(name) ?? 0) + weight);
  for (const { name, start, end } of companies) {
    if (source.cites.includes(name) || name === source.publisher) continue;
    add(name, start < titleEnd ? IN_TITLE : 1);
    if (LISTED.test(text.slice(end, end + 24))) add(name, IS_LISTED);
  }
  const subject =
    lead === undefined
      ? undefined
      : within(companies, lead).find(
          (name) =>
            weights.has(name.name) &&
            isSubject(name, lead) &&
            !TELLS.test(text.slice(name.end, name.end + 30)),
        );
  if (subject !== undefined) add(subject.name, LEADS);
  return (
    [...weights].reduce<readonly [string, number] | null>(
      (best, entry) => (best === null || entry[1] > best[1] ? entry : best),
      null,
    )?.[0] ?? null
  );
}

function firstLineEnd(text: string): number {
  const from = text.search(/\S/u);
  const end = text.indexOf('\n', Math.max(0, from));
  return end < 0 ? text.length : end;
}

/** The last one that was a subject; failing that the last one named. */
function subjectBefore(companies: readonly Name[], text: string, at: number): string | null {
  const until = firstFrom(companies, at);
  let fallback: string | null = null;
  for (let index = until - 1; index >= 0; index -= 1) {
    const name = companies[index];
    if (name === undefined || name.start < at - REACH) break;
    fallback ??= name.name;
    if (isSubject(name, { text, start: 0 })) return name.name;
  }
  return fallback;
}

/** Whether a name stands where a subject does: it owns nothing and follows no preposition. `within` begins at its `start`. */
export function isSubject(name: Name, within: { readonly text: string; readonly start: number }): boolean {
  const at = name.start - within.start;
  if (name.isPossessive || AFTER_PREPOSITION.test(within.text.slice(Math.max(0, at - 40), at))) return false;
  return !MODIFIES.test(within.text.slice(name.end - within.start, name.end - within.start + 24));
}

/** Letters within which a paragraph names whom it is about. */
const OPENS = 25;
const SAYS =
  /^(?:,[^,]{0,60},)? (?:said|says|estimates?|estimated|analysts?|economists?|reckons?|expects?|wrote|noted|forecasts?)\b/u;

interface Opening {
  readonly sentence: Sentence;
  readonly spoken: readonly (string | null)[];
}

function openingOf(
  { text, lines }: Reading,
  companies: readonly Name[],
  { sentence, spoken }: Opening,
): string | null {
  const paragraph = lines[sentence.line];
  if (sentence.kind !== 'prose' || paragraph === undefined || paragraph.start >= sentence.start) return null;
  const before = within(companies, { start: paragraph.start, end: sentence.start });
  if (before.some(({ name }) => spoken.includes(name))) return null;
  const opening = before.find(({ start }) => start - paragraph.start <= OPENS);
  if (opening === undefined || SAYS.test(text.slice(opening.end, opening.end + 90))) return null;
  return /^(?:['’]s?)?,? \p{Ll}/u.test(text.slice(opening.end, opening.end + 5)) ? opening.name : null;
}
