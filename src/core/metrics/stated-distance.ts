import type { KeyDateFacts } from '../model/ledger-view.ts';
import { addDays, daysBetween } from '../quantities/day.ts';
import { keyDatesAround, type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import type { Study } from './study.ts';

/** "Five days after X": the days that a source counts between two events, against the days that it gives for them. */
export interface StatedDistance {
  readonly stated: KeyDateFacts;
  /** The event from which the distance is counted. */
  readonly event: KeyDateFacts;
  /** The same source on the day of the stated event. */
  readonly other: KeyDateFacts;
  readonly statedDays: number;
  readonly daysAgain: number;
}

/** Distances in words that the same source's own days allow to be counted again; contradicted days apart. */
export function statedDistances(
  study: Study,
  around: Neighbourhood = neighbourhoodOf(study),
): readonly StatedDistance[] {
  const dates = keyDatesAround(study, around);
  return dates.flatMap((stated) => {
    const statedDays = daysInWords(stated.wording ?? '');
    const event = statedDays === null ? null : eventOf(stated, statedDays, dates);
    if (statedDays === null || event === null) return [];
    return dates
      .filter((other) => isSameEvent(other, stated))
      .flatMap((other) => againOf({ stated, event, other, statedDays }));
  });
}

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const DISTANCE = new RegExp(
  `\\b(\\d{1,4}|${NUMBERS.join('|')})[ -](day|week)s?\\s+(?:after|before|later|earlier)\\b`,
  'i',
);

/** Days counted in a wording such as `five days after` or `two weeks before`; null where it counts none. */
export function daysInWords(wording: string): number | null {
  const [, count, unit] = DISTANCE.exec(wording) ?? [];
  if (count === undefined || unit === undefined) return null;
  const written = NUMBERS.indexOf(count.toLowerCase());
  const whole = written === -1 ? Number(count) : written + 1;
  return unit.toLowerCase() === 'week' ? whole * 7 : whole;
}

/** The event of the same source that lies the stated days from it. */
function eventOf(stated: KeyDateFacts, days: number, dates: readonly KeyDateFacts[]): KeyDateFacts | null {
  const { fromOn } = stated;
  if (fromOn === null || !isOneDay(stated)) return null;
  const candidates = [addDays(fromOn, days), addDays(fromOn, -days)];
  return (
    dates.find(
      (date) =>
        date.sourceId === stated.sourceId &&
        date.name !== stated.name &&
        isOneDay(date) &&
        candidates.includes(date.fromOn ?? ''),
    ) ?? null
  );
}

function isSameEvent(other: KeyDateFacts, stated: KeyDateFacts): boolean {
  return (
    other.id !== stated.id &&
    other.sourceId === stated.sourceId &&
    other.name === stated.name &&
    other.kind === stated.kind &&
    other.status !== 'contradicted' &&
    isOneDay(other)
  );
}

function againOf(found: Omit<StatedDistance, 'daysAgain'>): readonly StatedDistance[] {
  const { event, other } = found;
  if (event.fromOn === null || other.fromOn === null) return [];
  return [{ ...found, daysAgain: Math.abs(daysBetween(other.fromOn, event.fromOn)) }];
}

function isOneDay({ fromOn, untilOn }: KeyDateFacts): boolean {
  return fromOn !== null && untilOn !== null && daysBetween(fromOn, untilOn) === 1;
}
