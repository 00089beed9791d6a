import { columnOf, type Field, type NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import type { CellTarget, Column, ColumnType, TableId, TableSpec } from './table-spec.ts';

interface ColumnOptions {
  readonly of?: ColumnType;
  readonly width?: number;
  readonly edits?: CellTarget | null;
  readonly isHidden?: boolean;
  readonly help?: string;
}

/** A column that only shows; what it does not say has the plain default. */
export function column(key: string, label: string, options: ColumnOptions = {}): Column {
  return {
    key,
    label,
    of: options.of ?? { type: 'text' },
    width: options.width ?? 140,
    edits: options.edits ?? null,
    isHidden: options.isHidden ?? false,
    help: options.help ?? '',
  };
}

/** A column that shows and edits a field of the row's own noun; label and kind come from the model. */
function own(noun: NounId, fieldName: string, options: ColumnOptions & { readonly key?: string } = {}): Column {
  const field = fieldOf(noun, fieldName);
  return column(options.key ?? columnOf(fieldName), field.label, {
    of: columnType(field),
    help: field.help,
    edits: { noun, field: fieldName, idKey: 'id', versionKey: 'version' },
    ...options,
  });
}

function fieldOf(noun: NounId, fieldName: string): Field<unknown> {
  const field = nounOf(noun).fields[fieldName];
  if (field === undefined) throw new Error(`${noun} has no field ${fieldName}.`);
  return field;
}

function columnType({ of }: Field<unknown>): ColumnType {
  switch (of.type) {
    case 'text':
    case 'reference':
      return { type: 'text' };
    case 'amount':
      return { type: 'decimal' };
    case 'choice':
      return { type: 'choice', options: of.options };
    default:
      return { type: of.type };
  }
}

const inUnit: ColumnType = { type: 'amount', unitKey: 'unit' };
const inCurrency: ColumnType = { type: 'amount', unitKey: 'currency' };
const source = column('source', 'Source', { width: 220 });
const grade = column('reliability', 'Grade', { width: 80, help: 'Reliability of the source, A best to F unknown.' });
const words = column('words', 'Words of the source', { of: { type: 'long-text' }, width: 320 });
const recorded = column('recorded_at', 'Recorded', { of: { type: 'instant' }, width: 170, isHidden: true });
const headline = (field: string): CellTarget => ({
  noun: 'figure', field, idKey: 'figure_id', versionKey: 'figure_version',
});

export const tables: Readonly<Record<TableId, TableSpec>> = {
  deals: {
    id: 'deals', title: 'Deals', noun: 'deal', view: 'v_deals',
    sort: [{ key: 'amount', descending: true }, { key: 'deal', descending: false }],
    columns: [
      own('deal', 'name', { key: 'deal', width: 280 }),
      column('payer', 'Payer', { width: 120 }),
      column('payee', 'Payee', { width: 160 }),
      column('amount', 'Amount', { of: inCurrency, width: 150, edits: headline('point'), help: 'The version that the policy "most reliable" selects.' }),
      column('currency', 'Currency', { width: 90 }),
      column('qualifier', 'Qualifier', { width: 110 }),
      own('deal', 'status', { width: 110 }),
      own('deal', 'kind', { width: 140 }),
      column('versions', 'Versions', { of: { type: 'integer' }, width: 90, help: 'How many sources or passages state the amount.' }),
      own('deal', 'tenorYearsLo', { width: 120 }),
      own('deal', 'tenorYearsHi', { width: 120 }),
      own('deal', 'announcedOn', { width: 120 }),
      own('deal', 'startOn', { width: 110 }),
      own('deal', 'endOn', { width: 110 }),
      column('others', 'Other parties', { width: 160 }),
      own('deal', 'terms', { width: 280 }),
      column('part_of', 'Part of', { width: 160 }),
      own('deal', 'isTakeOrPay', { width: 110 }),
      own('deal', 'isCancellable', { width: 110 }),
      source, grade, words,
      column('amount_low', 'Amount, low end', { of: inCurrency, isHidden: true }),
      column('amount_high', 'Amount, high end', { of: inCurrency, isHidden: true, help: 'Empty where the source leaves it open.' }),
      own('deal', 'note', { width: 240, isHidden: true }),
      recorded,
    ],
  },
  figures: {
    id: 'figures', title: 'Figures', noun: 'figure', view: 'v_figures',
    sort: [{ key: 'about', descending: false }, { key: 'metric', descending: false }, { key: 'reliability', descending: false }],
    columns: [
      column('about', 'About', { width: 130 }),
      own('figure', 'metric', { width: 150 }),
      column('deal', 'Deal', { width: 220 }),
      column('stated', 'Stated', { of: inUnit, width: 150, edits: { noun: 'figure', field: 'point', idKey: 'id', versionKey: 'version' } }),
      own('figure', 'unit', { width: 90 }),
      own('figure', 'qualifier', { width: 110 }),
      column('low', 'Low', { of: inUnit, width: 140 }),
      column('high', 'High', { of: inUnit, width: 140, help: 'Empty where the source leaves it open above, or does not disclose it.' }),
      own('figure', 'basis', { width: 140 }),
      own('figure', 'accounting', { width: 110 }),
      own('figure', 'status', { width: 110 }),
      own('figure', 'periodLabel', { width: 150 }),
      own('figure', 'periodStart', { width: 120 }),
      own('figure', 'periodEnd', { width: 120 }),
      own('figure', 'definition', { width: 220 }),
      source, grade,
      own('figure', 'credibility', { width: 110 }),
      words,
      own('figure', 'wording', { width: 160, isHidden: true }),
      own('figure', 'note', { width: 240, isHidden: true }),
      recorded,
    ],
  },
  quotes: {
    id: 'quotes', title: 'Quotes', noun: 'quote', view: 'v_quotes',
    sort: [{ key: 'speaker', descending: false }],
    columns: [
      column('speaker', 'Speaker', { width: 150 }),
      column('affiliation', 'Affiliation', { width: 170 }),
      own('quote', 'role', { width: 180 }),
      own('quote', 'words', { width: 460 }),
      own('quote', 'stance', { width: 90 }),
      column('about', 'About', { width: 130 }),
      column('about_deal', 'About deal', { width: 220 }),
      own('quote', 'isVerbatim', { width: 100 }),
      own('quote', 'isAffiliated', { width: 110 }),
      own('quote', 'saidOn', { width: 110 }),
      source, grade,
      own('quote', 'note', { width: 240, isHidden: true }),
      recorded,
    ],
  },
  reactions: {
    id: 'reactions', title: 'Market reactions', noun: 'reaction', view: 'v_reactions',
    sort: [{ key: 'instrument', descending: false }],
    columns: [
      column('instrument', 'Instrument of', { width: 150 }),
      column('event', 'Event', { width: 240 }),
      own('reaction', 'direction', { width: 110 }),
      column('percent', 'Change', { of: { type: 'percent' }, width: 110, edits: { noun: 'reaction', field: 'percent', idKey: 'id', versionKey: 'version' } }),
      own('reaction', 'move', { width: 120 }),
      column('value_change', 'Market value', { of: inCurrency, width: 160, edits: { noun: 'reaction', field: 'valueChange', idKey: 'id', versionKey: 'version' } }),
      column('currency', 'Currency', { width: 90 }),
      own('reaction', 'valueQualifier', { width: 120 }),
      own('reaction', 'observedOn', { width: 110 }),
      source, grade, words,
      own('reaction', 'note', { width: 240, isHidden: true }),
      recorded,
    ],
  },
  'key-dates': {
    id: 'key-dates', title: 'Key dates', noun: 'key-date', view: 'v_key_dates',
    sort: [{ key: 'from_on', descending: false }],
    columns: [
      own('key-date', 'name', { key: 'event', width: 300 }),
      own('key-date', 'kind', { width: 150 }),
      own('key-date', 'fromOn', { width: 120 }),
      own('key-date', 'untilOn', { width: 120 }),
      own('key-date', 'wording', { width: 200 }),
      own('key-date', 'status', { width: 120 }),
      column('about', 'About', { width: 130 }),
      column('deal', 'Deal', { width: 220 }),
      source, grade, words,
      own('key-date', 'note', { width: 240, isHidden: true }),
      recorded,
    ],
  },
  entities: {
    id: 'entities', title: 'Entities', noun: 'entity', view: 'v_entities',
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
      own('entity', 'parentFrom', { width: 120 }),
      own('entity', 'parentUntil', { width: 120 }),
      own('entity', 'note', { width: 300 }),
      recorded,
    ],
  },
  sources: {
    id: 'sources', title: 'Sources', noun: 'source', view: 'v_sources',
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
  },
  citations: {
    id: 'citations', title: 'Citations', noun: 'citation', view: 'v_citations',
    sort: [{ key: 'source', descending: false }, { key: 'cites', descending: false }],
    columns: [source, column('cites', 'Cites', { width: 300 }), recorded],
  },
  passages: {
    id: 'passages', title: 'Passages', noun: 'passage', view: 'v_passages',
    sort: [{ key: 'source', descending: false }, { key: 'start_offset', descending: false }],
    columns: [source, own('passage', 'words', { width: 500 }), own('passage', 'startOffset', { width: 100 }), own('passage', 'endOffset', { width: 100 }), recorded],
  },
  parties: {
    id: 'parties', title: 'Parties', noun: 'deal-party', view: 'v_deal_parties',
    sort: [{ key: 'deal', descending: false }, { key: 'role', descending: false }],
    columns: [column('deal', 'Deal', { width: 300 }), column('party', 'Party', { width: 200 }), own('deal-party', 'role', { width: 120 }), recorded],
  },
  schedule: {
    id: 'schedule', title: 'Schedules', noun: 'schedule-row', view: 'v_schedule_rows',
    sort: [{ key: 'deal', descending: false }, { key: 'start_on', descending: false }],
    columns: [
      column('deal', 'Deal', { width: 300 }), own('schedule-row', 'startOn', { width: 120 }), own('schedule-row', 'endOn', { width: 120 }),
      column('amount', 'Amount', { of: inCurrency, width: 150, edits: { noun: 'schedule-row', field: 'amount', idKey: 'id', versionKey: 'version' } }),
      column('currency', 'Currency', { width: 90 }), source, own('schedule-row', 'note', { width: 240 }), recorded,
    ],
  },
  prices: {
    id: 'prices', title: 'Prices', noun: 'price', view: 'v_prices',
    sort: [{ key: 'ticker', descending: false }, { key: 'on_day', descending: false }],
    columns: [
      own('price', 'ticker', { width: 110 }), own('price', 'onDay', { width: 120 }), own('price', 'close', { width: 120 }),
      column('currency', 'Currency', { width: 90 }), own('price', 'isAdjusted', { width: 100 }),
      column('instrument', 'Instrument of', { width: 160 }), source, recorded,
    ],
  },
  fx: {
    id: 'fx', title: 'Exchange rates', noun: 'fx-rate', view: 'v_fx_rates',
    sort: [{ key: 'base', descending: false }, { key: 'quote_currency', descending: false }, { key: 'on_day', descending: false }],
    columns: [
      column('base', 'Base', { width: 90 }), column('quote_currency', 'Quote', { width: 90 }), own('fx-rate', 'rate', { width: 120 }),
      own('fx-rate', 'onDay', { width: 120 }), source, recorded,
    ],
  },
  thresholds: {
    id: 'thresholds', title: 'Thresholds', noun: null, view: 'v_thresholds',
    sort: [{ key: 'signal', descending: false }, { key: 'scope', descending: false }],
    columns: [
      column('signal', 'Signal', { width: 240 }), column('scope', 'Scope', { width: 100 }), column('entity', 'Entity', { width: 160 }),
      column('sector', 'Sector', { width: 140 }), column('watch', 'Watch', { of: { type: 'decimal' }, width: 100 }),
      column('warn', 'Warn', { of: { type: 'decimal' }, width: 100 }), column('critical', 'Critical', { of: { type: 'decimal' }, width: 100 }),
      column('author', 'Author', { width: 140 }), column('reason', 'Reason', { width: 320 }), { ...recorded, isHidden: false },
    ],
  },
  history: {
    id: 'history', title: 'History', noun: null, view: 'v_changes',
    sort: [{ key: 'seq', descending: true }],
    columns: [
      column('seq', 'Change', { of: { type: 'integer' }, width: 90 }), column('at', 'When', { of: { type: 'instant' }, width: 180 }),
      column('author', 'Author', { width: 140 }), column('summary', 'What', { width: 380 }), column('reason', 'Reason', { width: 320 }),
      column('kind', 'Kind', { width: 90 }), column('command', 'Command', { width: 160 }),
      column('row_count', 'Rows', { of: { type: 'integer' }, width: 80 }), column('hash', 'Hash', { width: 200, isHidden: true }),
    ],
  },
};
