import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { Stretch } from '../reading.ts';
import type { Chunk } from './blocks.ts';
import { domPlaceAt, selectedStretch } from './text-places.ts';

/** What the analyst selects in the text, by mouse or by keys. */
export interface TextSelection {
  /** The selected words, or null. */
  readonly stretch: Stretch | null;
  /** Where the selection, or the caret, is drawn: places inside the measure of the text. */
  readonly box: { readonly top: number; readonly left: number; readonly height: number } | null;
  /** True while a caret stands in the text for the keyboard. */
  readonly hasCaret: boolean;
  readonly clear: () => void;
  /** Puts the caret before what is in hand. */
  readonly startCaret: () => void;
  /** Obeys an arrow key; false where it is none of the caret's. */
  readonly move: (event: KeyStroke) => boolean;
}

interface KeyStroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly chunks: readonly Chunk[];
  readonly text: string;
  readonly hand: Stretch | null;
}

const ARROWS: Readonly<Record<string, { readonly to: 'forward' | 'backward'; readonly isLine: boolean }>> = {
  ArrowRight: { to: 'forward', isLine: false },
  ArrowLeft: { to: 'backward', isLine: false },
  ArrowDown: { to: 'forward', isLine: true },
  ArrowUp: { to: 'backward', isLine: true },
};

export function useTextSelection({ pane, chunks, text, hand }: Parts): TextSelection {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [box, setBox] = useState<TextSelection['box']>(null);
  const [hasCaret, setCaret] = useState(false);

  useEffect(() => {
    const read = () => {
      const { current } = pane;
      if (current === null) return;
      const next = selectedStretch(current, text);
      setStretch((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
      setBox(boxOf(current));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [pane, text]);

  const clear = useCallback(() => {
    getSelection()?.removeAllRanges();
    setCaret(false);
    setStretch(null);
  }, []);

  const startCaret = useCallback(() => {
    const { current } = pane;
    if (current === null) return;
    const place = domPlaceAt(current, chunks, hand?.start ?? firstInSight(current));
    if (place === null) return;
    getSelection()?.collapse(place.node, place.offset);
    setCaret(true);
  }, [pane, chunks, hand]);

  const move = useCallback(
    (event: KeyStroke) => {
      const arrow = ARROWS[event.key];
      if (arrow === undefined || event.altKey || !(event.shiftKey || hasCaret)) return false;
      if (!holdsSelection(pane.current)) startCaret();
      setCaret(true);
      const unit = arrow.isLine ? 'line' : event.ctrlKey || event.metaKey ? 'word' : 'character';
      getSelection()?.modify(event.shiftKey ? 'extend' : 'move', arrow.to, unit);
      showFocus(pane.current);
      return true;
    },
    [pane, hasCaret, startCaret],
  );

  return { stretch, box, hasCaret, clear, startCaret, move };
}

function holdsSelection(pane: HTMLElement | null): boolean {
  const node = getSelection()?.anchorNode ?? null;
  return pane !== null && node !== null && node !== pane && pane.contains(node);
}

/** Where a selection that is being extended ends, that end is kept in sight. */
function showFocus(pane: HTMLElement | null): void {
  const node = getSelection()?.focusNode ?? null;
  if (pane === null || node === null || !pane.contains(node)) return;
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

function boxOf(pane: HTMLElement): TextSelection['box'] {
  const selection = getSelection();
  if (!holdsSelection(pane) || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const frame = pane.firstElementChild?.getBoundingClientRect();
  if (frame === undefined) return null;
  return { top: rect.top - frame.top, left: rect.left - frame.left, height: rect.height };
}

function firstInSight(pane: HTMLElement): number {
  const top = pane.getBoundingClientRect().top;
  for (const element of pane.querySelectorAll<HTMLElement>('[data-at]'))
    if (element.getBoundingClientRect().top >= top) return Number(element.dataset.at);
  return 0;
}
