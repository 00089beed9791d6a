import { expect, it } from 'vitest';
import { csvOf, textCell } from '#renderer/chart/chart-table.ts';
import { fileNameOf } from '#renderer/chart/save-file.ts';

it('writes numbers as numbers, unknown as empty, and disarms texts that look like formulas', () => {
  const csv = csvOf({
    columns: [
      { label: 'Name', isNumber: false },
      { label: 'Change, %', isNumber: true },
    ],
    rows: [
      [textCell('=cmd|calc'), { text: '−5.2 %', raw: -5.2 }],
      [textCell('  @SUM(A1)'), { text: 'unknown', raw: null }],
      [textCell('\u200B＋1'), { text: '1', raw: 1 }],
      [textCell('\tx'), { text: '1', raw: 1 }],
      [textCell('He said "no", then'), { text: '280x', raw: 280.25 }],
    ],
  });
  expect(csv).toBe(
    [
      '\uFEFF"Name","Change, %"',
      '"\'=cmd|calc","-5.2"',
      '"\'  @SUM(A1)",""',
      '"\'\u200B＋1","1"',
      '"\'\tx","1"',
      '"He said ""no"", then","280.25"',
      '',
    ].join('\r\n'),
  );
});

it('names files by letters and digits only', () => {
  expect(fileNameOf('Commitments ÷ revenue: OpenAI', 'png')).toBe('commitments-revenue-openai.png');
  expect(fileNameOf('…', 'csv')).toBe('chart.csv');
});
