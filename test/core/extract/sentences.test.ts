import { expect, it } from 'vitest';
import { linesOf } from '#core/extract/lines.ts';
import { sentencesOf } from '#core/extract/sentences.ts';

function sentences(text: string): readonly string[] {
  return sentencesOf(linesOf(text), []).map(({ text: words }) => words);
}

it('ends no sentence at abbreviations, initials and decimals', () => {
  expect(
    sentences(
      'Mr. R. K. Iyer of Lakeside Foods Inc. paid $4.5 million on Nov. 3. The U.S. unit grew 2.5%. It is done.',
    ),
  ).toEqual([
    'Mr. R. K. Iyer of Lakeside Foods Inc. paid $4.5 million on Nov. 3.',
    'The U.S. unit grew 2.5%.',
    'It is done.',
  ]);
});

it('ends one at a legal form before a new beginning, and after a closing mark', () => {
  expect(sentences('It is held by Harbour Co. The rest is public. “We sold it.” Shares fell.')).toEqual([
    'It is held by Harbour Co.',
    'The rest is public.',
    '“We sold it.”',
    'Shares fell.',
  ]);
});

it('knows items, rows and what they stand under', () => {
  const text =
    'The terms\n\nMilltown Power:\n- Price: £5m\n- Term: 9 years. No option.\n| a | b |\n\nProse follows.';
  const found = sentencesOf(linesOf(text), []);
  expect(found.map(({ kind, text: words, under }) => [kind, words, under])).toEqual([
    ['heading', 'The terms', null],
    ['prose', 'Milltown Power:', 0],
    ['item', 'Price: £5m', 2],
    ['item', 'Term: 9 years.', 2],
    ['item', 'No option.', 2],
    ['row', '| a | b |', 2],
    ['prose', 'Prose follows.', 0],
  ]);
});
