import { describe, expect, test } from 'vitest';
import type { Cell } from '#core/model/field.ts';
import {
  type ExportColumn,
  type FlagReview,
  signalColumns,
  signalInputColumns,
  signalInputRows,
  signalRows,
} from '#core/report/signals-table.ts';
import type { Flag } from '#core/signals/flag.ts';
import { flag, unreviewed } from '#test/main/exports/sample.ts';

function asObject<R>(
  columns: readonly ExportColumn<R>[],
  row: readonly Cell[] | undefined,
): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ column }, at) => [column.key, row?.[at] ?? null]));
}

describe('signals as tables', () => {
  test('a flag is a row with its thresholds, its range and whether it is open above', () => {
    const rows = [...signalRows([{ flag, review: unreviewed }])];
    expect(rows).toHaveLength(1);
    expect(asObject(signalColumns, rows[0])).toMatchObject({
      subject: 'OpenAI',
      signal: 'commitment-to-revenue',
      scope: 'Total',
      severity: 'critical',
      low: 70,
      point: 107.69,
      high: null,
      open_above: 1,
      unit: 'x',
      certainty: 'certain',
      watch: 5,
      warn: 10,
      critical: 20,
      threshold_origin: 'default',
      tags: ['vendor-financed'],
    });
  });

  test('a flag without a result leaves its range unknown, not open', () => {
    const rows = [
      ...signalRows([
        {
          flag: { ...flag, value: null, measure: 'hhi', scope: { kind: 'deal', id: 'dea_1', name: 'AWS' } },
          review: unreviewed,
        },
      ]),
    ];
    expect(asObject(signalColumns, rows[0])).toMatchObject({
      signal: 'commitment-to-revenue/hhi',
      scope: 'Deal: AWS',
      low: null,
      point: null,
      high: null,
      open_above: null,
    });
  });

  test('what the signal says on other choices of figures stands beside it', () => {
    const alternatives: Flag['alternatives'] = [
      {
        label: 'all sources, as stated',
        value: { lo: 47.5, point: null, hi: 280 },
        severity: 'critical',
        note: null,
      },
      { label: 'all sources', value: { lo: 47.5, point: 70, hi: null }, severity: 'critical', note: null },
      { label: 'run-rate', value: { lo: 70, point: 70, hi: 70 }, severity: 'critical', note: null },
      { label: 'guidance', value: null, severity: 'insufficient-data', note: null },
    ];
    const rows = [...signalRows([{ flag: { ...flag, alternatives }, review: unreviewed }])];
    expect(asObject(signalColumns, rows[0])['alternatives']).toEqual([
      'all sources, as stated: 47.5 to 280, critical',
      'all sources: 47.5 or more, point 70, critical',
      'run-rate: 70, critical',
      'guidance: no result, insufficient-data',
    ]);
  });

  test('its review stands beside it: who decided, who looked at it, why and until when', () => {
    const review: FlagReview = {
      ...unreviewed,
      reopened: { why: 'expired', from: 'mitigated' },
      since: '2025-11-03T12:00:00.000Z',
      by: 'Ada',
      until: '2026-05-02',
      note: 'The contract caps the exposure.',
      mitigant: 'Parent guarantee',
      isSelfReviewed: true,
    };
    const [reviewed, untouched] = [
      ...signalRows([
        { flag, review },
        { flag, review: unreviewed },
      ]),
    ];
    expect(asObject(signalColumns, reviewed)).toMatchObject({
      review: 'open',
      reopened: 'expired',
      reviewed_at: '2025-11-03T12:00:00.000Z',
      reviewed_by: 'Ada',
      reviewer: null,
      review_until: '2026-05-02',
      self_reviewed: 1,
      review_reason: 'The contract caps the exposure.',
      mitigant: 'Parent guarantee',
    });
    expect(asObject(signalColumns, untouched)).toMatchObject({
      review: 'open',
      reviewed_by: null,
      self_reviewed: null,
    });
  });

  test('every input of every flag is a row with its words', () => {
    const rows = [...signalInputRows([flag, { ...flag, inputs: [] }, flag])];
    expect(rows).toHaveLength(2);
    expect(asObject(signalInputColumns, rows[0])).toMatchObject({
      role: 'commitments',
      used: 1,
      point: 1.4e12,
      unit: 'USD',
      source: 'Article 000',
      reliability: 'C',
      credibility: 3,
      quote: 'has committed $1.4tn',
      entry: 'fig_0000000000000001',
    });
  });

  test('no two columns of a table share a key', () => {
    for (const keys of [signalColumns.map((c) => c.column.key), signalInputColumns.map((c) => c.column.key)])
      expect(new Set(keys).size).toBe(keys.length);
  });
});
