import { column, needed, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';
import { MONEY_UNITS } from '../stated-amount.ts';
import type { ImportKind } from './kind.ts';

const PRICE = ['ticker', 'onDay', 'close', 'isAdjusted'];
const RATE = ['rate', 'onDay'];

/** One row per closing price. */
export const pricesKind: ImportKind = {
  columns: [
    needed('instrument', 'Instrument of', 'Entity', 'Company', 'Share'),
    ...ownColumns('price', PRICE),
    column('currency'),
    needed('source'),
  ],
  read: (rows, batch) => {
    for (const row of rows) readPrice(row, batch);
  },
};

/** One row per rate of a day: units of the quote currency for one unit of the base currency. */
export const ratesKind: ImportKind = {
  columns: [
    needed('base', 'Base currency', 'From'),
    needed('quoteCurrency', 'Quote', 'Quote currency', 'To'),
    ...ownColumns('fx-rate', RATE),
    needed('source'),
  ],
  read: (rows, batch) => {
    for (const row of rows) readRate(row, batch);
  },
};

function readPrice(row: RowReader, batch: ImportBatch): void {
  row.needed('instrument');
  row.needed('source');
  row.needed('currency');
  const own = row.fields('price', PRICE);
  const currency = row.unit('currency', MONEY_UNITS);
  const entityId = batch.entity(row, 'instrument', 'company');
  const sourceId = batch.known(row, 'source', 'source');
  if (!row.isRefused) batch.add(row, 'price', { ...own, currency, entityId, sourceId });
}

function readRate(row: RowReader, batch: ImportBatch): void {
  for (const name of ['base', 'quoteCurrency', 'source']) row.needed(name);
  const own = row.fields('fx-rate', RATE);
  const base = row.unit('base', MONEY_UNITS);
  const quoteCurrency = row.unit('quoteCurrency', MONEY_UNITS);
  const sourceId = batch.known(row, 'source', 'source');
  if (!row.isRefused) batch.add(row, 'fx-rate', { ...own, base, quoteCurrency, sourceId });
}
