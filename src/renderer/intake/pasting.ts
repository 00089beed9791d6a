import { useEffect } from 'react';
import { isWriting } from '#renderer/app/ledger-keys.ts';
import { askWords } from './questions.ts';
import { incomingFile, incomingText, takeIn } from './take-in.ts';

/** Fewer letters than this may be meant for a box: the analyst sees them first. */
const SURELY_A_DOCUMENT = 240;

/** Words or files pasted where no box has the focus are a document. */
export function usePasting(): void {
  useEffect(() => {
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

function onPaste(event: ClipboardEvent): void {
  if (event.defaultPrevented || event.clipboardData === null || !isFree(event.target)) return;
  const files = [...event.clipboardData.files];
  const text = event.clipboardData.getData('text/plain');
  if (files.length === 0 && text.trim() === '') return;
  event.preventDefault();
  if (files.length > 0) void takeIn(files.map(incomingFile));
  else if (text.trim().length >= SURELY_A_DOCUMENT) void takeIn([incomingText(text)]);
  else void pasteDocument(text);
}

/** Opens the box for the words of a document. */
export async function pasteDocument(start = ''): Promise<void> {
  const words = await askWords(start);
  if (words !== null) await takeIn([incomingText(words)]);
}

/** A table takes blocks of cells, and an open question its own answer. */
function isFree(target: EventTarget | null): boolean {
  const isInGrid = target instanceof Element && target.closest('.ag-root-wrapper') !== null;
  return !isWriting(target) && !isInGrid && document.querySelector('[aria-modal="true"]') === null;
}
