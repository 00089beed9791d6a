import { call } from '#renderer/client.ts';
import { closeCheck } from '#renderer/screens/history/check-ledger.ts';
import { queryClient } from './asking.ts';
import { noteOtherLedger } from './saved-state.ts';

/** Opens a ledger of the recent list; the whole window then speaks of that one. Throws PlumblineError. */
export async function openLedger(id: string): Promise<void> {
  await call('shell', 'open', { id });
  await startOver();
}

/** Makes a ledger in the analyst's ledger folder and opens it; with `sample`, filled with the sample case. */
export async function createLedger(name: string, sample: boolean): Promise<void> {
  await call('shell', 'create', { name, sample });
  await startOver();
}

async function startOver(): Promise<void> {
  closeCheck();
  noteOtherLedger();
  location.hash = '#/overview';
  await queryClient.resetQueries();
}
