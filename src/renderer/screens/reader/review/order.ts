import { isDateOrListMark } from '#core/reading/dates-and-marks.ts';
import type { EntryClass } from '#shared/contract/documents.ts';
import type { Candidate, Hand, Numeral, Stretch } from '../reading.ts';

/** Which candidates are marked and stepped through. */
export interface Filters {
  readonly hidden: ReadonlySet<EntryClass>;
  readonly isUnreadOnly: boolean;
}

export const NO_FILTERS: Filters = { hidden: new Set(), isUnreadOnly: false };

export function candidatesShown(
  candidates: readonly Candidate[],
  { hidden, isUnreadOnly }: Filters,
): readonly Candidate[] {
  const shown = candidates.filter(
    (candidate) => !hidden.has(candidate.class) && (!isUnreadOnly || candidate.state === 'unread'),
  );
  return [...shown].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The candidate before or after the one in hand; from other places the first that follows, or the last before. */
export function neighbour(
  candidates: readonly Candidate[],
  { hand, place }: { readonly hand: Hand | null; readonly place: number },
  step: 1 | -1,
): Candidate | null {
  const at = hand?.kind === 'candidate' ? candidates.findIndex(({ key }) => key === hand.key) : -1;
  if (at >= 0) return candidates[at + step] ?? null;
  const after = candidates.findIndex(({ start }) => start >= place);
  const from = after < 0 ? candidates.length : after;
  return candidates[step === 1 ? from : from - 1] ?? null;
}

/** The next that is unread, round the end of the text; null where none is left. */
export function nextUnread(
  candidates: readonly Candidate[],
  { hand, place }: { readonly hand: Hand | null; readonly place: number },
): Candidate | null {
  const inHand = hand?.kind === 'candidate' ? hand.key : null;
  const at = candidates.findIndex(({ key }) => key === inHand);
  const isAfter = (candidate: Candidate, index: number) => (at >= 0 ? index > at : candidate.start >= place);
  const unread = candidates.filter(({ state, key }) => state === 'unread' && key !== inHand);
  const indexOf = new Map(candidates.map((candidate, index) => [candidate.key, index]));
  return unread.find((candidate) => isAfter(candidate, indexOf.get(candidate.key) ?? 0)) ?? unread[0] ?? null;
}

export function nextNumeral(numerals: readonly Numeral[], place: number): Numeral | null {
  const unread = numerals.filter(({ state }) => state === 'unread');
  return unread.find(({ start }) => start > place) ?? unread[0] ?? null;
}

/** Unread numerals from one on to the end of its paragraph, that one among them. */
export function restOfParagraph(
  text: string,
  numerals: readonly Numeral[],
  { start }: Stretch,
): readonly Numeral[] {
  const breakAt = text.indexOf('\n', start);
  const end = breakAt < 0 ? text.length : breakAt;
  return numerals.filter(({ state, start: from }) => state === 'unread' && from >= start && from < end);
}

/** As many stretches as one command turns down. */
const MOST_AT_ONCE = 2_000;

/** Unread numerals that say when, or number the lines of a list, in the whole text. */
export function unreadDates(text: string, numerals: readonly Numeral[]): readonly Numeral[] {
  return numerals
    .filter((numeral) => numeral.state === 'unread' && isDateOrListMark(text, numeral))
    .slice(0, MOST_AT_ONCE);
}

/** Where the unread numerals of a stretch start: they share the fate of the words around them. */
export function numeralsWithin(numerals: readonly Numeral[], { start, end }: Stretch): readonly number[] {
  return numerals
    .filter((numeral) => numeral.state === 'unread' && numeral.start >= start && numeral.end <= end)
    .map((numeral) => numeral.start);
}

/** What lies at a place, the innermost first: candidates, then passages, then an unread numeral. */
export function handsAt(
  {
    candidates,
    passages,
    numerals,
  }: {
    readonly candidates: readonly Candidate[];
    readonly passages: readonly {
      readonly id: string;
      readonly start: number | null;
      readonly end: number | null;
      readonly state: string;
    }[];
    readonly numerals: readonly Numeral[];
  },
  place: number,
): readonly Hand[] {
  const over = ({ start, end }: Stretch) => start <= place && place <= end;
  const ordered = candidates.filter(over).sort((a, b) => a.end - a.start - (b.end - b.start));
  const held = passages.filter(
    ({ state, start, end }) => state === 'held' && start !== null && end !== null && over({ start, end }),
  );
  const unread = numerals.filter((numeral) => numeral.state === 'unread' && over(numeral));
  return [
    ...ordered.map(({ key }): Hand => ({ kind: 'candidate', key })),
    ...unread.map(({ start, end }): Hand => ({ kind: 'numeral', start, end })),
    ...held.map(({ id }): Hand => ({ kind: 'passage', id })),
  ];
}

export function isSameHand(a: Hand | null, b: Hand | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The sentence around a place, or its line where that is shorter. */
export function sentenceAround(text: string, place: number): Stretch {
  const before = text.slice(Math.max(0, place - 600), place);
  const after = text.slice(place, place + 600);
  const lead = /(?:[.!?]["”’)]*\s+|\n)(?!.*(?:[.!?]["”’)]*\s+|\n))/su.exec(before);
  const tail = /[.!?]["”’)]*(?=\s|$)|(?=\n)/u.exec(after);
  const start = lead === null ? place - before.length : place - before.length + lead.index + lead[0].length;
  return {
    start,
    end: Math.max(place + (tail === null ? after.length : tail.index + tail[0].length), start + 1),
  };
}
