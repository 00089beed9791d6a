import { z } from 'zod';
import { isDay } from '#core/quantities/day.ts';

/** A calendar day, `2025-11-03`. */
export const daySchema = z.string().refine(isDay, 'A day is written as 2025-11-03.');

/** An instant with its zone; comes out as UTC with milliseconds, the form in which instants are stored and compared. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'An instant is written as 2025-11-03T12:00:00Z.' })
  .transform((text) => new Date(text).toISOString());

/** A day that something was known on stands for the whole of it: all that was recorded until its end, UTC. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/**
 * The moment a question is asked of: what had happened by `asOf` (null: today), as the ledger knew it at `knownAt`
 * (null: all that is recorded until now). Spread into the input of every query that reads facts.
 */
export const momentShape = {
  asOf: daySchema.nullable().default(null),
  knownAt: instantSchema.nullable().default(null),
} as const;
