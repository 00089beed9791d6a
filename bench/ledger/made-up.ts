import type { EntryChange } from '#shared/contract/entries.ts';
import type { Seeded } from './seeded.ts';

/** What every made-up ledger is laid from. */
export type Added = Extract<EntryChange, { op: 'add' }>;
export type Ids = readonly string[];

export function add(noun: Added['noun'], fields: Added['fields']): Added {
  return { op: 'add', noun, fields };
}

export function idAt(ids: Ids, at: number): string {
  const id = ids[at];
  if (id === undefined) throw new RangeError(`There is no entry ${at}.`);
  return id;
}

export function listOf<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

export function numbered(at: number): string {
  return String(at + 1).padStart(6, '0');
}

/** A day of that January: after every period that is reported, since an actual of a period that is not over is refused. */
export function publicationDay(random: Seeded, year: number): string {
  return `${year}-01-${twoDigits(2 + random.below(27))}`;
}

/** A day of one of the `years` years from `firstYear` on. */
export function dayWithin(random: Seeded, firstYear: number, years: number): string {
  return `${firstYear + random.below(years)}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
