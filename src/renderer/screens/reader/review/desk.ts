import type { Refusals } from '#renderer/forms/form-texts.ts';
import type { Hand } from '../reading.ts';
import { type Edits, NO_EDITS } from './draft-texts.ts';

/** What lies before the analyst: the thing in hand, what was typed over it, and what was said last. */
export interface Desk {
  readonly hand: Hand | null;
  readonly edits: Edits;
  /** A sentence for each box that does not fit. */
  readonly refused: Refusals;
  /** Why the host did not write it. */
  readonly failure: Error | null;
  /** A reason for turning it down is asked for. */
  readonly isAskingReason: boolean;
  /** Whether all dates and list numbers are to be dismissed at once is asked. */
  readonly isAskingDates: boolean;
  /** For the ears: what happened last. */
  readonly said: string;
}

export const EMPTY_DESK: Desk = {
  hand: null,
  edits: NO_EDITS,
  refused: {},
  failure: null,
  isAskingReason: false,
  isAskingDates: false,
  said: '',
};

export type Move =
  | { readonly do: 'take'; readonly hand: Hand | null; readonly said?: string }
  | { readonly do: 'edit'; readonly edits: Edits }
  | { readonly do: 'refuse'; readonly refused: Refusals }
  | {
      readonly do: 'come-back';
      readonly hand: Hand;
      readonly edits: Edits;
      readonly refused: Refusals;
      readonly failure: Error | null;
    }
  | { readonly do: 'ask-reason'; readonly isAsking: boolean }
  | { readonly do: 'ask-dates'; readonly isAsking: boolean }
  | { readonly do: 'say'; readonly said: string };

export function deskAfter(desk: Desk, move: Move): Desk {
  switch (move.do) {
    case 'take':
      return { ...EMPTY_DESK, hand: move.hand, said: move.said ?? desk.said };
    case 'edit':
      return { ...desk, edits: move.edits, refused: {} };
    case 'refuse':
      return {
        ...desk,
        refused: move.refused,
        said: 'Nothing is written yet: some boxes need another look.',
      };
    case 'come-back': {
      const { hand, edits, refused, failure } = move;
      const said = 'That was not written. It is in hand again; the panel says why.';
      return { ...EMPTY_DESK, hand, edits, refused, failure, said };
    }
    case 'ask-reason':
      return {
        ...desk,
        isAskingReason: move.isAsking,
        said: move.isAsking ? 'Why is it turned down? Keys 1 to 6.' : desk.said,
      };
    case 'ask-dates':
      return {
        ...desk,
        isAskingDates: move.isAsking,
        said: move.isAsking
          ? 'Dismiss all dates and list numbers? Enter dismisses, Escape keeps them.'
          : desk.said,
      };
    default:
      return { ...desk, said: move.said };
  }
}
