import { addDays, addMonths } from '../quantities/day.ts';

/** Days that a period in words names; null where the words leave them open. */
export interface PeriodWords {
  readonly start: string | null;
  /** First day after it. */
  readonly end: string | null;
  readonly label: string | null;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const COUNTS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const MONTHS: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const MONTH = new RegExp(String.raw`\b(?:${MONTHS.join('|')})\b`, 'giu');
const YEAR = /\b((?:19|20)\d\d)\b/gu;
/** `2026-27` may be two years or one that begins in spring. */
const TWO_YEARS = /\b(?:19|20)\d\d ?[-–/] ?\d\d\b/u;
const QUARTER =
  /\b(?:q([1-4])|([1-4])q|(first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal )?quarter)\b/iu;
const HALF = /\b(?:h([12])|([12])h|(first|second)[- ]half)\b/iu;
const MONTHS_COUNTED = new RegExp(String.raw`\b(\d{1,2}|${COUNTS.join('|')})[- ]months?\b`, 'iu');
/** `year to March 2025`, `six months ended June 30, 2025`, `quarter ended 30 September 2025`. */
const ENDED =
  /\b(?:to|ended|ending|through|until)(?: the end of)? (?:(\d{1,2})(?:st|nd|rd|th)? )?(\p{L}+)(?: (\d{1,2})(?:st|nd|rd|th)?,?)? \d{4}\b/iu;
/** One end of it is not said, or it is counted from the day of publication. */
const OPEN = /\b(?:since|until|till|through|before|after|from|weeks?|days?|years|months|decade)\b/iu;

/**
 * Calendar days of a period in words: `third quarter of 2025`, `2025`, `October 2025`, `six months ended June 30, 2025`.
 * "By 2027" is read as the year 2027. A fiscal year, a period without a year or with an open end keeps its words alone.
 */
export function periodOf(words: string | null): PeriodWords {
  const none = { start: null, end: null, label: words };
  if (words === null || /\b(?:fiscal|financial|FY)/iu.test(words) || TWO_YEARS.test(words)) return none;
  const [year, ...more] = new Set([...words.matchAll(YEAR)].map(([, found]) => Number(found)));
  if (year === undefined || more.length > 0) return none;
  const days = endedIn(words, year) ?? startedIn(words, year);
  return days === null ? none : { ...days, label: words };
}

interface Days {
  readonly start: string;
  readonly end: string;
}

function endedIn(words: string, year: number): Days | null {
  const [, before, name, after] = ENDED.exec(words) ?? [];
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;
  const months = monthsIn(words);
  if (month === 0 || months === null) return null;
  const firstAfter = addMonths(firstOf(year, month), 1);
  const day = before ?? after;
  const isLast = day === undefined || addDays(firstOf(year, month), Number(day)) === firstAfter;
  return isLast ? { start: addMonths(firstAfter, -months), end: firstAfter } : null;
}

function startedIn(words: string, year: number): Days | null {
  const first = firstMonth(words);
  if (first === null) return null;
  const start = firstOf(year, first.month);
  return { start, end: addMonths(start, first.months) };
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function firstMonth(words: string): { readonly month: number; readonly months: number } | null {
  const quarter = numberOf(QUARTER, words);
  if (quarter > 0) return { month: 3 * quarter - 2, months: 3 };
  const half = numberOf(HALF, words);
  if (half > 0) return { month: 6 * half - 5, months: 6 };
  const months = monthsIn(words);
  if (/\bfirst (?:\w+) months\b/iu.test(words) && months !== null) return { month: 1, months };
  if (OPEN.test(words)) return null;
  const [name, ...others] = new Set((words.match(MONTH) ?? []).map((found) => found.toLowerCase()));
  if (name === undefined) return { month: 1, months: 12 };
  return others.length > 0 || ENDED.test(words) ? null : { month: MONTHS.indexOf(name) + 1, months: 1 };
}

/** The digit or ordinal of a quarter or half; 0 where the words name none. */
function numberOf(pattern: RegExp, words: string): number {
  const [, ...found] = pattern.exec(words) ?? [];
  const number = found.find((part) => part !== undefined);
  return Number(ORDINALS[number?.toLowerCase() ?? ''] ?? number ?? 0);
}

/** Length of a period in words, in months; null where they do not say it. A year, a quarter and a month are periods. */
export function monthsIn(words: string): number | null {
  const counted = MONTHS_COUNTED.exec(words)?.[1]?.toLowerCase();
  if (counted !== undefined) return COUNTS.includes(counted) ? COUNTS.indexOf(counted) : Number(counted);
  if (QUARTER.test(words) || /\bquarter(?:ly)?\b/iu.test(words)) return 3;
  if (HALF.test(words) || /\bhalf(?:[- ]year(?:ly)?)?\b/iu.test(words)) return 6;
  if (/\b(?:year|yearly|annual(?:ly)?|annum|FY ?\d*|fiscal|FY)\b/iu.test(words)) return 12;
  if (/\bmonth(?:ly)?\b/iu.test(words)) return 1;
  const named = new Set((words.match(MONTH) ?? []).map((found) => found.toLowerCase()));
  if (named.size > 0) return named.size === 1 && !OPEN.test(words) ? 1 : null;
  return /\b(?:19|20)\d\d\b/u.test(words) && !OPEN.test(words) ? 12 : null;
}
