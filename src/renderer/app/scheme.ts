import { useSyncExternalStore } from 'react';

/** Light or dark for this session: the system's choice until the analyst makes another. Nothing is stored. */
export type SchemeChoice = 'system' | 'light' | 'dark';
type ShownScheme = 'light' | 'dark';

const listeners = new Set<() => void>();
const system = matchMedia('(prefers-color-scheme: dark)');
let choice: SchemeChoice = 'system';

function tell(): void {
  for (const listener of listeners) listener();
}

system.addEventListener('change', tell);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function chooseScheme(next: SchemeChoice): void {
  choice = next;
  tell();
}

export function useSchemeChoice(): SchemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

/** What is on screen now; charts and grids take their colours by it. */
export function useShownScheme(): ShownScheme {
  return useSyncExternalStore(subscribe, () => {
    if (choice !== 'system') return choice;
    return system.matches ? 'dark' : 'light';
  });
}
