import { column, needed, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';
import { MONEY_UNITS } from '../stated-amount.ts';
import { type ImportKind, WORDS } from './kind.ts';

const OWN = ['direction', 'move', 'valueQualifier', 'observedOn', 'note'];

/** One row per reported move of a share. */
export const reactionsKind: ImportKind = {
  columns: [
    needed('instrument', 'Instrument of', 'Entity', 'Company', 'Share'),
    column('event', 'Deal'),
    ...ownColumns('reaction', OWN),
    column('percent', 'Change', 'Per cent'),
    column('valueChange', 'Market value', 'Market value change', 'value_change'),
    column('currency', 'valueUnit', 'Value unit'),
    needed('source'),
    column(...WORDS),
  ],
  read: (rows, batch) => {
    for (const row of rows) readReaction(row, batch);
  },
};

function readReaction(row: RowReader, batch: ImportBatch): void {
  row.needed('instrument');
  row.needed('source');
  const own = row.fields('reaction', OWN);
  const percent = row.amount('percent', 'percent');
  const currency = row.unit('currency', MONEY_UNITS);
  const value = row.isRefused ? null : row.amount('valueChange', currency);
  const entityId = batch.entity(row, 'instrument', 'company');
  const dealId = batch.known(row, 'event', 'deal');
  const sourceId = batch.known(row, 'source', 'source');
  if (row.isRefused || sourceId === null) return;
  batch.add(row, 'reaction', {
    ...own,
    entityId,
    dealId,
    percent: percent?.stored,
    percentUnit: percent?.unit,
    valueChange: value?.stored,
    valueUnit: value?.unit,
    sourceId,
    passageId: batch.passageOf(row, sourceId),
  });
}
