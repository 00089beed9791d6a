import { countBelow, percentile, type SortedRuns } from './sorted-runs.ts';

/** Bars of one width over the middle of the results; what lies outside of them is counted, not drawn. */
export interface Histogram {
  /** Low end of the first bar. */
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
}

const TAIL = 0.005;
const BARS = 32;

/** Null where all results are one value. Bars start and end at round numbers and hold 99 % of the results or more. */
export function histogramOf(sorted: SortedRuns): Histogram | null {
  const [lo, hi] = [percentile(sorted, TAIL), percentile(sorted, 1 - TAIL)];
  const width = roundWidth((hi - lo) / BARS);
  if (!(width > 0) || !Number.isFinite(width)) return null;
  const first = Math.floor(lo / width);
  const last = Math.floor(hi / width);
  const edge = (at: number) => cleaned((first + at) * width);
  const cumulated = Array.from({ length: last - first + 2 }, (_, at) => countBelow(sorted, edge(at)));
  return {
    from: edge(0),
    width,
    counts: cumulated.slice(1).map((count, at) => count - (cumulated[at] ?? 0)),
    below: cumulated[0] ?? 0,
    above: sorted.count - (cumulated.at(-1) ?? 0),
  };
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundWidth(wanted: number): number {
  if (!(wanted > 0)) return 0;
  const scale = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * scale >= wanted) ?? 10;
  return cleaned(step * scale);
}

/** 0.30000000000000004 is 0.3. */
function cleaned(amount: number): number {
  return Number(amount.toPrecision(12));
}
