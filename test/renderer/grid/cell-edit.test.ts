import { describe, expect, it } from 'vitest';
import type { Column, TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { editOf, typedText } from '#renderer/grid/cell-edit.ts';
import type { Row } from '#renderer/tables/row.ts';

function column(table: TableId, key: string): Column {
  const found = tables[table].columns.find((other) => other.key === key);
  if (found === undefined) throw new Error(`${table} has no column ${key}.`);
  return found;
}

const deal: Row = {
  id: 'dea_1',
  version: 4,
  deal: 'Cloud',
  amount: 38e9,
  amount_low: 38e9,
  amount_high: 38e9,
  currency: 'USD',
  qualifier: 'exact',
  figure_id: 'fig_1',
  figure_version: 9,
  is_cancellable: null,
  announced_on: null,
  tenor_years_lo: 7,
};
const figure: Row = {
  id: 'fig_1',
  version: 9,
  unit: 'USD',
  qualifier: 'over',
  low: 1e12,
  stated: 1e12,
  high: null,
  credibility: 2,
};

function correct(id: string, version: number, fields: object) {
  return { change: { op: 'correct', id, version, fields } };
}

describe('typing over the amount of a deal', () => {
  const amount = column('deals', 'amount');

  it('corrects the figure that is shown, with both its ends', () => {
    expect(editOf(amount, deal, '40bn')).toEqual(
      correct('fig_1', 9, { qualifier: 'exact', unit: 'USD', lo: 4e12, point: 4e12, hi: 4e12 }),
    );
  });

  it('opens with the exact text, and changes nothing if that stays', () => {
    expect(typedText(amount, deal)).toBe('38bn');
    expect(editOf(amount, deal, ' 38bn ')).toBe('unchanged');
  });

  it('refuses another currency, and a deal without an amount', () => {
    expect(editOf(amount, deal, '£28bn')).toHaveProperty('refused');
    expect(
      editOf(amount, { ...deal, amount: null, figure_id: null, figure_version: null }, '5bn'),
    ).toHaveProperty('refused');
  });

  it('opens a range with both ends and leaves it alone if untouched', () => {
    const range = { ...deal, qualifier: 'range', amount: 7.5e9, amount_low: 5e9, amount_high: 10e9 };
    expect(typedText(amount, range)).toBe('5bn to 10bn');
    expect(editOf(amount, range, '5bn to 10bn')).toBe('unchanged');
    expect(editOf(amount, range, '5bn to 12bn')).toEqual(
      correct('fig_1', 9, { qualifier: 'range', unit: 'USD', lo: 5e11, point: 8.5e11, hi: 1.2e12 }),
    );
  });
});

describe('typing over a figure', () => {
  it('keeps an open end open', () => {
    expect(editOf(column('figures', 'stated'), figure, '1.4tn')).toEqual(
      correct('fig_1', 9, { qualifier: 'over', unit: 'USD', lo: 1.4e14, point: 1.4e14, hi: null }),
    );
  });

  it('closes it when the qualifier says so', () => {
    expect(editOf(column('figures', 'qualifier'), figure, 'exact')).toEqual(
      correct('fig_1', 9, { qualifier: 'exact', unit: 'USD', lo: 1e14, point: 1e14, hi: 1e14 }),
    );
  });

  it('stores the same amount anew when the unit keeps other decimals', () => {
    expect(editOf(column('figures', 'unit'), figure, 'JPY')).toEqual(
      correct('fig_1', 9, { qualifier: 'over', unit: 'JPY', lo: 1e12, point: 1e12, hi: null }),
    );
  });

  it('makes an undisclosed amount three unknowns', () => {
    expect(editOf(column('figures', 'qualifier'), figure, 'undisclosed')).toEqual(
      correct('fig_1', 9, { qualifier: 'undisclosed', unit: 'USD', lo: null, point: null, hi: null }),
    );
  });

  it('asks for the ends of a range instead of guessing them', () => {
    expect(editOf(column('figures', 'qualifier'), figure, 'range')).toHaveProperty('refused');
  });

  it('keeps credibility within its scale', () => {
    expect(editOf(column('figures', 'credibility'), figure, '7')).toHaveProperty('refused');
    expect(editOf(column('figures', 'credibility'), figure, '3')).toEqual(
      correct('fig_1', 9, { credibility: 3 }),
    );
  });
});

describe('typing over other cells', () => {
  it('empties to unknown, never to zero', () => {
    expect(editOf(column('deals', 'tenor_years_lo'), deal, '')).toEqual(
      correct('dea_1', 4, { tenorYearsLo: null }),
    );
    expect(editOf(column('deals', 'is_cancellable'), { ...deal, is_cancellable: 0 }, '')).toEqual(
      correct('dea_1', 4, { isCancellable: null }),
    );
  });

  it('reads flags and days, and refuses a day that is none', () => {
    expect(editOf(column('deals', 'is_cancellable'), deal, '0')).toEqual(
      correct('dea_1', 4, { isCancellable: 0 }),
    );
    expect(editOf(column('deals', 'announced_on'), deal, '2025-11-03')).toEqual(
      correct('dea_1', 4, { announcedOn: '2025-11-03' }),
    );
    expect(editOf(column('deals', 'announced_on'), deal, '2025-02-30')).toHaveProperty('refused');
  });

  it('writes the unit of a market move together with it', () => {
    const move: Row = {
      id: 'rea_1',
      version: 2,
      percent: null,
      value_change: null,
      currency: null,
      value_qualifier: null,
    };
    expect(editOf(column('reactions', 'percent'), move, '4.5%')).toEqual(
      correct('rea_1', 2, { percent: 4_500_000, percentUnit: 'percent' }),
    );
    expect(editOf(column('reactions', 'value_change'), move, '5bn')).toHaveProperty('refused');
    expect(editOf(column('reactions', 'value_change'), move, 'over USD 140bn')).toEqual(
      correct('rea_1', 2, { valueChange: 1.4e13, valueUnit: 'USD', valueQualifier: 'over' }),
    );
  });
});
