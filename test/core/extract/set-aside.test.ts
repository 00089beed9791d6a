import { expect, it } from 'vitest';
import { setAsideIn } from '#core/extract/set-aside.ts';

const PROSE =
  'The utility signed a supply contract on Monday. Its shares rose, and analysts said that the terms looked fair for both sides of the deal.';

function aside(text: string): readonly (readonly [string, string])[] {
  return setAsideIn(text).map(({ reason, start, end }) => [reason, text.slice(start, end)]);
}

it.each<[string, string, string]>([
  ['advertisement', 'Advertisement', 'Advertisement'],
  ['advertisement', 'Sponsored content — from our partners.', 'Sponsored content — from our partners.'],
  ['newsletter', 'Sign up for our markets newsletter', 'Sign up for our markets newsletter'],
  [
    'related-stories',
    'READ MORE: Dam builder wins second licence',
    'READ MORE: Dam builder wins second licence',
  ],
  ['navigation', 'Home | Markets | Opinion | Video', 'Home | Markets | Opinion | Video'],
  ['price-list', '- Basic: $0.03 per 1K tokens', '- Basic: $0.03 per 1K tokens'],
])('sets a line aside as %s', (reason, line, expected) => {
  expect(aside(`${PROSE}\n\n${line}\n\n${PROSE}`)).toEqual([[reason, expected]]);
});

it('sets aside a list of other stories to its end, and resumes with prose', () => {
  const list = 'Related stories\n\nTen ways to save\n\nA quiet island for £90 a night';
  expect(aside(`${PROSE}\n\n${list}`)).toEqual([['related-stories', list]]);
  expect(aside(`${PROSE}\n\n${list}\n\n${PROSE}`).map(([reason]) => reason)).toEqual(['related-stories']);
});

it('sets aside code with its comments, and no heading of Markdown', () => {
  const code = '# requests in a day\ntotal = rate * 86400\nprint(total)';
  expect(aside(`# Results\n\n${PROSE}\n\n${code}\n\n${PROSE}`)).toEqual([['code', code]]);
});

it('sets aside the pitch at the end with its price and testimonial', () => {
  const pitch =
    'Why join our course?\nStart now:\n- $4.90 (single payment)\n"It changed my life!" - Ann, student';
  expect(aside(`${PROSE}\n\n${PROSE}\n\n${PROSE}\n${pitch}`)).toEqual([['advertisement', pitch]]);
});

it('sets aside the headline of another story, not a greeting that leads into its own', () => {
  const other = 'Retailer Weighs Closing Shops\nGood morning from Leeds, where it rains.';
  expect(aside(`${other}\n${PROSE}`)).toEqual([['other-story', other]]);
  expect(
    aside(`Utility Signs Supply Contract\nHello readers, a supply contract was signed.\n${PROSE}`),
  ).toEqual([]);
});
