import { useSyncExternalStore } from 'react';

/** Whether the time control is open: the header and the palette open it. */
const listeners = new Set<() => void>();
let isShown = false;

export function showTime(next: boolean): void {
  isShown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTimeShown(): boolean {
  return useSyncExternalStore(subscribe, () => isShown);
}
