import { describe, expect, test } from 'vitest';
import { exportSheets } from '#main/exports/document.ts';
import { jsonWriter } from '#main/exports/json.ts';
import { bytesOf, deals, documentOf, emptyReader, flag, meta, runOf } from './sample.ts';

describe('JSON', () => {
  test('is one document: ledger, day, head, and each table with columns and rows', async () => {
    const document = { meta, sheets: [deals, ...exportSheets(emptyReader, runOf(flag), 'signals')] };
    const read = JSON.parse((await bytesOf(jsonWriter, document)).toString('utf8'));
    expect(read).toMatchObject({
      ledger: 'case',
      asOf: '2025-11-03',
      knownAt: null,
      head: { seq: 7, hash: meta.headHash },
      confidential: true,
    });
    expect(Object.keys(read.tables)).toEqual(['deals', 'signals']);
    expect(read.tables.deals.columns[1]).toEqual({
      key: 'amount',
      label: 'Amount',
      type: 'amount',
      unitKey: 'currency',
    });
    expect(read.tables.deals.rows.slice(0, 2)).toEqual([
      {
        deal: 'AWS compute',
        amount: 38e9,
        currency: 'USD',
        announced_on: '2025-11-03',
        percent: 5,
        is_take_or_pay: true,
        recorded_at: '2025-11-04T12:00:00.000Z',
        aliases: ['a', 'b'],
        versions: 4,
      },
      {
        deal: '=1+1',
        amount: -5.25,
        currency: 'GBP',
        announced_on: '1899-12-31',
        percent: -0.4,
        is_take_or_pay: false,
        recorded_at: null,
        aliases: null,
        versions: 1,
      },
    ]);
    expect(read.tables.signals.rows[0]).toMatchObject({ severity: 'critical', high: null, open_above: true });
  });

  test('is the same bytes the second time, and whole where there is nothing to say', async () => {
    const every = documentOf(...exportSheets(emptyReader, runOf(flag), null));
    expect(await bytesOf(jsonWriter, every)).toEqual(await bytesOf(jsonWriter, every));
    expect(JSON.parse((await bytesOf(jsonWriter, documentOf())).toString('utf8')).tables).toEqual({});
  });
});
