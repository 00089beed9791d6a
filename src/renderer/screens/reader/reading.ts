import type { Told } from '#renderer/client.ts';
import type { EntryClass, READING_STATES } from '#shared/contract/documents.ts';

/** A document as the host tells of it, and its parts. */
export type Reading = Told<'documents', 'open'>;
export type Candidate = Reading['candidates'][number];
export type Numeral = Reading['numerals'][number];
export type Passage = Reading['passages'][number];
export type Aside = Reading['setAside'][number];
export type ReadingState = (typeof READING_STATES)[number];

/** A stretch of the text: string offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the review panel is about. */
export type Hand =
  | { readonly kind: 'candidate'; readonly key: string }
  | { readonly kind: 'words'; readonly start: number; readonly end: number; readonly as: EntryClass }
  | { readonly kind: 'numeral'; readonly start: number; readonly end: number }
  /** Words that a search found. */
  | { readonly kind: 'place'; readonly start: number; readonly end: number }
  | { readonly kind: 'passage'; readonly id: string };

/** Where in the text the thing in hand stands; null where it has no place any more. */
export function stretchOf(hand: Hand | null, { candidates, passages }: Reading): Stretch | null {
  if (hand === null) return null;
  switch (hand.kind) {
    case 'candidate':
      return candidates.find(({ key }) => key === hand.key) ?? null;
    case 'passage': {
      const passage = passages.find(({ id }) => id === hand.id);
      if (passage?.state !== 'held' || passage.start === null || passage.end === null) return null;
      return { start: passage.start, end: passage.end };
    }
    default:
      return { start: hand.start, end: hand.end };
  }
}
