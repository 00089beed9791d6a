import { column, inCurrency, own, recorded, source } from './columns.ts';
import type { TableSpec } from './table-spec.ts';

/** Tables of who and what facts rest on, of series, and of what was done. */
export const entitiesTable: TableSpec = {
  id: 'entities',
  title: 'Entities',
  noun: 'entity',
  view: 'v_entities',
  sort: [{ key: 'name', descending: false }],
  columns: [
    own('entity', 'name', { width: 200 }),
    own('entity', 'kind', { width: 120 }),
    own('entity', 'underReview', { width: 120 }),
    column('parent', 'Parent', { width: 160 }),
    own('entity', 'rollsUp', { width: 100 }),
    own('entity', 'aliases', { width: 220 }),
    own('entity', 'tickers', { width: 120 }),
    own('entity', 'sector', { width: 140 }),
    own('entity', 'reportingCurrency', { width: 110 }),
    own('entity', 'fiscalYearEndMonth', { width: 130 }),
    own('entity', 'parentFrom', { width: 120 }),
    own('entity', 'parentUntil', { width: 120 }),
    own('entity', 'note', { width: 300 }),
    recorded,
  ],
};

export const sourcesTable: TableSpec = {
  id: 'sources',
  title: 'Sources',
  noun: 'source',
  view: 'v_sources',
  sort: [{ key: 'title', descending: false }],
  columns: [
    own('source', 'title', { width: 360 }),
    own('source', 'publisher', { width: 160 }),
    own('source', 'author', { width: 140 }),
    own('source', 'kind', { width: 130 }),
    own('source', 'reliability', { width: 110 }),
    own('source', 'publishedOn', { width: 120 }),
    column('cites', 'Cites', { width: 220 }),
    column('figures', 'Figures', { of: { type: 'integer' }, width: 90 }),
    column('passages', 'Passages', { of: { type: 'integer' }, width: 100 }),
    column('text_held', 'Text held', { of: { type: 'flag' }, width: 100 }),
    own('source', 'url', { width: 220 }),
    own('source', 'note', { width: 300 }),
    recorded,
  ],
};

export const citationsTable: TableSpec = {
  id: 'citations',
  title: 'Citations',
  noun: 'citation',
  view: 'v_citations',
  sort: [
    { key: 'source', descending: false },
    { key: 'cites', descending: false },
  ],
  columns: [source, column('cites', 'Cites', { width: 300 }), recorded],
};

export const passagesTable: TableSpec = {
  id: 'passages',
  title: 'Passages',
  noun: 'passage',
  view: 'v_passages',
  sort: [
    { key: 'source', descending: false },
    { key: 'start_offset', descending: false },
  ],
  columns: [
    source,
    own('passage', 'words', { width: 500 }),
    own('passage', 'startOffset', { width: 100 }),
    own('passage', 'endOffset', { width: 100 }),
    recorded,
  ],
};

export const partiesTable: TableSpec = {
  id: 'parties',
  title: 'Parties',
  noun: 'deal-party',
  view: 'v_deal_parties',
  sort: [
    { key: 'deal', descending: false },
    { key: 'role', descending: false },
  ],
  columns: [
    column('deal', 'Deal', { width: 300 }),
    column('party', 'Party', { width: 200 }),
    own('deal-party', 'role', { width: 120 }),
    recorded,
  ],
};

export const scheduleTable: TableSpec = {
  id: 'schedule',
  title: 'Schedules',
  noun: 'schedule-row',
  view: 'v_schedule_rows',
  sort: [
    { key: 'deal', descending: false },
    { key: 'start_on', descending: false },
  ],
  columns: [
    column('deal', 'Deal', { width: 300 }),
    own('schedule-row', 'startOn', { width: 120 }),
    own('schedule-row', 'endOn', { width: 120 }),
    column('amount', 'Amount', {
      of: inCurrency,
      width: 150,
      edits: { noun: 'schedule-row', field: 'amount', idKey: 'id', versionKey: 'version' },
    }),
    column('currency', 'Currency', { width: 90 }),
    source,
    own('schedule-row', 'note', { width: 240 }),
    recorded,
  ],
};

export const pricesTable: TableSpec = {
  id: 'prices',
  title: 'Prices',
  noun: 'price',
  view: 'v_prices',
  sort: [
    { key: 'ticker', descending: false },
    { key: 'on_day', descending: false },
  ],
  columns: [
    own('price', 'ticker', { width: 110 }),
    own('price', 'onDay', { width: 120 }),
    own('price', 'close', { width: 120 }),
    column('currency', 'Currency', { width: 90 }),
    own('price', 'isAdjusted', { width: 100 }),
    column('instrument', 'Instrument of', { width: 160 }),
    source,
    recorded,
  ],
};

export const fxTable: TableSpec = {
  id: 'fx',
  title: 'Exchange rates',
  noun: 'fx-rate',
  view: 'v_fx_rates',
  sort: [
    { key: 'base', descending: false },
    { key: 'quote_currency', descending: false },
    { key: 'on_day', descending: false },
  ],
  columns: [
    column('base', 'Base', { width: 90 }),
    column('quote_currency', 'Quote', { width: 90 }),
    own('fx-rate', 'rate', { width: 120 }),
    own('fx-rate', 'onDay', { width: 120 }),
    source,
    recorded,
  ],
};

export const historyTable: TableSpec = {
  id: 'history',
  title: 'History',
  noun: null,
  view: 'v_changes',
  sort: [{ key: 'seq', descending: true }],
  columns: [
    column('seq', 'Change', { of: { type: 'integer' }, width: 90 }),
    column('at', 'When', { of: { type: 'instant' }, width: 180 }),
    column('author', 'Author', { width: 140 }),
    column('summary', 'What', { width: 380 }),
    column('reason', 'Reason', { width: 320 }),
    column('kind', 'Kind', { width: 90 }),
    column('command', 'Command', { width: 160 }),
    column('row_count', 'Rows', { of: { type: 'integer' }, width: 80 }),
    column('hash', 'Hash', { width: 200, isHidden: true }),
  ],
};
