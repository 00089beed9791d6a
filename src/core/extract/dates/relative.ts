import { addDays, addMonths, type Day, WEEKDAYS } from '../../quantities/day.ts';
import { writtenNumber } from '../written-numbers.ts';
import { cut } from './absolute.ts';
import {
  type DayWindow,
  dayAt,
  MONTH_NAMES,
  mondayOf,
  monthNamed,
  monthOf,
  monthsFrom,
  oneDay,
  WEEKDAY_NAMES,
  weekdayNamed,
  weekdayUpTo,
  yearOf,
  yearWindow,
} from './calendar.ts';
import { bounded, type DateRule, type Groups, LEAD, looksAhead, type Setting } from './date-rule.ts';

/** Dates that count from the day of publication: `on Monday`, `last week`, `in two years`. */
const WHICH = String.raw`(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|the coming|the previous|[Tt]he past|[Pp]ast|[Pp]revious|the current|[Ee]arlier this|[Ll]ater this|[Ll]ate last|[Ee]arly next|[Tt]he same)`;
const COUNT =
  '(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|couple of)';
const PART = String.raw`(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate|(?:the )?[Ee]nd of|(?:the )?(?:[Ss]tart|[Bb]eginning) of)[ -])?`;
const MONTH_OR_MAY = MONTH_NAMES.replace('|May|', '|');

export const RELATIVE: readonly DateRule[] = [
  { pattern: bounded(`${LEAD}(?<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)`), window: dayNear },
  {
    pattern: bounded(
      `${LEAD}(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate|[Ee]arly) )?(?<weekday>${WEEKDAY_NAMES})(?=[’'\\s.,;:)!?—–-]|$)`,
    ),
    window: weekdayNear,
  },
  {
    pattern: bounded(`${LEAD}(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTH_NAMES})\\.?(?!,? \\d{4})`),
    window: dayOfNearYear,
  },
  {
    pattern: bounded(
      `${LEAD}(?<month>${MONTH_NAMES})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|,? \\d{4}|:)`,
    ),
    window: dayOfNearYear,
  },
  {
    pattern: bounded(
      `${PART}${WHICH} (?<unit>week|month|quarter|year|decade|summer|winter|spring|autumn|fall)`,
    ),
    window: spanNear,
  },
  {
    pattern: bounded(
      `${LEAD}(?:[Ii]n |[Ss]ince |[Dd]uring |[Bb]y |[Uu]ntil |[Ll]ast |[Nn]ext |[Tt]his )${PART}(?<month>May)(?! (?:be|have|not|also))`,
    ),
    window: monthOfNearYear,
  },
  {
    pattern: bounded(
      `${LEAD}(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his) )?${PART}(?<month>${MONTH_OR_MAY})\\.?(?!,? \\d)`,
    ),
    window: monthOfNearYear,
  },
  {
    pattern: bounded(
      `(?:[Aa]bout |[Aa]lmost |[Nn]early )?${COUNT} (?<unit>day|week|month|year)s? (?<side>ago|earlier|before|later|from now|hence)`,
    ),
    window: countedFrom,
  },
  {
    pattern: bounded(
      `(?:[Oo]ver|[Ii]n|[Ww]ithin|[Dd]uring) the (?<which>past|last|next|coming) ${COUNT} (?<unit>day|week|month|year)s`,
    ),
    window: stretch,
  },
  {
    pattern: bounded(`(?:[Ii]n|[Ww]ithin) ${COUNT} (?<unit>day|week|month|year)s?(?:’|'|’s|'s)?(?: time)?`),
    window: ahead,
  },
  { pattern: bounded(String.raw`${LEAD}(?:the )?(?:year[- ]end|end of the year)`), window: yearEnd },
];

function dayNear({ word = '' }: Groups, { publishedOn }: Setting): DayWindow | null {
  if (publishedOn === null) return null;
  const days = /^y/iu.test(word) ? -1 : /^tom/iu.test(word) ? 1 : 0;
  return oneDay(addDays(publishedOn, days));
}

/** The press writes `on Monday` of the Monday just past; `next Friday` is that of the week after; the rest stays open. */
function weekdayNear(
  { weekday = '', which = '' }: Groups,
  { publishedOn }: Setting,
  around: string,
): DayWindow | null {
  const day = weekdayNamed(weekday);
  if (publishedOn === null || day === null) return null;
  const last = weekdayUpTo(publishedOn, day);
  const isNext = /next/iu.test(which);
  if (!isNext && looksAhead(around) && last !== publishedOn && !/last/iu.test(which)) return null;
  if (isNext) return oneDay(addDays(mondayOf(publishedOn), 7 + WEEKDAYS.indexOf(day)));
  return oneDay(/last/iu.test(which) && last === publishedOn ? addDays(last, -7) : last);
}

function dayOfNearYear(
  { day, month = '' }: Groups,
  { publishedOn }: Setting,
  around: string,
): DayWindow | null {
  const at = monthNamed(month);
  return at === null || publishedOn === null
    ? null
    : oneDay(nearest(publishedOn, (year) => dayAt(year, at, Number(day)), looksAhead(around)));
}

function monthOfNearYear(
  { month = '', part, which = '' }: Groups,
  { publishedOn }: Setting,
  around: string,
): DayWindow | null {
  const at = monthNamed(month);
  if (at === null || publishedOn === null) return null;
  const isAhead = /next/iu.test(which) || (looksAhead(around) && !/last/iu.test(which));
  const first = nearest(publishedOn, (year) => dayAt(year, at, 1), isAhead && at !== monthOf(publishedOn));
  return first === null ? null : cut(monthsFrom(yearOf(first), at, 1), part);
}

/** The next such day where the text looks ahead, otherwise the latest one that is not after `from`. */
function nearest(from: Day, dayIn: (year: number) => Day | null, isAhead: boolean): Day | null {
  const days = [-1, 0, 1].map((more) => dayIn(yearOf(from) + more)).filter((day) => day !== null);
  if (isAhead) return days.find((day) => day >= from) ?? null;
  return days.findLast((day) => day <= from) ?? null;
}

function spanNear({ which = '', unit = '', part }: Groups, { publishedOn }: Setting): DayWindow | null {
  if (publishedOn === null) return null;
  const shift = /last|previous|past/iu.test(which) ? -1 : /next|coming/iu.test(which) ? 1 : 0;
  if (/same/iu.test(which)) return null;
  const window = unitAround(publishedOn, unit, shift);
  if (window === null) return null;
  if (/earlier/iu.test(which)) return before(window, publishedOn);
  if (/later/iu.test(which)) return after(window, publishedOn);
  const words = part ?? /^(?:late|early)/iu.exec(which)?.[0];
  return cut(window, words);
}

function unitAround(day: Day, unit: string, shift: number): DayWindow | null {
  const [year, month] = [yearOf(day), monthOf(day)];
  switch (unit) {
    case 'week': {
      const monday = addDays(mondayOf(day), 7 * shift);
      return { fromOn: monday, untilOn: addDays(monday, 7) };
    }
    case 'month':
      return monthsFrom(year, month + shift, 1);
    case 'quarter':
      return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * shift, 3);
    case 'year':
      return yearWindow(year + shift);
    default:
      return null;
  }
}

function before(window: DayWindow, day: Day): DayWindow {
  return day > window.fromOn ? { ...window, untilOn: addDays(day, 1) } : window;
}

function after(window: DayWindow, day: Day): DayWindow {
  return day < window.untilOn ? { ...window, fromOn: day } : window;
}

/** `five days before` counts from an event that the words do not date. */
function countedFrom(
  { count = '', unit = '', side = '' }: Groups,
  { publishedOn }: Setting,
): DayWindow | null {
  const number = counted(count);
  if (publishedOn === null || number === null || /earlier|before|later/iu.test(side)) return null;
  const day = moved(publishedOn, /ago/iu.test(side) ? -number : number, unit);
  if (unit === 'year') return yearWindow(yearOf(day));
  if (unit === 'month') return monthsFrom(yearOf(day), monthOf(day), 1);
  return unit === 'week' ? unitAround(day, 'week', 0) : oneDay(day);
}

function stretch({ which = '', count = '', unit = '' }: Groups, { publishedOn }: Setting): DayWindow | null {
  const number = counted(count);
  if (publishedOn === null || number === null) return null;
  if (/next|coming/iu.test(which)) return { fromOn: publishedOn, untilOn: moved(publishedOn, number, unit) };
  return { fromOn: moved(publishedOn, -number, unit), untilOn: addDays(publishedOn, 1) };
}

function ahead({ count = '', unit = '' }: Groups, { publishedOn }: Setting): DayWindow | null {
  const number = counted(count);
  return publishedOn === null || number === null
    ? null
    : { fromOn: publishedOn, untilOn: addDays(moved(publishedOn, number, unit), 1) };
}

function yearEnd(_groups: Groups, { publishedOn }: Setting): DayWindow | null {
  return publishedOn === null ? null : cut(yearWindow(yearOf(publishedOn)), 'end');
}

function counted(words: string): number | null {
  if (/^an?$/iu.test(words)) return 1;
  return words === 'couple of' ? 2 : writtenNumber(words);
}

function moved(day: Day, count: number, unit: string): Day {
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, 7 * count);
  return addMonths(day, unit === 'year' ? 12 * count : count);
}
