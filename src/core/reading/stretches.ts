import type { Placed } from '../extract/placed.ts';

export function overlaps(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}

export function holds(outer: Placed, inner: Placed): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function isSamePlace(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Questions about stretches that may lie across one another, each answered without a pass over all of them. */
export interface Stretches {
  /** Whether one of them has a character in common with the place. */
  readonly touch: (place: Placed) => boolean;
  /** Whether one of them holds all of the place. */
  readonly cover: (place: Placed) => boolean;
  /** Whether one of them lies wholly in the place. */
  readonly fillIn: (place: Placed) => boolean;
}

/**
 * By start, with the farthest end of all that start no later: of those that start before a place, one reaches into it just
 * when the farthest does.
 */
export function stretchesOf(places: readonly Placed[]): Stretches {
  const sorted = places.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let farthest = 0;
  const reach = sorted.map(({ end }) => {
    farthest = Math.max(farthest, end);
    return farthest;
  });
  const reachOfFirst = (count: number): number => reach[count - 1] ?? 0;
  return {
    touch: ({ start, end }) => reachOfFirst(countBelow(starts, end)) > start,
    cover: ({ start, end }) => reachOfFirst(countBelow(starts, start + 1)) >= end,
    fillIn: ({ start, end }) => {
      for (let at = countBelow(starts, start); (starts[at] ?? end) < end; at += 1)
        if ((sorted[at]?.end ?? end + 1) <= end) return true;
      return false;
    },
  };
}

/** How many of the ascending numbers are below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
