import { describe, expect, it } from 'vitest';
import { dayInWords, weekdayNotes, windowInWords } from '#core/signals/day-words.ts';
import { keyDateRow } from '../event-rows.ts';
import { sourceRow } from '../view-rows.ts';

const source = sourceRow('src', 'C');
const said = (on: string, wording: string | null) => keyDateRow(on, 'The end', source, { on, wording });

describe('days in words', () => {
  it('carry their weekday', () => {
    expect(dayInWords('2025-01-24')).toBe('Friday, 24 January 2025');
    expect(dayInWords('2024-12-01')).toBe('Sunday, 1 December 2024');
  });

  it.each([
    ['2025-01-24', '2025-01-25', 'Friday, 24 January 2025'],
    ['2025-10-27', '2025-11-03', 'Monday, 27 October 2025 to before Monday, 3 November 2025'],
    [null, '2027-01-01', 'before Friday, 1 January 2027'],
    ['2027-01-01', null, 'from Friday, 1 January 2027'],
    [null, null, null],
  ])('from %s until %s', (from, until, words) => {
    expect(windowInWords(from, until)).toBe(words);
  });
});

describe('weekdays that sources name', () => {
  it('are those of the days on file', () => {
    const dates = [said('2025-01-24', 'Friday, January 24'), said('2025-10-29', 'five days after')];
    expect(weekdayNotes(dates)).toEqual([
      '1 statement of the 2 names a weekday, which is that of the day on file.',
    ]);
  });

  it('are others', () => {
    expect(weekdayNotes([said('2025-01-24', 'Friday'), said('2025-01-28', 'by monday')])).toEqual([
      '“by monday” names a Monday, but the day on file is Tuesday, 28 January 2025.',
    ]);
  });

  it('cannot be told where several are named, none is, or no single day is on file', () => {
    const week = keyDateRow('week', 'The end', source, {
      fromOn: '2025-10-27',
      untilOn: '2025-11-03',
      wording: 'Friday',
    });
    expect(weekdayNotes([said('2025-01-28', 'Friday or Monday'), said('2025-01-28', null), week])).toEqual(
      [],
    );
  });
});
