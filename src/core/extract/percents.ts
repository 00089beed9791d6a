import { DIGITS, WORDS, writtenNumber } from './written-numbers.ts';

/** Percentages of a text, at the magnitude printed. Percentage points and basis points are none. */
export interface Percent {
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const SIGN = String.raw`(?:[ \u00a0\u202f]?[%％]|[ \u00a0-]?(?:per[ -]cent|percent|pct|pc|p\.c\.)(?![\p{L}\p{N}]))`;
const NOT_POINTS = String.raw`(?![ -](?:percentage )?points?\b)(?!age)`;
const FRACTIONS: Readonly<Record<string, number>> = {
  'half a': 0.5,
  'half of one': 0.5,
  'a quarter of a': 0.25,
};

const IN_DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N},_]|\d\.)(?:(?<first>${DIGITS})(?<gap> ?[-–—] ?| to | and | or ))?(?<number>(?:(?<!\d)\.\d+|${DIGITS}))\+?${SIGN}${NOT_POINTS}`,
  'giu',
);
const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<number>half an?|half of one|a quarter of a|zero|${WORDS})[ -](?:per[ -]cent|percent|pct|pc)(?![\p{L}\p{N}])${NOT_POINTS}`,
  'giu',
);

export function percentsIn(text: string): readonly Percent[] {
  const digits = [...text.matchAll(IN_DIGITS)].flatMap(fromDigits);
  const words = [...text.matchAll(IN_WORDS)].flatMap(fromWords);
  return [...digits, ...words].toSorted((a, b) => a.start - b.start);
}

/** `10-15%` says two percentages; the first bears no sign of its own. */
function fromDigits(match: RegExpExecArray): Percent[] {
  const { first, gap = '', number = '' } = match.groups ?? {};
  const lead = (first ?? '').length + gap.length;
  const low = first === undefined ? null : writtenNumber(first);
  const value = writtenNumber(number);
  if (value === null) return [];
  const end = match.index + match[0].length;
  const main = { text: match[0].slice(lead), value, start: match.index + lead, end };
  const isBetween = /\bbetween(?: (?:about|around|roughly))? $/iu.test(
    match.input.slice(Math.max(0, match.index - 24), match.index),
  );
  const isPair = first !== undefined && low !== null && pairs(gap, { low, high: value, isBetween });
  return isPair
    ? [{ text: first, value: low, start: match.index, end: match.index + first.length }, main]
    : [main];
}

interface Pair {
  readonly low: number;
  readonly high: number;
  readonly isBetween: boolean;
}

/** "In 2025 and 20% of …" is no pair, "between 10 and 20%" is one; a range rises. */
function pairs(gap: string, { low, high, isBetween }: Pair): boolean {
  if (/or/u.test(gap) || (/and/u.test(gap) && !isBetween)) return false;
  return low < high && low <= 1_000;
}

function fromWords(match: RegExpExecArray): Percent[] {
  const words = (match.groups?.['number'] ?? '').toLowerCase();
  const value =
    words === 'zero' ? 0 : (FRACTIONS[words.replace(/^half an$/u, 'half a')] ?? writtenNumber(words));
  return value === null
    ? []
    : [{ text: match[0], value, start: match.index, end: match.index + match[0].length }];
}
