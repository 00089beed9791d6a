import { isBand } from '../signals/bands.ts';
import { isLive, refKey, refOf } from '../signals/disposition.ts';
import type { Flag, Severity } from '../signals/flag.ts';

/** A flag whose severity is another than it was; null on the side on which there is no such flag. */
export interface FlagMove {
  readonly name: string;
  /** Null for the whole of the subject. */
  readonly scopeName: string | null;
  readonly before: Severity | null;
  readonly after: Severity | null;
  /** Place in the flags of now; null where it is gone. */
  readonly place: number | null;
}

/**
 * What changed between two runs of one subject, the graver first: what is raised or has become worse, then what has
 * become milder or is gone. What neither gave a verdict nor gives one is left out, as is what is new and not raised.
 */
export function flagMoves(then: readonly Flag[], now: readonly Flag[]): FlagMove[] {
  const earlier = new Map(then.map((flag) => [refKey(refOf(flag)), flag.severity]));
  const present = new Set(now.map((flag) => refKey(refOf(flag))));
  const kept = now.map((flag, place) => ({
    ...nameOf(flag),
    before: earlier.get(refKey(refOf(flag))) ?? null,
    after: flag.severity,
    place,
  }));
  const gone = then
    .filter((flag) => !present.has(refKey(refOf(flag))))
    .map((flag) => ({ ...nameOf(flag), before: flag.severity, after: null, place: null }));
  return [...kept, ...gone].filter(isTold).sort(inOrder);
}

function nameOf({ name, scope }: Flag): Pick<FlagMove, 'name' | 'scopeName'> {
  return { name, scopeName: scope.kind === 'total' ? null : scope.name };
}

function isTold({ before, after }: FlagMove): boolean {
  if (before === after) return false;
  if (before === null || after === null) return isRaised(before) || isRaised(after);
  return isBand(before) || isBand(after);
}

function isRaised(severity: Severity | null): boolean {
  return severity !== null && isLive(severity);
}

function inOrder(a: FlagMove, b: FlagMove): number {
  return Number(isWorse(b)) - Number(isWorse(a)) || gravity(b) - gravity(a);
}

/** Whether the flag weighs more than it did. What has no verdict weighs less than any that has one, for this order alone. */
function isWorse({ before, after }: FlagMove): boolean {
  return rank(after) > rank(before);
}

function gravity({ before, after }: FlagMove): number {
  return Math.max(rank(before), rank(after));
}

const RANKS: readonly (Severity | null)[] = ['clear', 'watch', 'warn', 'critical'];

function rank(severity: Severity | null): number {
  return RANKS.indexOf(severity);
}
