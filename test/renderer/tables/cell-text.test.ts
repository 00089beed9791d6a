import { describe, expect, it } from 'vitest';
import type { TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { cellText, cellTitle } from '#renderer/tables/cell-text.ts';
import type { Row } from '#renderer/tables/row.ts';

function textOf(table: TableId, key: string, row: Row): string {
  const column = tables[table].columns.find((other) => other.key === key);
  if (column === undefined) throw new Error(`${table} has no column ${key}.`);
  return cellText(column, row);
}

describe('what a cell says', () => {
  const over: Row = { stated: 1e12, low: 1e12, high: null, qualifier: 'over', unit: 'USD' };

  it('puts the hedge before an amount and calls an open end open', () => {
    expect(textOf('figures', 'stated', over)).toBe('> 1 tn');
    expect(textOf('figures', 'low', over)).toBe('1 tn');
    expect(textOf('figures', 'high', over)).toBe('open');
  });

  it('shows both ends of a range', () => {
    expect(
      textOf('figures', 'stated', { stated: 7.5e9, low: 5e9, high: 10e9, qualifier: 'range', unit: 'USD' }),
    ).toBe('5 bn – 10 bn');
  });

  it('never shows an absence as zero', () => {
    const hidden: Row = { stated: null, low: null, high: null, qualifier: 'undisclosed', unit: 'USD' };
    expect(['stated', 'low', 'high'].map((key) => textOf('figures', key, hidden))).toEqual([
      'undisclosed',
      'undisclosed',
      'undisclosed',
    ]);
    expect(textOf('deals', 'amount', { amount: null, qualifier: null })).toBe('none stated');
    expect(textOf('deals', 'is_take_or_pay', { is_take_or_pay: null })).toBe('–');
    expect(textOf('deals', 'is_take_or_pay', { is_take_or_pay: 0 })).toBe('No');
    expect(textOf('deals', 'tenor_years_lo', { tenor_years_lo: null })).toBe('');
  });

  it('keeps a stated zero a zero', () => {
    expect(textOf('figures', 'stated', { stated: 0, low: 0, high: 0, qualifier: 'exact', unit: 'USD' })).toBe(
      '0',
    );
  });

  it('gives every digit in the tooltip', () => {
    const column = tables.figures.columns.find(({ key }) => key === 'stated');
    const title = column === undefined ? null : cellTitle(column, over);
    expect(title?.replace(/\D/g, '')).toBe('1000000000000');
    expect(title).toMatch(/^more than USD /);
  });
});
