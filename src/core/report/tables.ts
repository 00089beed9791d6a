import { dealsTable, figuresTable, keyDatesTable, quotesTable, reactionsTable } from './fact-tables.ts';
import {
  citationsTable,
  entitiesTable,
  fxTable,
  historyTable,
  ownSignalsTable,
  partiesTable,
  passagesTable,
  pricesTable,
  scheduleTable,
  sourcesTable,
  thresholdsTable,
} from './register-tables.ts';
import type { TableId, TableSpec } from './table-spec.ts';

/** Registry of tables; a new one is a description and a line here. */
export const tables: Readonly<Record<TableId, TableSpec>> = {
  deals: dealsTable,
  figures: figuresTable,
  quotes: quotesTable,
  reactions: reactionsTable,
  'key-dates': keyDatesTable,
  entities: entitiesTable,
  sources: sourcesTable,
  citations: citationsTable,
  passages: passagesTable,
  parties: partiesTable,
  schedule: scheduleTable,
  prices: pricesTable,
  fx: fxTable,
  thresholds: thresholdsTable,
  'own-signals': ownSignalsTable,
  history: historyTable,
};
