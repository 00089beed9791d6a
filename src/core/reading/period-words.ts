import { addMonths } from '../quantities/day.ts';

/** Days that a period in words names; null where the words leave its year open. */
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
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const YEAR = /\b((?:19|20)\d\d)\b/gu;
const QUARTER =
  /\b(?:q([1-4])|([1-4])q|(first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal )?quarter)\b/iu;
const HALF = /\b(?:h([12])|(first|second)[- ]half)\b/iu;

/**
 * Calendar days of a period in words: `third quarter of 2025`, `Q3 2025`, `2025`, `October 2025`. "By 2027" is read as the
 * year 2027. A fiscal year or a period without a year keeps its words alone.
 */
export function periodOf(words: string | null): PeriodWords {
  const label = words;
  const none = { start: null, end: null, label };
  if (words === null || /\b(?:fiscal|financial|FY)/iu.test(words)) return none;
  const years = [...words.matchAll(YEAR)].map(([, year]) => Number(year));
  const [year, ...more] = new Set(years);
  if (year === undefined || more.length > 0) return none;
  const from = firstMonth(words);
  const start = `${year}-${String(from.month).padStart(2, '0')}-01`;
  return { start, end: addMonths(start, from.months), label };
}

function firstMonth(words: string): { readonly month: number; readonly months: number } {
  const [, q, reversed, ordinal] = QUARTER.exec(words) ?? [];
  const quarter = Number(q ?? reversed ?? ORDINALS[ordinal?.toLowerCase() ?? ''] ?? 0);
  if (quarter > 0) return { month: 3 * quarter - 2, months: 3 };
  const [, h, halfOrdinal] = HALF.exec(words) ?? [];
  const half = Number(h ?? ORDINALS[halfOrdinal?.toLowerCase() ?? ''] ?? 0);
  if (half > 0) return { month: 6 * half - 5, months: 6 };
  const month = MONTHS.findIndex((name) => new RegExp(String.raw`\b${name}\b`, 'iu').test(words)) + 1;
  return month > 0 ? { month, months: 1 } : { month: 1, months: 12 };
}
