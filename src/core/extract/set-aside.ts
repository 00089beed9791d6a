import { type Line, linesOf } from './lines.ts';
import { markCode } from './set-aside/code.ts';
import { FURNITURE } from './set-aside/furniture.ts';
import { markAdvertisements, markPitch, markPriceList } from './set-aside/pitches.ts';
import { bare, type Marks, type Rule, type SetAsideReason } from './set-aside/rules.ts';

/**
 * What is no part of the article: advertisements, code, sign-up forms, navigation, boilerplate, lists of other stories,
 * another story's headline. Law: it stays visible with its reason, and nothing in it is proposed. Whole lines only.
 */
export interface SetAside {
  readonly start: number;
  readonly end: number;
  readonly reason: SetAsideReason;
}

const RULES: readonly Rule[] = [
  markCode,
  ...FURNITURE,
  markPitch,
  markAdvertisements,
  markPriceList,
  markOtherStory,
];

export function setAsideIn(text: string): readonly SetAside[] {
  const lines = linesOf(text);
  const marks: Marks = lines.map(() => null);
  for (const rule of RULES) rule(lines, marks);
  return joined(lines, marks);
}

const GREETING =
  /^(?:good (?:morning|afternoon|evening)|hello|hi|welcome|happy (?:mon|tues|wednes|thurs|fri)day|dear)\b/iu;
const SMALL_WORDS = 4;

/** A letter of news may open with the headline and greeting of another story than the one that follows. */
function markOtherStory(lines: readonly Line[], marks: Marks): void {
  const [title, greeting] = [...lines.entries()].filter(
    ([at, { kind }]) => kind !== 'blank' && marks[at] === null,
  );
  if (title === undefined || greeting === undefined || !GREETING.test(bare(greeting[1].text))) return;
  const rest = lines
    .slice(greeting[0] + 1)
    .map(({ text }) => text)
    .join('\n');
  const words = contentWords(title[1].text).map((word) => word.toLowerCase());
  const known = new Set(contentWords(rest));
  const common = words.filter((word) => known.has(word)).length;
  const own = words.filter((word) => !rest.toLowerCase().includes(word)).length;
  if (own === 0 || common >= own) return;
  marks[title[0]] = 'other-story';
  marks[greeting[0]] = 'other-story';
}

function contentWords(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).filter((word) => word.length >= SMALL_WORDS);
}

function joined(lines: readonly Line[], marks: Marks): readonly SetAside[] {
  const spans: SetAside[] = [];
  for (const [at, { start, end, kind }] of lines.entries()) {
    const reason = marks[at] ?? null;
    const last = spans.at(-1);
    if (reason === null || (kind === 'blank' && marks[at + 1] !== reason)) continue;
    if (last !== undefined && last.reason === reason && last.end + 1 === start)
      spans[spans.length - 1] = { ...last, end };
    else if (kind !== 'blank') spans.push({ start, end, reason });
  }
  return spans;
}
