import { describe, expect, it } from 'vitest';
import { reasonNotYet } from '#core/report/not-yet.ts';

const asOf = '2025-11-03';

describe('what does not count on the as-of day', () => {
  it.each([
    ['a figure whose period was over by then', 'figures', { period_end: '2025-09-30' }, '2025-12-01', null],
    ['a figure published by then', 'figures', { period_end: '2026-12-31' }, '2025-11-03', null],
    ['a figure published later', 'figures', { period_end: '2026-12-31' }, '2025-11-04', 'Not yet published'],
    ['a figure of a source without a day', 'figures', { period_end: null }, null, null],
    [
      'a deal announced later',
      'deals',
      { announced_on: '2025-11-04', signed_on: null },
      null,
      'Not yet known',
    ],
    ['a deal signed by then', 'deals', { announced_on: '2025-11-04', signed_on: '2025-10-01' }, null, null],
    ['a deal without days', 'deals', { announced_on: null, signed_on: null }, '2025-11-04', 'Not yet known'],
    ['a quote published later', 'quotes', {}, '2025-11-04', 'Not yet published'],
    ['a price of a later day', 'prices', { on_day: '2025-11-04' }, '2025-01-01', 'Not yet published'],
    ['a source published later', 'sources', { published_on: '2025-11-04' }, null, 'Not yet published'],
    ['an entity', 'entities', {}, null, null],
  ] as const)('%s', (_, table, row, publishedOn, reason) =>
    expect(reasonNotYet(table, row, { asOf, publishedOn })).toBe(reason),
  );
});
