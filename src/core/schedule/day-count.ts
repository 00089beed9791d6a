import { type Day, dayNumber } from '../quantities/day.ts';

/**
 * Day counts of interest, by ISDA 2006 definitions §4.16 (METHODS §1.2.8). Amounts are never spread by them: what
 * falls due is spread by actual days.
 */

/** Years between two days as each convention counts them. */
export const YEAR_FRACTIONS = {
  '30/360 US': (from: Day, until: Day) => days30US(from, until) / 360,
  '30E/360': (from: Day, until: Day) => days30E(from, until) / 360,
  'Act/365F': (from: Day, until: Day) => actualDays(from, until) / 365,
  'Act/Act ISDA': yearsISDA,
} as const;

export function actualDays(from: Day, until: Day): number {
  return dayNumber(until) - dayNumber(from);
}

/** Bond basis: the 31st counts as the 30th, the last day of February as the 30th where the period starts on it. */
export function days30US(from: Day, until: Day): number {
  const [one, other] = [partsOf(from), partsOf(until)];
  const startsAtEnd = isLastOfFebruary(from);
  const first = startsAtEnd ? 30 : Math.min(30, one.day);
  const endsAtEnd = (startsAtEnd && isLastOfFebruary(until)) || (other.day === 31 && first === 30);
  return days360(one, other, first, endsAtEnd ? 30 : other.day);
}

/** Eurobond basis: the 31st counts as the 30th at either end. */
export function days30E(from: Day, until: Day): number {
  const [one, other] = [partsOf(from), partsOf(until)];
  return days360(one, other, Math.min(30, one.day), Math.min(30, other.day));
}

/** Days in leap years over 366, the others over 365. */
function yearsISDA(from: Day, until: Day): number {
  if (until < from) return -yearsISDA(until, from);
  let years = 0;
  for (let year = partsOf(from).year; year <= partsOf(until).year; year += 1) {
    const [start, end] = [firstOf(year), firstOf(year + 1)];
    const days = actualDays(from > start ? from : start, until < end ? until : end);
    years += days / actualDays(start, end);
  }
  return years;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function days360(one: Parts, other: Parts, first: number, last: number): number {
  return 360 * (other.year - one.year) + 30 * (other.month - one.month) + last - first;
}

function isLastOfFebruary(day: Day): boolean {
  const { year, month } = partsOf(day);
  return month === 2 && actualDays(day, `${String(year).padStart(4, '0')}-03-01`) === 1;
}

function partsOf(day: Day): Parts {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
  return { year, month, day: ofMonth };
}

function firstOf(year: number): Day {
  return `${String(year).padStart(4, '0')}-01-01`;
}
