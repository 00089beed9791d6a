import { UNIT_IDS } from '../quantities/unit.ts';
import { choice, day, decimal, flag, type Noun, type RowOf, reference, text } from './field.ts';

const priceFields = {
  entityId: reference('Instrument of', 'entity').needed(),
  ticker: text('Ticker').needed(),
  onDay: day('Day').needed(),
  close: decimal('Close').needed(),
  currency: choice('Currency', UNIT_IDS).needed(),
  isAdjusted: flag('Adjusted', 'For splits and dividends.').needed(),
  sourceId: reference('Source', 'source').needed(),
};

export type Price = RowOf<typeof priceFields>;

export const priceNoun: Noun<typeof priceFields> = {
  id: 'price',
  label: 'Price',
  plural: 'Prices',
  table: 'prices',
  prefix: 'pri',
  what: 'A closing price of a share or index.',
  identity: ['ticker', 'onDay', 'isAdjusted', 'sourceId'],
  fields: priceFields,
  check: (row) => (row.close > 0 ? [] : ['A price is above zero.']),
};

const fxFields = {
  base: choice('Base', UNIT_IDS).needed(),
  quoteCurrency: choice('Quote', UNIT_IDS).needed(),
  rate: decimal('Rate', 'Units of the quote currency for one unit of the base currency.').needed(),
  onDay: day('Day').needed(),
  sourceId: reference('Source', 'source').needed(),
};

export type FxRate = RowOf<typeof fxFields>;

export const fxRateNoun: Noun<typeof fxFields> = {
  id: 'fx-rate',
  label: 'Exchange rate',
  plural: 'Exchange rates',
  table: 'fx_rates',
  prefix: 'fxr',
  what: 'A dated exchange rate with its direction and source.',
  identity: ['base', 'quoteCurrency', 'onDay', 'sourceId'],
  fields: fxFields,
  check: (row) =>
    row.rate > 0 && row.base !== row.quoteCurrency ? [] : ['A rate is above zero, between two currencies.'],
};
