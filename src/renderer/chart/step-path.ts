import { headlineOf, type Interval } from '#core/quantities/interval.ts';
import type { ToneId } from './palette.ts';

/** A quantity as it stood from one instant until the next. */
export interface TimePoint {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly label: string;
  /** Null: it could not be computed then, and nothing is drawn. */
  readonly interval: Interval | null;
  readonly tone: ToneId;
  readonly tooltip: readonly string[];
}

/** `y` null: the line is broken there. */
export interface PathPoint {
  readonly x: number;
  readonly y: number | null;
}

export interface StepPaths {
  readonly headline: readonly PathPoint[];
  readonly low: readonly PathPoint[];
  readonly high: readonly PathPoint[];
}

export interface TimeGap {
  readonly from: number;
  readonly until: number;
}

/**
 * Paths of a stepped line: each value holds until the next point, the last until `until`. Law: a gap draws nothing,
 * and what stood before it holds up to its very start. An open end reaches `ceiling`.
 */
export function stepPaths(points: readonly TimePoint[], until: number, ceiling: number): StepPaths {
  const along = (endOf: (interval: Interval) => number) => pathOf(points, until, endOf);
  return {
    headline: along(headlineOf),
    low: along(({ lo }) => lo),
    high: along(({ hi }) => hi ?? ceiling),
  };
}

function pathOf(
  points: readonly TimePoint[],
  until: number,
  endOf: (interval: Interval) => number,
): readonly PathPoint[] {
  return points.flatMap(({ at, interval }, index): readonly PathPoint[] => {
    if (interval === null) return [{ x: at, y: null }];
    const y = endOf(interval);
    const next = points[index + 1];
    const isHeld = next === undefined || next.interval === null;
    return isHeld
      ? [
          { x: at, y },
          { x: next?.at ?? until, y },
        ]
      : [{ x: at, y }];
  });
}

/** Spans without a value, neighbouring ones as one. */
export function gapsOf(points: readonly TimePoint[], until: number): readonly TimeGap[] {
  const gaps: TimeGap[] = [];
  for (const [index, { at, interval }] of points.entries()) {
    if (interval !== null) continue;
    const end = points[index + 1]?.at ?? until;
    const last = gaps.at(-1);
    if (last?.until === at) gaps[gaps.length - 1] = { from: last.from, until: end };
    else gaps.push({ from: at, until: end });
  }
  return gaps;
}

/** The point that holds at an instant; null before the first. */
export function placeAt(points: readonly TimePoint[], at: number): number | null {
  const index = points.findLastIndex((point) => point.at <= at);
  return index === -1 ? null : index;
}
