import type { LedgerView } from '#core/model/ledger-view.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import { loadView } from '#main/ledger/view.ts';
import { layBatches, newLedger } from '../ledger/temp-ledger.ts';

/** The sample case in a real ledger file, as its signals read it. */
export function sampleView(asOf: string): { readonly view: LedgerView; readonly openai: string } {
  const { ledger } = newLedger();
  layBatches(ledger, sampleBatches());
  const openai =
    ledger.db
      .prepare<[], { id: string }>("SELECT id FROM entities WHERE name = 'OpenAI' AND retracted_seq IS NULL")
      .get()?.id ?? '';
  return { view: loadView(ledger, { subjectIds: [openai], asOf, knownAt: null }), openai };
}
