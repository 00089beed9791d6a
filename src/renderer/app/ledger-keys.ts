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
  if (event.defaultPrevented || isWriting(event.target)) return;
  const act = actOf(event);
  if (act === null) return;
  event.preventDefault();
  act();
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
