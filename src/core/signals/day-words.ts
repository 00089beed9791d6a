import { namedWeekdays } from '../metrics/named-weekday.ts';
import type { KeyDateFacts } from '../model/ledger-view.ts';
import { type Day, dayAfter, weekdayOf } from '../quantities/day.ts';
import { countWords } from './words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Friday, 24 January 2025`: with the weekday, since sources name days by it. */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${weekdayOf(day)}, ${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`;
}

/**
 * `Friday, 24 January 2025`, `Wednesday, 1 October 2025 to before Saturday, 1 November 2025`, `before …`, `from …`;
 * null without a day.
 */
export function windowInWords(fromOn: Day | null, untilOn: Day | null): string | null {
  if (fromOn === null) return untilOn === null ? null : `before ${dayInWords(untilOn)}`;
  if (untilOn === dayAfter(fromOn)) return dayInWords(fromOn);
  const from = dayInWords(fromOn);
  return untilOn === null ? `from ${from}` : `${from} to before ${dayInWords(untilOn)}`;
}

/** Whether the weekdays that the words name are those of the days on file. */
export function weekdayNotes(dates: readonly KeyDateFacts[]): readonly string[] {
  const named = namedWeekdays(dates);
  if (named.length === 0) return [];
  const other = named.filter((one) => one.named !== one.own);
  if (other.length === 0)
    return [
      `${countWords(named.length, 'statement')} of the ${dates.length} ${named.length === 1 ? 'names' : 'name'} a weekday, which is that of the day on file.`,
    ];
  return other.map(
    ({ date, day, named: weekday }) =>
      `“${date.wording}” names a ${weekday}, but the day on file is ${dayInWords(day)}.`,
  );
}
