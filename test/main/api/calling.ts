import { callProcedure } from '#main/api/api.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';

/** Calls the API over a real ledger file, as the window of one analyst on one day. */
export function callingOn(ledger: WritableLedger) {
  const context = {
    session: { access: 'write' as const, ledger },
    today: '2026-11-23',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  return async <T>(topic: string, name: string, input: unknown): Promise<T> =>
    (await callProcedure(context, topic, name, input, options)) as T;
}
