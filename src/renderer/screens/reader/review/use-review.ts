import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { type Candidate, type Reading, type Stretch, stretchOf } from '../reading.ts';
import { type Desk, deskAfter, EMPTY_DESK, type Move } from './desk.ts';
import type { Edits } from './draft-texts.ts';
import { candidatesShown, type Filters, NO_FILTERS, nextUnread, sentenceAround } from './order.ts';
import { type Drafting, draftInput, useDraft } from './use-draft.ts';
import { useSettled } from './use-settled.ts';
import { useVerdicts, type Verdicts } from './use-verdicts.ts';
import { type Walk, walkOf } from './walk.ts';

export interface Review extends Walk, Verdicts, Desk {
  readonly reading: Reading;
  /** The candidates that the filters leave, in the order of the text. */
  readonly shown: readonly Candidate[];
  readonly stretch: Stretch | null;
  readonly drafting: Drafting;
  readonly canWrite: boolean;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  readonly setEdits: (edits: Edits) => void;
  readonly askReason: (isAsking: boolean) => void;
  readonly askDates: (isAsking: boolean) => void;
  readonly move: (move: Move) => void;
  readonly focusForm: () => void;
  readonly focusText: () => void;
}

interface ReviewParts {
  readonly told: Reading;
  /** When the host gave that answer. */
  readonly answeredAt: number;
  /** What the address asks to see first. */
  readonly first: { readonly passage: string | null; readonly at: number | null };
  readonly focusText: () => void;
  readonly focusForm: () => void;
}

/** The review of one document: what is in hand, the ways on from it, and the decisions. */
export function useReview({ told, answeredAt, first, focusText, focusForm }: ReviewParts): Review {
  const moment = useMoment();
  const canWrite = useCanWrite() && told.isIntact;
  const [desk, move] = useReducer(deskAfter, EMPTY_DESK);
  const [filters, setFilters] = useState(NO_FILTERS);
  const { reading, settling } = useSettled(told, answeredAt);
  const { candidates } = reading;
  const { hand, edits } = desk;
  const shown = useMemo(() => candidatesShown(candidates, filters), [candidates, filters]);
  const stretch = useMemo(() => stretchOf(hand, reading), [hand, reading]);
  const following = nextUnread(shown, { hand, place: stretch?.start ?? 0 });
  const input = draftInput(reading, hand, moment);
  const next = following === null ? null : { kind: 'candidate' as const, key: following.key };
  const drafting = useDraft(input, draftInput(reading, next, moment), edits);
  const walk = walkOf({ reading, shown, hand, stretch, move });
  const verdicts = useVerdicts({
    ...{ reading, desk, move, stretch, input, drafting, walk, settling, canWrite, focusText, focusForm },
  });
  useFirst(first, { walk, move, text: told.text ?? '', isReading: told.isReading });
  return {
    ...desk,
    ...walk,
    ...verdicts,
    ...{ reading, shown, stretch, drafting, canWrite, filters, setFilters, move, focusForm, focusText },
    setEdits: useCallback((next: Edits) => move({ do: 'edit', edits: next }), []),
    askDates: useCallback((isAsking: boolean) => move({ do: 'ask-dates', isAsking }), []),
    askReason: useCallback((isAsking: boolean) => move({ do: 'ask-reason', isAsking }), []),
  };
}

interface FirstParts {
  readonly walk: Walk;
  readonly move: (move: Move) => void;
  readonly text: string;
  /** What is left to read is not known yet. */
  readonly isReading: boolean;
}

/** What the address names comes into hand, else what is left to read. */
function useFirst({ passage, at }: ReviewParts['first'], { walk, move, text, isReading }: FirstParts): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const wanted = `${passage} ${at}`;
    if (seen.current === wanted || (isReading && passage === null && at === null)) return;
    const isFirst = seen.current === null;
    seen.current = wanted;
    if (passage !== null) move({ do: 'take', hand: { kind: 'passage', id: passage } });
    else if (at !== null) move({ do: 'take', hand: { kind: 'place', ...sentenceAround(text, at) } });
    else if (isFirst) walk.goOn();
  }, [passage, at, walk, move, text, isReading]);
}
