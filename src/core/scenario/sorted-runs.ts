/**
 * Many numbers kept as sorted runs, so that no step sorts more than one run and none takes long.
 * Law: every answer is that of the whole list sorted.
 */
export interface SortedRuns {
  readonly count: number;
  readonly runs: readonly Float64Array[];
}

/** How many are at most `limit`. */
export function countAtMost({ runs }: SortedRuns, limit: number): number {
  return runs.reduce((count, run) => count + placeAfter(run, limit), 0);
}

/** How many are below `limit`. */
export function countBelow({ runs }: SortedRuns, limit: number): number {
  return runs.reduce((count, run) => count + placeBefore(run, limit), 0);
}

/** The number at `place` of the sorted list, the least at 0. Throws RangeError outside of it. */
export function atPlace(sorted: SortedRuns, place: number): number {
  if (place < 0 || place >= sorted.count) throw new RangeError(`No place ${place} of ${sorted.count}.`);
  const windows = sorted.runs.map((run) => ({ run, from: 0, until: run.length }));
  for (;;) {
    const widest = windows.reduce((a, b) => (b.until - b.from > a.until - a.from ? b : a));
    const pivot = widest.run[(widest.from + widest.until) >>> 1] ?? 0;
    const below = countBelow(sorted, pivot);
    if (place < below)
      for (const one of windows) one.until = Math.min(one.until, placeBefore(one.run, pivot));
    else if (place < countAtMost(sorted, pivot)) return pivot;
    else for (const one of windows) one.from = Math.max(one.from, placeAfter(one.run, pivot));
  }
}

/** Percentile of type 7 of Hyndman and Fan: linear between the places (n - 1) p, `share` from 0 to 1. */
export function percentile(sorted: SortedRuns, share: number): number {
  const place = (sorted.count - 1) * share;
  const floor = Math.floor(place);
  const lower = atPlace(sorted, floor);
  if (floor === place) return lower;
  return lower + (place - floor) * (atPlace(sorted, floor + 1) - lower);
}

function placeAfter(run: Float64Array, limit: number): number {
  return firstWhere(run, (amount) => amount > limit);
}

function placeBefore(run: Float64Array, limit: number): number {
  return firstWhere(run, (amount) => amount >= limit);
}

function firstWhere(run: Float64Array, holds: (amount: number) => boolean): number {
  let [low, high] = [0, run.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(run[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
