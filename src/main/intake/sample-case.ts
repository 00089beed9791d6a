import type { ChangeBatch } from '#core/intake/change.ts';
import { sampleBatchesFrom } from '#core/intake/sample.ts';
import { type SampleCase, sampleCaseSchema } from '#core/intake/sample-schema.ts';
import deals from '../../../resources/sample-case/deals.json?raw';
import entities from '../../../resources/sample-case/entities.json?raw';
import figures from '../../../resources/sample-case/figures.json?raw';
import keyDates from '../../../resources/sample-case/key-dates.json?raw';
import quotes from '../../../resources/sample-case/quotes.json?raw';
import reactions from '../../../resources/sample-case/reactions.json?raw';
import sources from '../../../resources/sample-case/sources.json?raw';

/** The files of the sample case, which are part of the build: nothing is read from disk at run time. */
export function sampleCase(): SampleCase {
  const files = { entities, sources, deals, figures, quotes, reactions, keyDates };
  return sampleCaseSchema.parse(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, JSON.parse(text)])),
  );
}

/** The sample case as batches for `entries.write`, to be written in turn with `writeInTurn` (#core/intake/change.ts). */
export function sampleBatches(): readonly ChangeBatch[] {
  return sampleBatchesFrom(sampleCase());
}
