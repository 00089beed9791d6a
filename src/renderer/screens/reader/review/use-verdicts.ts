import { useRef } from 'react';
import { undo } from '#renderer/app/undo.ts';
import type { Refusals } from '#renderer/forms/form-texts.ts';
import type { Hand, Reading, Stretch } from '../reading.ts';
import { acceptDraft, type Reason, type Rejected, rejectStretches, takeBackRejection } from './commands.ts';
import type { Desk, Move } from './desk.ts';
import { correctedDraft, NO_EDITS } from './draft-texts.ts';
import { numeralsWithin, restOfParagraph, unreadDates } from './order.ts';
import { type DraftInput, type Drafting, freshDraft } from './use-draft.ts';
import type { Settling } from './use-settled.ts';
import type { Walk } from './walk.ts';

interface VerdictParts {
  readonly reading: Reading;
  readonly desk: Desk;
  readonly move: (move: Move) => void;
  readonly stretch: Stretch | null;
  readonly input: DraftInput | null;
  readonly drafting: Drafting;
  readonly walk: Walk;
  readonly settling: Settling;
  readonly canWrite: boolean;
  readonly focusText: () => void;
  readonly focusForm: () => void;
}

export interface Verdicts {
  readonly accept: () => void;
  readonly reject: (reason: Reason, note: string | null) => void;
  /** The numeral in hand, or all that are unread from it to the end of its paragraph. */
  readonly dismiss: (isWholeParagraph: boolean, reason?: Reason) => void;
  /** All unread numerals of the document that are dates or number a list, in one change. */
  readonly dismissDates: () => void;
  /** What was turned down is to be read again. */
  readonly readAgain: () => void;
  readonly undoLast: () => void;
}

/**
 * The decisions of a review. Law: a decision is shown at once and given to the host in turn, each after the one before is
 * in the file; one that is refused comes back into hand with what was typed.
 */
export function useVerdicts(parts: VerdictParts): Verdicts {
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const acted = useRef<Hand[]>([]);
  const inTurn = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work);
  };
  return {
    accept: () => accept(parts, acted.current, inTurn),
    reject: (reason, note) => reject(parts, { reason, note }, { acted: acted.current, inTurn }),
    dismiss: (isWhole, reason = 'date-or-count') =>
      dismiss(parts, { isWhole, reason }, { acted: acted.current, inTurn }),
    dismissDates: () => dismissDates(parts, { acted: acted.current, inTurn }),
    readAgain: () => readAgain(parts, inTurn),
    undoLast: () => undoLast(parts, acted.current, inTurn),
  };
}

type InTurn = (work: () => Promise<void>) => void;

interface Turn {
  /** What was decided in this review, latest last: undo brings it back into hand. */
  readonly acted: Hand[];
  readonly inTurn: InTurn;
}

class BoxesRefused extends Error {
  readonly refusals: Refusals;

  constructor(refusals: Refusals) {
    super('Some boxes do not fit.');
    this.refusals = refusals;
  }
}

function accept(parts: VerdictParts, acted: Hand[], inTurn: InTurn): void {
  const { reading, desk, move, input, drafting, walk, settling, canWrite } = parts;
  const { hand, edits } = desk;
  if (hand === null || input === null || !canWrite) return;
  const current = drafting.told === null ? null : correctedDraft(drafting.told.draft, edits);
  if (current !== null && 'refused' in current) {
    move({ do: 'refuse', refused: current.refused });
    parts.focusForm();
    return;
  }
  const key = hand.kind === 'candidate' ? hand.key : null;
  const numerals = parts.stretch === null ? [] : numeralsWithin(reading.numerals, parts.stretch);
  const ids = key === null ? numerals : [key, ...numerals];
  settling.settle(ids, 'captured');
  walk.goOn(numerals);
  parts.focusText();
  inTurn(async () => {
    try {
      const { draft } = await freshDraft(input);
      const corrected = correctedDraft(draft, edits);
      if ('refused' in corrected) throw new BoxesRefused(corrected.refused);
      const said = await acceptDraft(reading.id, key, corrected.ok);
      settling.written(ids);
      acted.push(hand);
      move({ do: 'say', said });
    } catch (error) {
      settling.unsettle(ids);
      const boxes = error instanceof BoxesRefused ? error.refusals : {};
      const failure = error instanceof BoxesRefused ? null : asError(error);
      move({ do: 'come-back', hand, edits, refused: boxes, failure });
    }
  });
}

function reject(
  parts: VerdictParts,
  { reason, note }: { readonly reason: Reason; readonly note: string | null },
  turn: Turn,
): void {
  const { hand } = parts.desk;
  if (hand?.kind !== 'candidate' || parts.stretch === null || !parts.canWrite) return;
  const { start, end } = parts.stretch;
  const numerals = numeralsWithin(parts.reading.numerals, parts.stretch);
  const ids = [hand.key, ...numerals];
  parts.settling.settle(ids, 'rejected');
  parts.walk.goOn(numerals);
  turnDown(parts, { stretches: [{ start, end, key: hand.key }], reason, note }, ids, turn);
}

function dismiss(
  parts: VerdictParts,
  { isWhole, reason }: { readonly isWhole: boolean; readonly reason: Reason },
  turn: Turn,
): void {
  const { reading, desk } = parts;
  const { hand } = desk;
  if (hand?.kind !== 'numeral' || !parts.canWrite) return;
  const own = reading.numerals.filter(({ start, state }) => start === hand.start && state === 'unread');
  const all = isWhole ? restOfParagraph(reading.text ?? '', reading.numerals, hand) : own;
  dismissAll(parts, all, reason, turn);
}

function dismissDates(parts: VerdictParts, turn: Turn): void {
  const { reading, desk, canWrite } = parts;
  const dates = unreadDates(reading.text ?? '', reading.numerals);
  if (desk.hand?.kind === 'numeral' && canWrite && dates.length > 0)
    dismissAll(parts, dates, 'date-or-count', turn);
}

/** What is in hand may have been decided meanwhile, by a command that ran: then the review goes on. */
function dismissAll(parts: VerdictParts, all: readonly Stretch[], reason: Reason, turn: Turn): void {
  if (all.length === 0) {
    parts.walk.goOn();
    return;
  }
  const stretches = all.map(({ start, end }) => ({ start, end, key: null }));
  const ids = stretches.map(({ start }) => start);
  parts.settling.settle(ids, 'rejected');
  parts.walk.goToNumeral(ids);
  turnDown(parts, { stretches, reason, note: null }, ids, turn);
}

function turnDown(
  { reading, desk, move, settling, focusText }: VerdictParts,
  what: Rejected,
  ids: readonly (string | number)[],
  { acted, inTurn }: Turn,
): void {
  const { hand } = desk;
  focusText();
  inTurn(async () => {
    try {
      const said = await rejectStretches(reading.id, what);
      settling.written(ids);
      if (hand !== null) acted.push(hand);
      move({ do: 'say', said });
    } catch (error) {
      settling.unsettle(ids);
      if (hand !== null)
        move({ do: 'come-back', hand, edits: NO_EDITS, refused: {}, failure: asError(error) });
    }
  });
}

function readAgain({ reading, desk, move, canWrite, settling }: VerdictParts, inTurn: InTurn): void {
  const { hand } = desk;
  if (hand?.kind !== 'candidate' || !canWrite) return;
  const candidate = reading.candidates.find(({ key }) => key === hand.key);
  const rejection = candidate?.rejection ?? null;
  if (candidate === undefined || rejection === null) return;
  inTurn(async () => {
    try {
      await takeBackRejection(candidate.line, rejection);
      settling.unsettle([candidate.key]);
      move({ do: 'take', hand, said: 'To be read again.' });
    } catch (error) {
      move({ do: 'come-back', hand, edits: NO_EDITS, refused: {}, failure: asError(error) });
    }
  });
}

function undoLast({ move, settling }: VerdictParts, acted: Hand[], inTurn: InTurn): void {
  inTurn(async () => {
    await undo();
    settling.clear();
    const last = acted.pop();
    const said = 'The last change of the ledger is undone.';
    move(last === undefined ? { do: 'say', said } : { do: 'take', hand: last, said });
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
