import { Temporal } from 'temporal-polyfill';

/** A calendar day as ISO text, `2025-11-03`. No clock and no time zone: days come in from outside. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(Number(text.slice(0, 4)), month - 1);
}

/** The same day of another month, or its last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const month = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 + months;
  const [year, at] = [Math.floor(month / 12), month % 12];
  if (!DAY.test(day) || year < 1 || year > 9_999)
    return Temporal.PlainDate.from(day).add({ months }).toString();
  const last = Math.min(Number(day.slice(8)), lengthOf(year, at));
  return `${padded(year, 4)}-${padded(at + 1, 2)}-${padded(last, 2)}`;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 1 && isLeap ? 29 : (LENGTHS[month] ?? 31);
}

function padded(part: number, digits: number): string {
  return String(part).padStart(digits, '0');
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function dayAfter(day: Day): Day {
  return addDays(day, 1);
}

export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}

/** The same day of a later year; 29 February becomes the 28th where there is none. */
export function yearsLater(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}

/** Whole days from `from` to `until`; negative if `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return dayNumber(until) - dayNumber(from);
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const A_MONDAY = '1970-01-05';
export type Weekday = (typeof WEEKDAYS)[number];

/** The day of the week by the Gregorian calendar. */
export function weekdayOf(day: Day): Weekday {
  const sinceMonday = (dayNumber(day) - dayNumber(A_MONDAY)) % WEEKDAYS.length;
  const weekday = WEEKDAYS.at(sinceMonday);
  if (weekday === undefined) throw new Error(`No weekday of ${day}.`);
  return weekday;
}

/** Days since 1970-01-01; cheaper than `daysBetween` where many days are compared. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
