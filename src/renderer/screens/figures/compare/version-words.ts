import { weekdayOf } from '#core/quantities/day.ts';
import { choiceText, dayText } from '#renderer/app/numbers.ts';
import { intervalText, quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import type { Matter, Version } from './told.ts';

/** What a version states, in the reader's own way of writing numbers and days. */
export function statedText(version: Version): string {
  const { interval, unit, qualifier } = version;
  if (unit === 'day') return daysText(version);
  if (qualifier === 'approx' && interval !== null && interval.point !== null)
    return `about ${quantityText(interval.point, unit)}`;
  return interval === null ? 'undisclosed' : intervalText(interval, unit);
}

const DAY_MS = 86_400_000;

/** The day that a number of days after 1970-01-01 stands for. */
export function dayOfNumber(day: number): string {
  return dayText(isoOf(day));
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A single day with its weekday, since sources name days by it; everything else as `statedText` has it. */
export function spelledText(version: Version): string {
  const { interval, unit, isOpenBelow } = version;
  const isOneDay = unit === 'day' && interval !== null && interval.lo === interval.hi && !isOpenBelow;
  return isOneDay ? `${weekdayOf(isoOf(interval.lo))}, ${statedText(version)}` : statedText(version);
}

function daysText({ interval, isOpenBelow, stated }: Version): string {
  if (interval === null) return stated;
  if (isOpenBelow) return `by ${dayOfNumber(interval.hi ?? interval.lo)}`;
  if (interval.hi === null) return `from ${dayOfNumber(interval.lo)}`;
  if (interval.hi === interval.lo) return dayOfNumber(interval.lo);
  return `${dayOfNumber(interval.lo)} to ${dayOfNumber(interval.hi)}`;
}

/** `fiscal year · 2025 · estimated`. */
export function basisText({ basis, period, status, accounting }: Version): string {
  return [basis, period, status, accounting]
    .flatMap((fact) => (fact === null || fact === '' ? [] : [choiceText(fact)]))
    .join(' · ');
}

/** How a version stands to the others of its matter. */
export function verdictText({ difference, excludes }: Version, { verdict, claims }: Matter): string {
  if (difference !== null) return `Not compared: ${difference}`;
  if (excludes.length > 0)
    return excludes.length === 1 ? 'Excludes 1 other version' : `Excludes ${excludes.length} other versions`;
  if (verdict === 'differ') return claims === 1 ? 'The only version' : 'Speaks of something of its own';
  return verdict === 'agree' ? 'Fits all the others' : 'Excludes none of the others';
}

/** Where a report rests on another document, that one; two reports of one origin confirm nothing. */
export function originText({ origins, source }: Version): string | null {
  const others = origins.filter((origin) => origin !== source);
  return others.length === 0 ? null : `Rests on ${others.map((origin) => `“${origin}”`).join(' and ')}`;
}

const SHORT_LABELS: Readonly<Record<string, string>> = {
  'analysts-pick': 'the pick',
  'most-reliable': 'most reliable',
  latest: 'latest',
  'range-hull': 'range',
};

/** Which ways of choosing take it, in short; their whole names stand in the table of the policies. */
export function takersOf({ takenBy }: Version, { policies }: Matter): readonly string[] {
  return policies.flatMap(({ id, label }) => (takenBy.includes(id) ? [SHORT_LABELS[id] ?? label] : []));
}

/** Whether it counts now, by the policy in force. */
export function isInForce({ takenBy }: Version, { policies }: Matter): boolean {
  return policies.some(({ id, isInForce: isOn }) => isOn && takenBy.includes(id));
}
