import { callProcedure } from '#main/api/api.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { layBatches, newLedger } from '../ledger/temp-ledger.ts';

export interface SampleLedger {
  readonly ledger: WritableLedger;
  readonly openai: string;
  /** Asks the API as the window does, on the day given. */
  readonly call: <T>(topic: string, name: string, input: unknown) => Promise<T>;
}

/** The sample case in a real ledger file, behind the API. */
export function sampleLedger(today = '2026-11-23'): SampleLedger {
  const { ledger } = newLedger();
  layBatches(ledger, sampleBatches());
  const openai =
    ledger.db.prepare<[], { id: string }>("SELECT id FROM entities WHERE name = 'OpenAI'").get()?.id ?? '';
  const context = {
    session: { access: 'write' as const, ledger },
    today,
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  return {
    ledger,
    openai,
    call: async <T>(topic: string, name: string, input: unknown) =>
      (await callProcedure(context, topic, name, input, options)) as T,
  };
}
