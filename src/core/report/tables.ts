import { dealsTable, figuresTable, keyDatesTable, quotesTable, reactionsTable } from './fact-tables.ts';
import { dispositionsTable, ownSignalsTable, picksTable, thresholdsTable } from './judgement-tables.ts';
import { originalsTable, rejectionsTable } from './reading-tables.ts';
import {
  citationsTable,
  entitiesTable,
  fxTable,
  historyTable,
  partiesTable,
  passagesTable,
  pricesTable,
  scheduleTable,
  sourcesTable,
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
  picks: picksTable,
  dispositions: dispositionsTable,
  rejections: rejectionsTable,
  originals: originalsTable,
  history: historyTable,
};
