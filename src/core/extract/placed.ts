/** A stretch of a text: JavaScript string offsets, `end` exclusive. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Those that lie wholly inside a stretch; the items are in the order of the text and do not overlap. */
export function within<T extends Placed>(items: readonly T[], { start, end }: Placed): readonly T[] {
  const from = firstFrom(items, start);
  let until = from;
  while (until < items.length && (items[until]?.end ?? end + 1) <= end) until += 1;
  return items.slice(from, until);
}

/** The last item that starts at or before a place and has not ended there; null where none holds it. */
export function holding<T extends Placed>(items: readonly T[], at: number): T | null {
  const item = items[firstFrom(items, at + 1) - 1];
  return item !== undefined && item.end > at ? item : null;
}

/** Index of the first item that starts at a place or after it. */
export function firstFrom(items: readonly Placed[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without those that touch any of the stretches, which are in the order of the text. */
export function outside<T extends Placed>(items: readonly T[], stretches: readonly Placed[]): readonly T[] {
  return items.filter(({ start, end }) => {
    const next = stretches[firstFrom(stretches, end) - 1];
    return next === undefined || next.end <= start;
  });
}
