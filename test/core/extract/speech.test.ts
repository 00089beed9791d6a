import { expect, it } from 'vitest';
import { speechIn } from '#core/extract/speech.ts';

type Spoken = readonly [
  words: string,
  name: string | null,
  affiliation?: string | null,
  role?: string | null,
];

function spoken(text: string): readonly Spoken[] {
  return speechIn(text).map(({ text: words, speaker }) => [
    words,
    speaker?.name ?? null,
    speaker?.affiliation ?? null,
    speaker?.role ?? null,
  ]);
}

it('reads single marks, apostrophes and speech broken by its attribution', () => {
  const text =
    '‘We are on track to deliver,’ said Priya Raman, chief financial officer of Northgate Water. ‘The regulator’s decision doesn’t change that.’\n\n‘It is a poor outcome,’ said Tom Ellery.\n\nHe added: ‘Bills will rise.’';
  expect(spoken(text)).toEqual([
    ['We are on track to deliver,', 'Priya Raman', 'Northgate Water', 'chief financial officer'],
    [
      'The regulator’s decision doesn’t change that.',
      'Priya Raman',
      'Northgate Water',
      'chief financial officer',
    ],
    ['It is a poor outcome,', 'Tom Ellery', null, null],
    ['Bills will rise.', 'Tom Ellery', null, null],
  ]);
});

it('keeps a fragment that somebody says, and no scare quote or title', () => {
  const text =
    '"This transforms us," Chief Executive Laura Mendez said. Mendez, who joined in 2021, said the board was "unanimous".\n\nThe so-called "golden share" remains, as does the film “The Long Deal”.';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['This transforms us,', 'Laura Mendez'],
    ['unanimous', 'Laura Mendez'],
  ]);
});

it('lets an organisation speak through its spokesperson, and finds initials', () => {
  const text =
    '“We have not been approached,” a spokesperson for Bharat Shipyards said.\n\n“The order book is strong,” said the company’s managing director, R. K. Iyer, adding that margins would improve.';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['We have not been approached,', 'Bharat Shipyards'],
    ['The order book is strong,', 'R. K. Iyer'],
  ]);
});

it('carries speech over paragraphs to whoever began it', () => {
  const text =
    '"We can walk away," warned Daniel O\'Connor, head of mining at Stonebridge Advisory. "Nobody has to sign.\n\n"And we told them so."';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['We can walk away,', "Daniel O'Connor"],
    ['Nobody has to sign.', "Daniel O'Connor"],
    ['And we told them so.', "Daniel O'Connor"],
  ]);
});

it('takes the first of two who say something together, and a surname later in full', () => {
  const text =
    'Analysts Jane Poe and Karl Weiss described the offer as “opportunistic”.\n\nAs Weiss puts it, “The price is thin.”\n\nAccording to Maria Lund, an economist at Nordbank, “the krona will weaken further.”';
  expect(spoken(text).map(([words, name, affiliation]) => [words, name, affiliation])).toEqual([
    ['opportunistic', 'Jane Poe', null],
    ['The price is thin.', 'Karl Weiss', null],
    ['the krona will weaken further.', 'Maria Lund', 'Nordbank'],
  ]);
});

it('leaves out what somebody could say', () => {
  expect(spoken('They can go back to their suppliers and say, “Give us better terms.”')).toEqual([]);
});
