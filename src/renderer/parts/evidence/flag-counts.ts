import { type Flag, SEVERITIES, type Severity } from '#core/signals/flag.ts';

/** How many flags there are of each severity; every severity has a count, if only 0. */
export function countsOf(flags: readonly Flag[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of flags) counts[severity] += 1;
  return counts;
}
