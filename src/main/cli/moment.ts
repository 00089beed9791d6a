import { isDay } from '#core/quantities/day.ts';
import { endOfDay, instantSchema } from '#shared/contract/times.ts';
import { PlumblineError } from '#shared/errors.ts';

/** `--as-of` and `--known-at` of the commands that read facts. */
export interface MomentOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** The moment as the API takes it; null for today and for now. Throws USAGE. */
export function momentOf({ asOf, knownAt }: MomentOptions): {
  readonly asOf: string | null;
  readonly knownAt: string | null;
} {
  if (asOf !== undefined && !isDay(asOf))
    throw new PlumblineError('USAGE', ['--as-of takes a day such as 2025-11-03.']);
  return { asOf: asOf ?? null, knownAt: instantOf(knownAt) };
}

/** A day stands for the whole day. */
function instantOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isDay(text)) return endOfDay(text);
  const instant = instantSchema.safeParse(text);
  if (!instant.success)
    throw new PlumblineError('USAGE', [
      '--known-at takes an instant such as 2025-11-03T12:00:00Z, or a day.',
    ]);
  return instant.data;
}
