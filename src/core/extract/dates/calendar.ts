import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  isDay,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../../quantities/day.ts';

/** Days from `fromOn` up to but not including `untilOn`. */
export interface DayWindow {
  readonly fromOn: Day;
  readonly untilOn: Day;
}

export const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
export const WEEKDAY_NAMES = WEEKDAYS.join('|');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12; null for what names no month. */
export function monthNamed(word: string): number | null {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at < 0 ? null : at + 1;
}

export function weekdayNamed(word: string): Weekday | null {
  return WEEKDAYS.find((day) => day.toLowerCase() === word.toLowerCase()) ?? null;
}

/** Null where the calendar has no such day. */
export function dayAt(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

export function oneDay(day: Day | null): DayWindow | null {
  return day === null ? null : { fromOn: day, untilOn: addDays(day, 1) };
}

/** `months` whole months from the first of `month`, which may lie beyond 12 or below 1. */
export function monthsFrom(year: number, month: number, months: number): DayWindow | null {
  const first = 12 * year + month - 1;
  const from = dayAt(Math.floor(first / 12), (first % 12) + 1, 1);
  if (from === null || year < 1800 || year > 2200) return null;
  return { fromOn: from, untilOn: addMonths(from, months) };
}

export function yearWindow(year: number, years = 1): DayWindow | null {
  return monthsFrom(year, 1, 12 * years);
}

export type PartOfSpan = 'early' | 'mid' | 'late' | 'end' | 'start';

/**
 * The part of a window that a word names: of a year the first, middle or last four months, its end being December and its
 * start January; of a shorter span, a third of its days.
 */
export function partOf(window: DayWindow, part: PartOfSpan): DayWindow {
  const isYear = addMonths(window.fromOn, 12) === window.untilOn;
  if (isYear) return partOfYear(window, part);
  const days = Math.max(3, daysBetween(window.fromOn, window.untilOn));
  const third = Math.floor(days / 3);
  if (part === 'early' || part === 'start') return { ...window, untilOn: addDays(window.fromOn, third) };
  if (part === 'mid')
    return { fromOn: addDays(window.fromOn, third), untilOn: addDays(window.fromOn, 2 * third) };
  return { ...window, fromOn: addDays(window.fromOn, 2 * third) };
}

function partOfYear({ fromOn, untilOn }: DayWindow, part: PartOfSpan): DayWindow {
  switch (part) {
    case 'early':
      return { fromOn, untilOn: addMonths(fromOn, 4) };
    case 'mid':
      return { fromOn: addMonths(fromOn, 4), untilOn: addMonths(fromOn, 8) };
    case 'late':
      return { fromOn: addMonths(fromOn, 8), untilOn };
    case 'start':
      return { fromOn, untilOn: addMonths(fromOn, 1) };
    case 'end':
      return { fromOn: addMonths(fromOn, 11), untilOn };
  }
}

/** The last such weekday before `day`, `day` itself included. */
export function weekdayUpTo(day: Day, weekday: Weekday): Day {
  return addDays(day, -((WEEKDAYS.indexOf(weekdayOf(day)) - WEEKDAYS.indexOf(weekday) + 7) % 7));
}

export function mondayOf(day: Day): Day {
  return weekdayUpTo(day, 'Monday');
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** `25` and `2025` are the same year in the press. */
export function fullYear(written: string): number {
  const year = Number(written);
  return written.length === 2 ? 2000 + year : year;
}
