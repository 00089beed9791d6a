import { isProse, type Line } from './lines.ts';
import type { Name } from './names.ts';
import { holding, type Placed } from './placed.ts';
import type { ProposedSource } from './report.ts';
import type { Sentence } from './sentences.ts';
import { authorIn } from './source/authors.ts';
import { originsIn } from './source/origins.ts';
import { dateIn, publishedIn } from './source/published.ts';

interface Document {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  readonly excluded: readonly Placed[];
  readonly names: readonly Name[];
}

/** What a document says of itself. Law: only what stands there; null where it does not say. */
export function sourceIn({ text, lines, sentences, excluded, names }: Document): ProposedSource {
  const filled = lines.filter(({ kind }) => kind !== 'blank');
  const opening = openingOf(filled);
  const publisher = publisherIn(filled, opening);
  return {
    title: titleIn(opening, excluded, sentences),
    publisher,
    author: authorIn(opening, filled),
    url: urlIn(filled),
    published: publishedIn(filled, opening),
    cites: originsIn(text, sentences, names, publisher),
  };
}

const LONGEST_OPENING = 14;

/** What stands above the first paragraph, and that paragraph. */
function openingOf(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex((line) => isProse(line) && line.text.length > LONGEST_TITLE);
  return lines.slice(0, first < 0 ? LONGEST_OPENING : Math.min(first + 1, LONGEST_OPENING));
}

const LONGEST_TITLE = 200;
const NO_TITLE =
  /^(?:by \p{Lu}|for immediate release|press release|news release|(?:exclusive|breaking|opinion|analysis)$|updated?\b|published\b|photo|image|source:|\d{1,2} \p{L}+ \d{4}$|https?:)/iu;
const A_LABEL = 3;

function titleIn(
  opening: readonly Line[],
  excluded: readonly Placed[],
  sentences: readonly Sentence[],
): string | null {
  const open = opening.filter(({ start }) => holding(excluded, start) === null);
  const until = open.findIndex(
    ({ text, kind }) => kind === 'paragraph' && /\p{Ll}[.]["”’)]*$/u.test(text.trim()),
  );
  const candidates = open.slice(0, until < 0 ? open.length : until).filter(isTitle);
  const long = candidates.find(({ text }) => wordsOf(text) > A_LABEL) ?? candidates[0];
  if (long !== undefined) return bare(long.text);
  const first = open[0];
  if (first === undefined || first.text.trim().length > 300 || first.kind !== 'paragraph') return null;
  const sentence = sentences.find(({ start }) => start >= first.start);
  return sentence === undefined || sentence.text.length > 160
    ? null
    : bare(sentence.text).replace(/\.$/u, '');
}

function isTitle({ text, kind }: Line): boolean {
  const line = bare(text);
  if (line === '' || line.length > LONGEST_TITLE || NO_TITLE.test(line) || kind === 'item' || kind === 'row')
    return false;
  if (dateIn(line) !== null && wordsOf(line) <= 8) return false;
  if (
    /^[(“"]|^\p{Lu}[\p{Lu} ]+ \(/u.test(line) ||
    (line === line.toUpperCase() && /(?:ANNOUNCEMENT|RELEASE|DISTRIBUTION|INFORMATION)/u.test(line))
  )
    return false;
  return (
    kind === 'heading' ||
    /[?!…]$/u.test(line) ||
    (kind === 'paragraph' && line.length < 120 && !/[.:;,]$/u.test(line))
  );
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^#{1,6}\s+/u, '')
    .replace(/^\*+|\*+$/gu, '')
    .trim();
}

function wordsOf(text: string): number {
  return bare(text).split(/\s+/u).length;
}

const PUBLISHERS: readonly RegExp[] = [
  /^\s*\p{Lu}{3}[^\n(]{0,80}\((?<who>\p{Lu}[^)\d\n]{2,40})\)\s*(?:--?|—|–)\s/u,
  /^(?:©|\(c\)|Copyright(?: ©)?)\s*(?:\d{4}(?:-\d{4})?,?\s+)?(?<who>\p{Lu}[^.|,\n]{2,50}?)(?:\.|,|$| All rights)/u,
  /^(?<who>\p{Lu}[\p{L} &’'-]{2,40}?) [·•] \d+ min/u,
  /^(?:By|BY) [^|]{3,60} \| (?<who>\p{Lu}[\p{L} &’'-]{2,40}?)$/u,
  /\b(?:produced|prepared) (?:for|by) (?<who>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3})\b/u,
  /^(?:Publisher|Publication|Published by|Source):?\s+(?<who>\p{Lu}[\p{L} &.’'-]{2,50})$/u,
  /^.{30,160} \| (?<who>(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3})$/u,
  /^(?:This|The) (?:article|story) (?:first |originally )?appeared (?:in|on) (?<who>(?:the |The )?\p{Lu}[^.,\n]{2,40})/u,
];
const LONGEST_LINE = 400;

function publisherIn(lines: readonly Line[], opening: readonly Line[]): string | null {
  for (const [at, pattern] of PUBLISHERS.entries()) {
    const searched = at === TITLE_SUFFIX ? opening.slice(0, 2) : lines;
    for (const { text } of searched) {
      const who = pattern
        .exec(text.trim().slice(0, LONGEST_LINE))
        ?.groups?.['who']?.trim()
        .replace(/,? (?:Limited|Ltd|plc|Inc|LLC)?\.? ?\d{4}$/u, '');
      if (who !== undefined) return who;
    }
  }
  return null;
}

/** Place among the patterns of the one that reads the end of a title. */
const TITLE_SUFFIX = 6;

const ADDRESS =
  /^(?:(?:source|url|link|original|read (?:the )?original|permalink|canonical)\b[^\n]{0,20}?:\s*|<)?(?<url>https?:\/\/[^\s<>"')]{4,500})>?$/iu;

function urlIn(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    if (text.length > 600) continue;
    const url = ADDRESS.exec(text.trim())?.groups?.['url'];
    if (url !== undefined) return url;
  }
  return null;
}
