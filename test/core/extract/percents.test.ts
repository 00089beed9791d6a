import { expect, it } from 'vitest';
import { percentsIn } from '#core/extract/percents.ts';

it.each<[string, readonly (readonly [string, number])[]]>([
  [
    'grew 20%, then 34 per cent',
    [
      ['20%', 20],
      ['34 per cent', 34],
    ],
  ],
  [
    'six per cent and half a percent',
    [
      ['six per cent', 6],
      ['half a percent', 0.5],
    ],
  ],
  [
    '12pc, 4 pct',
    [
      ['12pc', 12],
      ['4 pct', 4],
    ],
  ],
  [
    '10-15% growth',
    [
      ['10', 10],
      ['15%', 15],
    ],
  ],
  [
    'between 10 and 15 per cent, or .5%',
    [
      ['10', 10],
      ['15 per cent', 15],
      ['.5%', 0.5],
    ],
  ],
  ['a 50-per-cent stake', [['50-per-cent', 50]]],
  ['5 percentage points and 25 basis points', []],
  ['a percentage of sales', []],
  ['in 2025 and 20% more', [['20%', 20]]],
  ['99.99%+ uptime', [['99.99%', 99.99]]],
])('%s', (text, expected) => {
  const found = percentsIn(text);
  expect(found.map((percent) => [percent.text, percent.value])).toEqual(expected);
  for (const { start, end, text: written } of found) {
    const plus = text.slice(start, end).replace(/\+$/u, '');
    expect([written, written.replace(/\+$/u, '')]).toContain(plus);
  }
});
