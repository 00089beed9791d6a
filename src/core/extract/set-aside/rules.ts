import { isProse, type Line } from '../lines.ts';

/** Why a stretch is no part of the article. */
export type SetAsideReason =
  | 'advertisement'
  | 'boilerplate'
  | 'code'
  | 'comment-form'
  | 'navigation'
  | 'newsletter'
  | 'other-story'
  | 'price-list'
  | 'related-stories';

/** For each line why it is set aside; null where it is not. */
export type Marks = (SetAsideReason | null)[];
export type Rule = (lines: readonly Line[], marks: Marks) => void;

/** Every rule asks for the same lines; what was found is kept for a while. */
const BARE = new Map<string, string>();
const MOST_KEPT = 4_000;

/** A line without the ornaments and marks of Markdown around it. */
export function bare(text: string): string {
  const known = BARE.get(text);
  if (known !== undefined) return known;
  if (BARE.size >= MOST_KEPT) BARE.clear();
  const plain = withoutOrnaments(text);
  BARE.set(text, plain);
  return plain;
}

function withoutOrnaments(text: string): string {
  return text
    .slice(0, LONGEST_LINE)
    .replace(/^[^\p{L}\p{N}$£€"“‘(©]+|[\s*_]+$/gu, '')
    .replace(/\*\*/gu, '');
}

/** Beyond this a line is an article in itself. */
const LONGEST_LINE = 2_000;

export function fill(marks: Marks, { from, until }: Stretch, reason: SetAsideReason): void {
  for (let at = from; at < until; at += 1) marks[at] ??= reason;
}

/** Indexes of lines, `until` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Each line by itself that is short enough and fits. */
export function single(pattern: RegExp, reason: SetAsideReason, longest: number): Rule {
  return (lines, marks) => {
    for (const [at, { text, kind }] of lines.entries()) {
      if (marks[at] !== null || kind === 'blank' || text.length > LONGEST_LINE) continue;
      const line = bare(text);
      if (line.length <= longest && pattern.test(line)) marks[at] = reason;
    }
  };
}

export interface Section {
  readonly heading: RegExp;
  readonly reason: SetAsideReason;
  /** Index after its last line. */
  readonly ends: (lines: readonly Line[], from: number) => number;
  /** Share of the text after which alone such a heading is believed. */
  readonly notBefore: number;
}

/** A heading with what belongs to it. */
export function section({ heading, reason, ends, notBefore }: Section): Rule {
  return (lines, marks) => {
    const length = lines.at(-1)?.end ?? 0;
    for (const [at, { text, kind, start }] of lines.entries()) {
      if (marks[at] !== null || kind === 'blank' || text.length > LONGEST_HEADING) continue;
      if (start < notBefore * length || !heading.test(bare(text))) continue;
      const until = ends(lines, at);
      fill(marks, { from: at, until }, reason);
    }
  };
}

const LONGEST_HEADING = 160;

export function toTheEnd(lines: readonly Line[]): number {
  return lines.length;
}

/** Lists of other matter go on until prose. */
export function untilProse(lines: readonly Line[], from: number): number {
  return foundFrom(lines, from + 1, isProse);
}

/** What is written under a heading goes on until the next heading. */
export function untilHeading(lines: readonly Line[], from: number): number {
  return foundFrom(lines, from + 2, ({ kind }) => kind === 'heading');
}

/** A heading and what stands tight under it, or the one paragraph after it. */
export function oneBlock(lines: readonly Line[], from: number): number {
  const first = foundFrom(lines, from + 1, ({ kind }) => kind !== 'blank');
  return foundFrom(lines, first + 1, ({ kind }) => kind === 'blank');
}

/** Index of the first such line from a place on; the number of lines where there is none. */
export function foundFrom(lines: readonly Line[], from: number, isSuch: (line: Line) => boolean): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined && isSuch(line)) return at;
  }
  return lines.length;
}
