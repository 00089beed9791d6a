import { headlineOf, type Interval } from '#core/quantities/interval.ts';
import type { ToneId } from './palette.ts';

/** One row of a chart of horizontal bars. */
export interface BarItem {
  readonly id: string;
  readonly label: string;
  /** Second line under the label: source, basis. Empty for none. */
  readonly detail: string;
  /** Null: nothing is drawn, only `words` say why, e.g. "undisclosed". */
  readonly interval: Interval | null;
  /** The value in words, in the column at the right. */
  readonly words: string;
  /** Under the value, smaller: its range or share. Empty for none. */
  readonly subWords: string;
  readonly tone: ToneId;
  /** hatched: a remainder, not a counted thing. */
  readonly look: 'solid' | 'faded' | 'hatched';
  readonly isStrong: boolean;
  readonly tooltip: readonly string[];
}

export interface ThresholdLine {
  readonly label: string;
  readonly at: number;
  readonly tone: ToneId;
}

/** Every end that the axis must hold; an open end adds none, it is drawn as an arrow to the edge. */
export function endsOf(items: readonly BarItem[]): readonly number[] {
  return items.flatMap(({ interval }) =>
    interval === null ? [] : [interval.lo, headlineOf(interval), interval.hi ?? interval.lo],
  );
}

/** A bar to the stated amount; where only a range is known, a floating bar over it; null draws nothing. */
export function barOf(interval: Interval | null, axisMax: number): number | [number, number] | null {
  if (interval === null) return null;
  if (interval.point !== null) return interval.point;
  return [interval.lo, interval.hi ?? axisMax];
}
