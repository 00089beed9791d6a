import { isWriting } from '#renderer/app/ledger-keys.ts';
import { CLASSES } from './class-words.ts';
import { REASONS } from './review/commands.ts';
import { unreadDates } from './review/order.ts';
import type { Review } from './review/use-review.ts';
import { REST_KEY } from './text/selection-tools.tsx';
import type { TextSelection } from './text/use-text-selection.ts';

/**
 * The keys of the reader. Law: single keys mean something only while the focus is in the reader and on no box, so that
 * nobody who types or dictates elsewhere decides anything; what a focused button does by Enter stays its own.
 */
export interface KeyParts {
  readonly review: Review;
  readonly selection: TextSelection | null;
  /** Opens the first entry that rests on what is in hand. */
  readonly openEntry: () => void;
}

export function onReaderKey(event: React.KeyboardEvent, parts: KeyParts): void {
  if (event.defaultPrevented || isInWindow(event.target)) return;
  const act = isWriting(event.target) ? actInBox(event, parts) : actOf(event, parts);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

type Act = (() => void) | null;

/** Questions and lists that lie over the screen have keys of their own. */
function isInWindow(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[aria-modal="true"], [role="listbox"]') !== null;
}

/** A box to choose from opens its list by itself, so Esc leaves both at once. */
function actInBox({ key, ctrlKey, metaKey }: React.KeyboardEvent, { review }: KeyParts): Act {
  if (key === 'Enter' && (ctrlKey || metaKey)) return review.accept;
  return key === 'Escape' ? review.focusText : null;
}

function actOf(event: React.KeyboardEvent, parts: KeyParts): Act {
  const { key, ctrlKey, metaKey, altKey } = event;
  const { review, selection } = parts;
  if (selection !== null && isInText(event.target) && isArrow(key))
    return selection.move(event) ? () => {} : null;
  if (key === 'Enter' && (ctrlKey || metaKey)) return review.accept;
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Escape') return () => leave(parts);
  if (key === 'Enter') return isButton(event.target) || event.repeat ? null : () => enter(parts);
  return letter(event, parts);
}

function letter({ key, repeat }: React.KeyboardEvent, { review, selection }: KeyParts): Act {
  const words = selection?.stretch ?? null;
  const made = words === null || !review.canWrite ? undefined : CLASSES.find((one) => one.key === key);
  if (words !== null && made !== undefined)
    return () => {
      review.make(made.id, words);
      selection?.clear();
    };
  if (words !== null && key === REST_KEY && review.canWrite && review.drafting.told !== null)
    return () => review.setEdits({ ...review.edits, passage: words });
  if (review.isAskingReason) {
    const reason = REASONS[Number(key) - 1];
    if (reason !== undefined) return repeat ? null : () => review.reject(reason.id, null);
  }
  if (key === 'j' || key === 'n') return () => review.step(1);
  if (key === 'k' || key === 'p') return () => review.step(-1);
  if (key === '.') return () => review.goToNumeral();
  if (key === 's' && selection !== null) return selection.startCaret;
  return repeat ? null : decision(key, review);
}

/** A key that is held down decides once. */
function decision(key: string, review: Review): Act {
  if (!review.canWrite) return null;
  const { hand } = review;
  if (key === 'e') return review.focusForm;
  if (key === 'x' && hand?.kind === 'candidate') return () => review.askReason(true);
  if (key === 'u') return review.undoLast;
  if (key === 'd' && hand?.kind === 'numeral') return () => review.dismiss(false);
  if (key === 'D' && hand?.kind === 'numeral') return () => review.dismiss(true);
  if (key === 'a' && hand?.kind === 'numeral' && hasDates(review)) return () => review.askDates(true);
  return null;
}

function hasDates({ reading }: Review): boolean {
  return unreadDates(reading.text ?? '', reading.numerals).length > 0;
}

function enter({ review, openEntry }: KeyParts): void {
  const { hand, reading } = review;
  const candidate =
    hand?.kind === 'candidate' ? reading.candidates.find(({ key }) => key === hand.key) : undefined;
  if (hand === null) review.goOn();
  else if (review.isAskingDates) review.dismissDates();
  else if (hand.kind === 'passage' || candidate?.state === 'captured') openEntry();
  else review.accept();
}

function leave({ review, selection }: KeyParts): void {
  if (selection !== null && (selection.stretch !== null || selection.hasCaret)) {
    selection.clear();
    return;
  }
  if (review.isAskingReason) review.askReason(false);
  if (review.isAskingDates) review.askDates(false);
  review.focusText();
}

function isArrow(key: string): boolean {
  return key.startsWith('Arrow');
}

function isInText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-text-pane]') !== null;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, summary, select') !== null;
}
