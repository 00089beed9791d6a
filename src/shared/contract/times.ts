import { z } from 'zod';
import { isDay } from '#core/quantities/day.ts';

/** A calendar day, `2025-11-03`. */
export const daySchema = z.string().refine(isDay, 'A day is written as 2025-11-03.');

/** An instant with its zone; comes out as UTC with milliseconds, the form in which instants are stored and compared. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'An instant is written as 2025-11-03T12:00:00Z.' })
  .transform((text) => new Date(text).toISOString());
