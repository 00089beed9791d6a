import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, WEEKDAYS, weekdayOf } from '#core/quantities/day.ts';

const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('months are added as the calendar adds them', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -2_400, max: 2_400 }), (from, months) => {
      expect(addMonths(from, months)).toBe(Temporal.PlainDate.from(from).add({ months }).toString());
    }),
  );
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
});

it('days between are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(day, day, (from, until) => {
      const { days } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), {
        largestUnit: 'days',
      });
      expect(daysBetween(from, until)).toBe(days);
    }),
  );
});

it('a day is one of the calendar', () => {
  const two = (part: number) => String(part).padStart(2, '0');
  fc.assert(
    fc.property(fc.integer({ min: 1600, max: 2400 }), fc.nat(14), fc.nat(33), (year, month, at) => {
      const text = `${year}-${two(month)}-${two(at)}`;
      expect(isDay(text)).toBe(isOfCalendar(text));
    }),
  );
  expect(['2024-02-29', '2025-02-29', '2025-2-01', '2025-01-01T00'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

function isOfCalendar(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

describe('weekdays', () => {
  it.each([
    ['2025-11-03', 'Monday'],
    ['2025-01-24', 'Friday'],
    ['2024-02-29', 'Thursday'],
    ['2000-01-01', 'Saturday'],
    ['1900-03-01', 'Thursday'],
    ['2023-12-31', 'Sunday'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('follow each other and come again after a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const day = addDays('2025-11-03', days);
        const at = WEEKDAYS.indexOf(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1))).toBe(WEEKDAYS[(at + 1) % 7]);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
});
