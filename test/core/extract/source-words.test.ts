import { expect, it } from 'vitest';
import { readingOf } from '#core/extract/reading.ts';

const PROSE =
  'The utility signed a supply contract with a smelter on Monday. Its shares rose, and analysts said that the terms looked fair for both sides of the deal, which runs for nine years and may be extended.';

function source(text: string) {
  return readingOf(text).source;
}

it('reads headline, byline and stamp above the article', () => {
  const text = `Markets\nUtility signs smelter deal for nine years\nBy Ann Lee and Karl Weiss in Leeds\nPublished: 06:02, 9 May 2025 | Updated: 07:44 10 May 2025\n\n${PROSE}\n\n© 2025 Northern Dispatch. All rights reserved.`;
  expect(source(text)).toMatchObject({
    title: 'Utility signs smelter deal for nine years',
    author: 'Ann Lee, Karl Weiss',
    published: '2025-05-09',
    publisher: 'Northern Dispatch',
  });
});

it('reads a dateline', () => {
  const text = `Utility Announces Nine-Year Supply Contract\n\nRENO, Nev., November 4, 2025 (FACTWIRE) -- ${PROSE}`;
  expect(source(text)).toMatchObject({
    title: 'Utility Announces Nine-Year Supply Contract',
    published: '2025-11-04',
    publisher: 'FACTWIRE',
    author: null,
  });
});

it('takes no heading further down for the title', () => {
  expect(source(`${PROSE}\n\nWhat it means for bills`).title).toMatch(/^The utility signed/u);
});

it('finds the address that stands alone', () => {
  expect(source(`Utility signs smelter deal\nhttps://news.example/deal/1?x=2\n\n${PROSE}`).url).toBe(
    'https://news.example/deal/1?x=2',
  );
});

it('names the publications that it rests on, and no company that reports a profit', () => {
  const text =
    'According to Tidings, Lakeside Foods is in talks to buy Harbour Fish, a deal first reported by The Northern Journal. Lakeside Foods reported a profit of £4m. Nordbank told the Leeds Herald that it would lend.';
  expect(source(text).cites).toEqual(['Tidings', 'The Northern Journal', 'Leeds Herald']);
});
