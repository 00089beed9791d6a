import { DIGITS, WORDS, writtenNumber } from '../written-numbers.ts';

/** A length of time that the words give; years as the common measure, months and weeks as their share of one. */
export interface Duration {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lowYears: number;
  readonly highYears: number;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';
}

const YEARS: Readonly<Record<Duration['unit'], number>> = {
  day: 1 / 365,
  week: 7 / 365,
  month: 1 / 12,
  quarter: 1 / 4,
  year: 1,
  decade: 10,
};

const NUMBER = `(?:${DIGITS}|half an?|an?|${WORDS})`;
const UNIT = 'day|week|month|quarter|year|decade';
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$£€-])(?<low>${NUMBER})(?:(?: ?[-–—] ?| to | or | and )(?<high>${NUMBER}))?(?<half> and a half)?[ -](?<unit>${UNIT})s?(?<more> and a half)?(?![\p{L}\p{N}])`,
  'giu',
);

/** In the order of the text: `seven-year`, `18 months`, `5-7 years`, `a decade`. */
export function durationsIn(text: string): readonly Duration[] {
  return [...text.matchAll(DURATION)].flatMap(durationOf);
}

function durationOf(match: RegExpExecArray): Duration[] {
  const {
    low: first = '',
    high: second,
    unit: word = '',
    half = match.groups?.['more'],
  } = match.groups ?? {};
  const unit = unitOf(word);
  const low = countOf(first);
  const high = second === undefined ? low : countOf(second);
  if (unit === null || low === null || high === null || low > 1_000 || high > 1_000) return [];
  const more = half === undefined ? 0 : 0.5;
  return [
    {
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      lowYears: rounded((Math.min(low, high) + more) * YEARS[unit]),
      highYears: rounded((Math.max(low, high) + more) * YEARS[unit]),
      unit,
    },
  ];
}

function unitOf(word: string): Duration['unit'] | null {
  const unit = word.toLowerCase();
  return unit === 'day' ||
    unit === 'week' ||
    unit === 'month' ||
    unit === 'quarter' ||
    unit === 'year' ||
    unit === 'decade'
    ? unit
    : null;
}

function countOf(words: string): number | null {
  const written = words.toLowerCase();
  if (written.startsWith('half a')) return 0.5;
  return written === 'a' || written === 'an' ? 1 : writtenNumber(written);
}

function rounded(years: number): number {
  return Number(years.toPrecision(12));
}
