import { useSyncExternalStore } from 'react';
import { startJob } from '#renderer/app/jobs.tsx';
import { runJob, type Told } from '#renderer/client.ts';

export type Verification = Told<'ledger', 'verify'>;

const listeners = new Set<() => void>();
let last: Verification | null = null;

function change(next: Verification | null): void {
  last = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Checks every row and the chain of changes; the result stays on the history screen until it is closed. */
export function checkLedger(): Promise<void> {
  return startJob('Check of the ledger', async (options) => {
    const verification = await runJob('ledger', 'verify', {}, options);
    change(verification);
    return verification.ok
      ? `The ledger is whole: ${verification.changes.toLocaleString()} changes checked.`
      : null;
  });
}

export function closeCheck(): void {
  change(null);
}

export function useLastCheck(): Verification | null {
  return useSyncExternalStore(subscribe, () => last);
}
