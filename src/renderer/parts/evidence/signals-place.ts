import { useSyncExternalStore } from 'react';

/** Which part of the signals screen is on, and which measure its thresholds show; kept while the window is open. */
interface SignalsPlace {
  readonly tab: 'flags' | 'thresholds' | 'own';
  /** Key of a measure, `signal` or `signal/measure`; null for none. */
  readonly measureKey: string | null;
}

const listeners = new Set<() => void>();
let place: SignalsPlace = { tab: 'flags', measureKey: null };

function move(next: SignalsPlace): void {
  place = next;
  for (const listener of listeners) listener();
}

export function showFlags(): void {
  move({ ...place, tab: 'flags' });
}

/** Shows the thresholds of a measure; null shows all of them. */
export function showThresholds(measureKey: string | null): void {
  move({ tab: 'thresholds', measureKey });
}

export function showOwnSignals(): void {
  move({ ...place, tab: 'own' });
}

export function useSignalsPlace(): SignalsPlace {
  return useSyncExternalStore(subscribe, () => place);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
