import type { EntryClass } from '#shared/contract/documents.ts';
import type { Candidate, Numeral, Passage, ReadingState, Stretch } from '../reading.ts';
import { type HiddenCharacter, hiddenIn } from './hidden-characters.ts';

/** What lies over a part of the text and is to be seen there. */
export interface Covers {
  readonly candidates: readonly Candidate[];
  readonly numerals: readonly Numeral[];
  readonly passages: readonly Passage[];
  /** What is in hand. */
  readonly hand: Stretch | null;
}

/** A run of characters that look alike. */
export interface Segment extends Stretch {
  /** The innermost candidate over it. */
  readonly key: string | null;
  readonly class: EntryClass | null;
  readonly state: ReadingState | null;
  /** Candidates whose words begin here: their letters stand before it. */
  readonly begins: readonly Candidate[];
  readonly isMark: boolean;
  readonly numeral: ReadingState | null;
  readonly isPassage: boolean;
  readonly isInHand: boolean;
  readonly hidden: HiddenCharacter | null;
}

/** Cuts a stretch of the text wherever something begins or ends. */
export function segmentsOf(text: string, { start, end }: Stretch, covers: Covers): readonly Segment[] {
  const within = ({ start: from, end: until }: Stretch) => from < end && until > start;
  const candidates = covers.candidates.filter(within);
  const marks = candidates.flatMap((candidate) => candidate.marks).filter(within);
  const numerals = covers.numerals.filter(within);
  const passages = covers.passages.flatMap(heldStretch).filter(within);
  const hidden = hiddenIn(text.slice(start, end), start);
  const hand = covers.hand !== null && within(covers.hand) ? [covers.hand] : [];
  const cuts = new Set([start, end]);
  for (const stretch of [...candidates, ...marks, ...numerals, ...passages, ...hidden, ...hand])
    for (const place of [stretch.start, stretch.end]) if (place > start && place < end) cuts.add(place);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const piece = { start: from, end: places[at + 1] ?? end };
    const over = (stretch: Stretch) => stretch.start <= piece.start && stretch.end >= piece.end;
    const inner = innermost(candidates.filter(over));
    return {
      ...piece,
      key: inner?.key ?? null,
      class: inner?.class ?? null,
      state: inner?.state ?? null,
      begins: candidates.filter((candidate) => candidate.start === from),
      isMark: marks.some(over),
      numeral: numerals.find(over)?.state ?? null,
      isPassage: passages.some(over),
      isInHand: hand.some(over),
      hidden: hidden.find(over) ?? null,
    };
  });
}

/** What is still to be read comes first, then the shorter words: they say more closely what is meant. */
function innermost(candidates: readonly Candidate[]): Candidate | null {
  const ordered = [...candidates].sort((a, b) => rank(a) - rank(b) || a.end - a.start - (b.end - b.start));
  return ordered[0] ?? null;
}

function rank({ state }: Candidate): number {
  return state === 'unread' ? 0 : state === 'captured' ? 1 : 2;
}

function heldStretch({ state, start, end }: Passage): readonly Stretch[] {
  return state === 'held' && start !== null && end !== null ? [{ start, end }] : [];
}

/** Gives each part of the text what lies over it; both lists may be long, so it is done in one pass. */
export function coversByChunk(
  chunks: readonly Stretch[],
  { candidates, numerals, passages }: Omit<Covers, 'hand'>,
): readonly Omit<Covers, 'hand'>[] {
  const parts = chunks.map(() => ({
    candidates: [] as Candidate[],
    numerals: [] as Numeral[],
    passages: [] as Passage[],
  }));
  const give = ({ start, end }: Stretch, put: (part: (typeof parts)[number]) => void) => {
    for (let at = chunkAt(chunks, start); at < chunks.length; at += 1) {
      const part = parts[at];
      if (part === undefined || (chunks[at]?.start ?? 0) >= end) return;
      put(part);
    }
  };
  for (const candidate of candidates) give(candidate, (part) => part.candidates.push(candidate));
  for (const numeral of numerals) give(numeral, (part) => part.numerals.push(numeral));
  for (const passage of passages)
    for (const stretch of heldStretch(passage)) give(stretch, (part) => part.passages.push(passage));
  return parts;
}

/** The part that holds a place, or the last one before it. */
export function chunkAt(chunks: readonly Stretch[], place: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunks[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
