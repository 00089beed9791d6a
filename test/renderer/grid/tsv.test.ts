import { expect, it } from 'vitest';
import { tables } from '#core/report/tables.ts';
import { tableText } from '#renderer/grid/tsv.ts';

it('copies plain numbers, guarded text and one line a row', () => {
  const columns = tables.deals.columns.filter(({ key }) =>
    ['deal', 'amount', 'is_take_or_pay', 'terms'].includes(key),
  );
  const rows = [
    {
      deal: '=HYPERLINK("x")',
      amount: -5.2e9,
      is_take_or_pay: 1,
      terms: 'first line\nsecond\tpart',
      qualifier: 'exact',
    },
    { deal: 'Chips', amount: null, is_take_or_pay: null, terms: null, qualifier: 'undisclosed' },
  ];
  expect(tableText(columns, rows).split('\r\n')).toEqual([
    columns.map(({ label }) => label).join('\t'),
    '\'=HYPERLINK("x")\t-5200000000\tfirst line second part\tYes',
    'Chips\tundisclosed\t\t',
  ]);
});
