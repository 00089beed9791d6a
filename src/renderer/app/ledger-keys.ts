import { useEffect } from 'react';
import { showKeys } from './keys-help.tsx';
import { redo, undo } from './undo.ts';

/** Keys of the whole window. In a text field Ctrl-Z stays the field's own. */
export function useLedgerKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (event.key === 'F6') moveToRegion(event);
  if (event.key === 'F6' || isWriting(event.target) || isAsked()) return;
  const act = actOf(event);
  if (act === null) return;
  event.preventDefault();
  act();
}

/** While a form or a question is open, nothing happens behind it. */
function isAsked(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

/** F6 goes round the regions of the window, so that no grid has to be tabbed through to reach the panel. */
function moveToRegion(event: KeyboardEvent): void {
  const regions = [...document.querySelectorAll<HTMLElement>('main, aside, nav, header[data-region]')];
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = event.shiftKey ? regions.length - 1 : 1;
  const next = regions[(current + step) % regions.length];
  event.preventDefault();
  const target =
    next?.querySelector<HTMLElement>(
      '[aria-current="page"], [role="gridcell"][tabindex], button, input, a[href]',
    ) ?? next;
  target?.focus();
}

function actOf(event: KeyboardEvent): (() => void) | null {
  const key = event.key.toLowerCase();
  if (event.key === '?' && !hasCommandKey(event)) return showKeys;
  if (!hasCommandKey(event) || event.altKey) return null;
  if (key === 'z') return () => void (event.shiftKey ? redo() : undo());
  if (key === 'y' && !event.shiftKey) return () => void redo();
  return null;
}

function hasCommandKey(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

/** Whether keys go into a text, and mean nothing else. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
