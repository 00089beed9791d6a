/** A change of the history as a place on the time line. */
export interface Stop {
  readonly seq: number;
  readonly summary: string;
  /** When it was made: the ledger with it and all before it. */
  readonly at: string;
  /** The last instant that does not know it. */
  readonly before: string;
}

interface Change {
  readonly seq: number;
  readonly at: string;
  readonly summary: string;
}

/** Oldest first. Law: changes are a millisecond apart at least, so the instant before one still knows all others before it. */
export function stopsOf(newestFirst: readonly Change[]): readonly Stop[] {
  return newestFirst.toReversed().map(({ seq, at, summary }) => ({
    seq,
    at,
    summary,
    before: justBefore(at),
  }));
}

/** The last instant that does not know a change made at `at`. */
export function justBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

/** The stop whose state an instant shows: the last one made until then; -1 before the first, the last one for now. */
export function stopAt(stops: readonly Stop[], knownAt: string | null): number {
  if (knownAt === null) return stops.length - 1;
  return stops.findLastIndex(({ at }) => at <= knownAt);
}

/** The instant that shows a stop's state: null, which is now, for the last. */
export function instantAt(stops: readonly Stop[], index: number): string | null {
  return index >= stops.length - 1 ? null : (stops[index]?.at ?? null);
}
