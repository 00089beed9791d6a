import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, cellsOf, chunksOf, type Item } from '#renderer/screens/reader/text/blocks.ts';
import { hiddenIn } from '#renderer/screens/reader/text/hidden-characters.ts';
import { chunkAt, coversByChunk, segmentsOf } from '#renderer/screens/reader/text/segments.ts';
import '../../seed.ts';
import { candidateAt, numeralAt } from './reader.fixture.ts';

const NOTHING = { candidates: [], numerals: [], passages: [], hand: null };

function blocksIn(item: Item): readonly Block[] {
  if (item.kind === 'block') return [item.block];
  return item.kind === 'table' ? item.rows : item.blocks;
}

const texts = fc.string({ unit: 'binary', maxLength: 400 }).map((text) => text.replaceAll('x', '\n'));

describe('the blocks of a text', () => {
  it('hold every character of it but line breaks and spaces at the edges of lines, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = blocksOf(text);
        const kept = blocks.map(({ start, end }) => text.slice(start, end)).join('');
        const wanted = text.split('\n').map((line) => line.trim());
        expect(kept).toBe(wanted.join(''));
        expect(blocks.every(({ start }, at) => start >= (blocks[at - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });

  it('cut a line of a megabyte into pieces at spaces, and never inside a pair of surrogates', () => {
    const words = blocksOf('compute '.repeat(5_000).trim());
    expect(words.length).toBeGreaterThan(9);
    expect(words.every(({ start, end }) => end - start <= 4_000)).toBe(true);
    const pairs = '😀'.repeat(6_000);
    for (const { start, end } of blocksOf(pairs)) expect(pairs.slice(start, end)).toMatch(/^(?:😀)+$/u);
  });

  it('tell headings, rows and items apart, and keep what is set aside together with its reason', () => {
    const text =
      'Tarn signs Norvale\n\nThe deal is worth 5bn.\n\nYear\tUSD\n2025\t5bn\n\nBuy now!\nOnly $4.90.\n\nIt ends.';
    const aside = { start: text.indexOf('Buy'), end: text.indexOf('\n\nIt ends'), reason: 'advertisement' };
    const items = chunksOf(text, [aside]).flatMap((chunk) => chunk.items);
    expect(items.map(({ kind }) => kind)).toEqual(['block', 'block', 'table', 'aside', 'block']);
    expect(items.map((item) => blocksIn(item).map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Tarn signs Norvale'],
      ['The deal is worth 5bn.'],
      ['Year\tUSD', '2025\t5bn'],
      ['Buy now!', 'Only $4.90.'],
      ['It ends.'],
    ]);
  });

  it('give the cells of a row by tabs or by strokes', () => {
    const row = '| Alpha | $3bn |';
    expect(
      cellsOf(row, { start: 0, end: row.length }).map(({ start, end }) => row.slice(start, end)),
    ).toEqual(['Alpha', '$3bn']);
    const tabbed = 'Alpha\t$3bn';
    expect(cellsOf(tabbed, { start: 0, end: 10 }).map(({ start, end }) => tabbed.slice(start, end))).toEqual([
      'Alpha',
      '$3bn',
    ]);
  });
});

describe('hidden characters', () => {
  it('are named: marks of direction, NUL, zero width, halves of pairs', () => {
    const text = 'a\u202eb\u0000c\u200bd\ud800e\t\u2066';
    expect(hiddenIn(text, 10).map(({ start, name }) => `${start} ${name}`)).toEqual([
      '11 RLO',
      '13 NUL',
      '15 ZWSP',
      '17 U+D800',
      '20 LRI',
    ]);
  });

  it('are none in ordinary words of any script', () => {
    expect(hiddenIn('Größe, プラム, لوحة, 38bn $ — “x”', 0)).toEqual([]);
  });
});

describe('segments', () => {
  const text = 'Norvale pays Tarn $38bn over 7 years.';

  it('put together again are the text, whatever lies over it', () => {
    const stretch = fc
      .tuple(fc.nat(36), fc.nat(20))
      .map(([start, length]) => candidateAt(start, start + length + 1));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (candidates) => {
        const segments = segmentsOf(text, { start: 0, end: text.length }, { ...NOTHING, candidates });
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
  });

  it('show the shorter words of two that lie over each other, unread ones before decided ones', () => {
    const deal = candidateAt(0, 37);
    const figure = candidateAt(18, 23, { class: 'figure' });
    const over = (candidates: readonly (typeof deal)[]) =>
      segmentsOf(text, { start: 0, end: 37 }, { ...NOTHING, candidates }).find(({ start }) => start === 18)
        ?.class;
    expect(over([deal, figure])).toBe('figure');
    expect(over([deal, { ...figure, state: 'captured' }])).toBe('deal');
  });

  it('carry the state of a numeral, what is in hand, and the letters of what begins there', () => {
    const segments = segmentsOf(
      text,
      { start: 0, end: text.length },
      {
        ...NOTHING,
        candidates: [candidateAt(0, 37)],
        numerals: [numeralAt(29, 30)],
        hand: { start: 18, end: 23 },
      },
    );
    expect(segments.find(({ start }) => start === 29)?.numeral).toBe('unread');
    expect(
      segments.filter(({ isInHand }) => isInHand).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['$38bn']);
    expect(segments.filter(({ begins }) => begins.length > 0).map(({ start }) => start)).toEqual([0]);
  });
});

describe('parts of a long text', () => {
  const chunks = [
    { start: 0, end: 99 },
    { start: 101, end: 199 },
    { start: 205, end: 300 },
  ];

  it('are found by a place', () => {
    expect([0, 99, 100, 101, 204, 205, 999].map((place) => chunkAt(chunks, place))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });

  it('each get what lies over them, a candidate over two of them in both', () => {
    const parts = coversByChunk(chunks, {
      candidates: [candidateAt(90, 120), candidateAt(210, 220)],
      numerals: [numeralAt(150, 153)],
      passages: [],
    });
    expect(parts.map(({ candidates }) => candidates.map(({ start }) => start))).toEqual([[90], [90], [210]]);
    expect(parts.map(({ numerals }) => numerals.length)).toEqual([0, 1, 0]);
  });
});
