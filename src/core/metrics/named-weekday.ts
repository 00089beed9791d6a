import type { KeyDateFacts } from '../model/ledger-view.ts';
import { type Day, dayAfter, WEEKDAYS, type Weekday, weekdayOf } from '../quantities/day.ts';

/** A single day whose words name a weekday, `snapped Friday`, beside the weekday that the day has. */
export interface NamedWeekday {
  readonly date: KeyDateFacts;
  readonly day: Day;
  readonly named: Weekday;
  readonly own: Weekday;
}

/** Words that name several weekdays are passed over: which of them is meant is for the reader. */
export function namedWeekdays(dates: readonly KeyDateFacts[]): readonly NamedWeekday[] {
  return dates.flatMap((date) => {
    const { fromOn: day, untilOn, wording } = date;
    const [named, ...more] = WEEKDAYS.filter((weekday) =>
      new RegExp(`\\b${weekday}\\b`, 'i').test(wording ?? ''),
    );
    if (day === null || untilOn !== dayAfter(day) || named === undefined || more.length > 0) return [];
    return [{ date, day, named, own: weekdayOf(day) }];
  });
}
