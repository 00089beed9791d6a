import { column, needed, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';
import type { ImportKind } from './kind.ts';

const OWN = ['role', 'isVerbatim', 'stance', 'isAffiliated', 'saidOn', 'note'];

/** One row per quote. Speakers, affiliations and subjects that nobody knows are added. */
export const quotesKind: ImportKind = {
  columns: [
    needed('speaker', 'Said by'),
    column('affiliation', 'Company'),
    ...ownColumns('quote', OWN),
    needed('words', 'Quote', 'Text'),
    column('about', 'Entity'),
    column('aboutDeal', 'About deal', 'Deal'),
    needed('source'),
  ],
  read: (rows, batch) => {
    for (const row of rows) readQuote(row, batch);
  },
};

function readQuote(row: RowReader, batch: ImportBatch): void {
  row.needed('speaker');
  row.needed('source');
  const own = row.fields('quote', [...OWN, 'words']);
  const speakerId = batch.entity(row, 'speaker', 'person');
  const affiliationId = batch.entity(row, 'affiliation', 'company');
  const aboutId = batch.entity(row, 'about', 'company');
  const aboutDealId = batch.known(row, 'aboutDeal', 'deal');
  const sourceId = batch.known(row, 'source', 'source');
  if (row.isRefused) return;
  batch.add(row, 'quote', { ...own, speakerId, affiliationId, aboutId, aboutDealId, sourceId });
}
