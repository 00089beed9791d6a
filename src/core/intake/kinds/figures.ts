import { UNIT_IDS } from '../../quantities/unit.ts';
import { column, needed, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';
import { statedInRow } from '../stated-amount.ts';
import { type ImportKind, WORDS } from './kind.ts';

const OWN = [
  'metric',
  'basis',
  'accounting',
  'status',
  'periodStart',
  'periodEnd',
  'periodLabel',
  'definition',
  'isPrimary',
  'wording',
  'note',
];

/** "Cannot be judged", where the file does not say. */
export const UNJUDGED = 6;

/** One row per claim of a source. An entity that nobody knows is added; sources and deals must be known. */
export const figuresKind: ImportKind = {
  columns: [
    needed('about', 'Entity', 'Company', 'Entity id'),
    ...ownColumns('figure', OWN),
    column('deal'),
    column('qualifier'),
    column('unit', 'Currency'),
    column('amount', 'Stated', 'Point'),
    column('low', 'lo', 'Low end', 'Amount low'),
    column('high', 'hi', 'High end', 'Amount high'),
    column('credibility'),
    needed('source'),
    column(...WORDS),
  ],
  read: (rows, batch) => {
    for (const row of rows) readFigure(row, batch);
  },
};

function readFigure(row: RowReader, batch: ImportBatch): void {
  row.needed('about');
  row.needed('source');
  const own = row.fields('figure', OWN);
  const credibility = row.given('figure', 'credibility') ?? UNJUDGED;
  const stated = statedInRow(row, 'unit', UNIT_IDS);
  if (stated === null && !row.isRefused)
    row.refuse('amount', 'The amount is missing.', 'Fill it in, or write "undisclosed" as the qualifier.');
  const entityId = batch.entity(row, 'about', 'company');
  const dealId = batch.known(row, 'deal', 'deal');
  const sourceId = batch.known(row, 'source', 'source');
  if (row.isRefused || stated === null || sourceId === null) return;
  batch.add(row, 'figure', {
    ...own,
    ...stated,
    credibility,
    entityId,
    dealId,
    sourceId,
    passageId: batch.passageOf(row, sourceId),
  });
}
