import { useSyncExternalStore } from 'react';

/** What the header says of the file: "Saved" is said only after the host answered a command. */
export type SavedState = 'unchanged' | 'saving' | 'saved' | 'not-saved';

const listeners = new Set<() => void>();
let current: SavedState = 'unchanged';
let running = 0;
let revision = 0;

function change(next: SavedState): void {
  current = next;
  for (const listener of listeners) listener();
}

export function noteSaving(): void {
  running += 1;
  change('saving');
}

export function noteSaved(): void {
  running -= 1;
  change(running === 0 ? 'saved' : 'saving');
}

/** What was read before the last command is stale. */
export function noteStale(): void {
  revision += 1;
  change(current);
}

export function noteUnsaved(): void {
  running -= 1;
  change('not-saved');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSavedState(): SavedState {
  return useSyncExternalStore(subscribe, () => current);
}

/** Counts the commands of this window that were saved; grids read anew when it grows. */
export function useRevision(): number {
  return useSyncExternalStore(subscribe, () => revision);
}

/** Another ledger is open: nothing of it was changed yet. */
export function noteOtherLedger(): void {
  revision += 1;
  change('unchanged');
}
