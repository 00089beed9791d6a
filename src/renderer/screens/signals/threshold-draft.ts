import type { Thresholds } from '#core/signals/flag.ts';

/** Thresholds while they are typed. Shares are typed in per cent and kept as 0 to 1; empty fields are null. */
export interface ThresholdDraft {
  readonly watch: number | null;
  readonly warn: number | null;
  readonly critical: number | null;
}

export const STEPS = ['watch', 'warn', 'critical'] as const;
export type Step = (typeof STEPS)[number];

/** Per cent and back are exact to 12 digits, so that 7 % is 0.07 and not 0.07000000000000001. */
export function typedOf(kept: number, unit: string): number {
  return unit === 'share' ? Number((kept * 100).toPrecision(12)) : kept;
}

export function keptOf(typed: number, unit: string): number {
  return unit === 'share' ? Number((typed / 100).toPrecision(12)) : typed;
}

export function draftOf({ watch, warn, critical }: Thresholds, unit: string): ThresholdDraft {
  return { watch: typedOf(watch, unit), warn: typedOf(warn, unit), critical: typedOf(critical, unit) };
}

/** The thresholds that the draft stands for; null while a field is empty or the order is wrong. */
export function thresholdsOf(draft: ThresholdDraft, unit: string, lowerIsWorse: boolean): Thresholds | null {
  const { watch, warn, critical } = draft;
  if (watch === null || warn === null || critical === null) return null;
  if (draftProblem(draft, lowerIsWorse) !== null) return null;
  return { watch: keptOf(watch, unit), warn: keptOf(warn, unit), critical: keptOf(critical, unit) };
}

/** What is wrong with the draft, in a sentence; null if it holds. */
export function draftProblem(
  { watch, warn, critical }: ThresholdDraft,
  lowerIsWorse: boolean,
): string | null {
  if (watch === null || warn === null || critical === null)
    return 'Enter a number for watch, warn and critical.';
  const rising = watch < warn && warn < critical;
  const falling = watch > warn && warn > critical;
  if (lowerIsWorse)
    return falling ? null : 'Lower is worse here: watch must be above warn, and warn above critical.';
  return rising ? null : 'Watch must be below warn, and warn below critical.';
}

export function isSame(one: Thresholds, other: Thresholds): boolean {
  return STEPS.every((step) => one[step] === other[step]);
}
