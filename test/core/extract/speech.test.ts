import { expect, it } from 'vitest';
import { readingOf } from '#core/extract/reading.ts';

type Spoken = readonly [
  words: string,
  name: string | null,
  affiliation?: string | null,
  role?: string | null,
];

function spoken(text: string): readonly Spoken[] {
  return readingOf(text).speech.map(({ text: words, speaker }) => [
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

it('carries on from speech in other words, and over lines set aside', () => {
  const text =
    'Otto Marr, chief executive of consulting firm Celt Partners, said smaller banks would suffer.\n\nADVERTISEMENT\n\n"There is a gap now. It will widen."\n\n"Nobody likes it."';
  expect(spoken(text)).toEqual([
    ['There is a gap now. It will widen.', 'Otto Marr', 'Celt Partners', 'chief executive'],
    ['Nobody likes it.', 'Otto Marr', 'Celt Partners', 'chief executive'],
  ]);
});

it('knows whom a release introduces a line before its words', () => {
  const text =
    'Commenting on the deal, Jane Roe, Chief Executive Officer of Lakeside Foods, said:\n\n"This is a good day for both sides.\n\n"We thank our staff."';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['This is a good day for both sides.', 'Jane Roe'],
    ['We thank our staff.', 'Jane Roe'],
  ]);
});

it('names nobody where the text names nobody', () => {
  const text =
    'Lakeside Foods bought Harbour Fish. “The price was absurd,” said one person close to Harbour Fish. “Nobody checked the boats,” a former executive said.';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['The price was absurd,', null],
    ['Nobody checked the boats,', null],
  ]);
});

it('takes a fragment that only colours the sentence for none', () => {
  const text =
    'Ann Poe said the lender is adopting a “wait and see” approach. She promised to spend more on its ‘click and carry’ service, in an app called “Swift Basket”. Analysts at Nordbank label it “The Long Winter,” in a note.';
  expect(spoken(text)).toEqual([]);
});

it('finds the speaker behind an opening clause, and in a pronoun', () => {
  const text =
    'On the call, CFO Ann Lee said that customers were “asking for more of it”. Asked whether it could last, she replied: “If they keep paying, yes.”';
  expect(spoken(text).map(([words, name]) => [words, name])).toEqual([
    ['asking for more of it', 'Ann Lee'],
    ['If they keep paying, yes.', 'Ann Lee'],
  ]);
});
