import type { Flag, Severity } from '#core/signals/flag.ts';
import { inReadingOrder, isFound } from '#renderer/parts/evidence/flag-words.ts';
import { groupOfReview, type ReviewGroup } from '#renderer/parts/review/review-words.ts';
import type { Review } from '#shared/contract/dispositions.ts';

/** Flags as the signals screen lists them: by signal, the gravest signal first, totals before single deals. */
export interface FlagGroup {
  readonly signal: string;
  readonly title: string;
  readonly flags: readonly Flag[];
}

export interface FlagFilter {
  /** Empty: all. */
  readonly severities: readonly Severity[];
  /** Null: all. */
  readonly signal: string | null;
  /** Null: all. */
  readonly review: ReviewGroup | null;
  readonly search: string;
}

/** `review` is that of the flag, null where it needs none. */
export function isShown(flag: Flag, review: Review | null, filter: FlagFilter): boolean {
  const { severities, signal, search } = filter;
  if (severities.length > 0 && !severities.includes(flag.severity)) return false;
  if (signal !== null && flag.signal !== signal) return false;
  if (filter.review !== null && (review === null || groupOfReview(review) !== filter.review)) return false;
  return isFound(flag, search);
}

export function groupsOf(flags: readonly Flag[]): readonly FlagGroup[] {
  const sorted = inReadingOrder(flags);
  const signals = [...new Set(sorted.map(({ signal }) => signal))];
  return signals.map((signal) =>
    groupOf(
      signal,
      sorted.filter((flag) => flag.signal === signal),
    ),
  );
}

function groupOf(signal: string, flags: readonly Flag[]): FlagGroup {
  const totals = flags.filter(({ scope }) => scope.kind === 'total');
  const others = flags.filter(({ scope }) => scope.kind !== 'total');
  return { signal, title: signalTitle(signal, flags), flags: [...totals, ...others] };
}

/** The name that all flags of the signal share; the signal's own id in words where its measures differ in name. */
function signalTitle(signal: string, flags: readonly Flag[]): string {
  const names = new Set(flags.map(({ name }) => name));
  const [first] = names;
  if (names.size === 1 && first !== undefined) return first;
  const words = signal.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
