import { expect, test } from 'vitest';
import { isDateOrListMark } from '#core/reading/dates-and-marks.ts';

function judged(text: string): boolean {
  const start = text.indexOf('[');
  const end = text.indexOf(']');
  const plain = text.replace(/[[\]]/gu, '');
  return isDateOrListMark(plain, { start, end: end - 1 });
}

test.each([
  'on [12] January 2026',
  'on 12 January [2026]',
  'on January [12], 2026',
  'on January 12, [2026]',
  'as of Sept. [30]',
  'founded in [2011], in a mill',
  'quarter of [2024]\nNet loss',
  'Third Quarter [2025] Results',
  'since [2019] and later',
  'dated [2026-03-04].',
  'at [14:30] in London',
  'intro\n[2]. Second point',
  '© [2026].',
])('says when, or heads a line of a list: %s', (text) => {
  expect(judged(text)).toBe(true);
});

test.each([
  'runs [14] sites',
  'in [2000] homes',
  'by [2000] MW',
  'rose [11] percent',
  'worth $[45] billion',
  'a fund of $[2026] in all',
  'in Building [7] of a mill',
  'may pay £[12] May be',
  'about [4.5] of it',
  'a count of [2,000]',
])('is none beyond doubt: %s', (text) => {
  expect(judged(text)).toBe(false);
});
