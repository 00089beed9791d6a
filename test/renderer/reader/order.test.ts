import { describe, expect, it } from 'vitest';
import { stretchOf } from '#renderer/screens/reader/reading.ts';
import { deskAfter, EMPTY_DESK, type Move } from '#renderer/screens/reader/review/desk.ts';
import { NO_EDITS } from '#renderer/screens/reader/review/draft-texts.ts';
import {
  candidatesShown,
  handsAt,
  NO_FILTERS,
  neighbour,
  nextNumeral,
  nextUnread,
  numeralsWithin,
  restOfParagraph,
  sentenceAround,
} from '#renderer/screens/reader/review/order.ts';
import { walkOf } from '#renderer/screens/reader/review/walk.ts';
import { candidateAt, numeralAt, readingOf } from './reader.fixture.ts';

const first = candidateAt(0, 20);
const second = candidateAt(10, 15, { class: 'figure', state: 'captured' });
const third = candidateAt(40, 60, { class: 'quote' });
const all = [third, first, second];
const inHand = (key: string, place: number) => ({ hand: { kind: 'candidate' as const, key }, place });

describe('the order of candidates', () => {
  it('is that of the text, without what a filter hides', () => {
    const keys = (filters = NO_FILTERS) => candidatesShown(all, filters).map(({ key }) => key);
    expect(keys()).toEqual(['deal-0', 'figure-10', 'quote-40']);
    expect(keys({ ...NO_FILTERS, hidden: new Set(['deal'] as const) })).toEqual(['figure-10', 'quote-40']);
    expect(keys({ ...NO_FILTERS, isUnreadOnly: true })).toEqual(['deal-0', 'quote-40']);
  });

  it('steps to the neighbour, and from elsewhere to what follows or comes before', () => {
    const shown = candidatesShown(all, NO_FILTERS);
    expect(neighbour(shown, inHand('deal-0', 0), 1)?.key).toBe('figure-10');
    expect(neighbour(shown, inHand('deal-0', 0), -1)).toBeNull();
    const numeral = { hand: { kind: 'numeral' as const, start: 30, end: 32 }, place: 30 };
    expect(neighbour(shown, numeral, 1)?.key).toBe('quote-40');
    expect(neighbour(shown, numeral, -1)?.key).toBe('figure-10');
  });

  it('goes on to the next unread, round the end of the text, and ends where none is left', () => {
    const shown = candidatesShown(all, NO_FILTERS);
    expect(nextUnread(shown, inHand('deal-0', 0))?.key).toBe('quote-40');
    expect(nextUnread(shown, inHand('quote-40', 40))?.key).toBe('deal-0');
    expect(nextUnread([second], inHand('figure-10', 10))).toBeNull();
  });
});

describe('numerals', () => {
  const numerals = [numeralAt(3, 5), numeralAt(8, 9, 'captured'), numeralAt(12, 14), numeralAt(30, 31)];

  it('are gone through in order and round the end', () => {
    expect(nextNumeral(numerals, -1)?.start).toBe(3);
    expect(nextNumeral(numerals, 3)?.start).toBe(12);
    expect(nextNumeral(numerals, 30)?.start).toBe(3);
    expect(nextNumeral([numeralAt(1, 2, 'rejected')], 0)).toBeNull();
  });

  it('of a paragraph end at its line break', () => {
    const text = 'In 25 of 7, 12\nand 30 more';
    const found = restOfParagraph(text, [numeralAt(3, 5), numeralAt(9, 10), numeralAt(19, 21)], {
      start: 9,
      end: 10,
    });
    expect(found.map(({ start }) => start)).toEqual([9]);
  });
});

describe('numerals inside decided words', () => {
  it('are those that are unread and wholly inside', () => {
    const numerals = [numeralAt(0, 2), numeralAt(4, 6), numeralAt(8, 9, 'rejected'), numeralAt(9, 12)];
    expect(numeralsWithin(numerals, { start: 3, end: 10 })).toEqual([4]);
  });
});

describe('the sentence around a place', () => {
  const text = 'Headline of 2026\nTarn was small. It pays $38bn a year. “Large,” it said.';
  const at = (words: string) => {
    const { start, end } = sentenceAround(text, text.indexOf(words));
    return text.slice(start, end);
  };

  it('ends at full stops and at the breaks of lines', () => {
    expect(at('Headline')).toBe('Headline of 2026');
    expect(at('2026')).toBe('Headline of 2026');
    expect(at('small')).toBe('Tarn was small.');
    expect(at('$38bn')).toBe('It pays $38bn a year.');
    expect(at('said')).toBe('“Large,” it said.');
  });
});

describe('what lies at a place', () => {
  const passage = { id: 'pas_1', start: 0, end: 30, words: '', state: 'held' as const, rests: [] };
  const reading = { candidates: [first, second], passages: [passage], numerals: [numeralAt(11, 12)] };

  it('is taken from the inside to the outside', () => {
    expect(handsAt(reading, 11)).toEqual([
      { kind: 'candidate', key: 'figure-10' },
      { kind: 'candidate', key: 'deal-0' },
      { kind: 'numeral', start: 11, end: 12 },
      { kind: 'passage', id: 'pas_1' },
    ]);
    expect(handsAt(reading, 35)).toEqual([]);
  });

  it('has no place where a passage is orphaned', () => {
    const orphan = { ...passage, state: 'orphaned' as const };
    const told = readingOf('text', { passages: [orphan] });
    expect(stretchOf({ kind: 'passage', id: 'pas_1' }, told)).toBeNull();
  });
});

describe('the walk through a document', () => {
  const reading = readingOf('Norvale has 12 sites and 3 plans.', {
    candidates: [candidateAt(0, 11, { state: 'captured' })],
    numerals: [numeralAt(12, 14), numeralAt(25, 26)],
  });
  const walked = (
    go: (walk: ReturnType<typeof walkOf>) => void,
    hand: Parameters<typeof walkOf>[0]['hand'],
  ) => {
    const moves: Move[] = [];
    const stretch = stretchOf(hand, reading);
    go(walkOf({ reading, shown: reading.candidates, hand, stretch, move: (move) => moves.push(move) }));
    return moves[0];
  };

  it('goes to the numerals once every candidate is decided, and says which', () => {
    expect(walked((walk) => walk.goOn(), null)).toEqual({
      do: 'take',
      hand: { kind: 'numeral', start: 12, end: 14 },
      said: 'Unread numeral: 12.',
    });
  });

  it('leaves out the numerals that are being dismissed', () => {
    const hand = { kind: 'numeral' as const, start: 12, end: 14 };
    expect(walked((walk) => walk.goToNumeral([12]), hand)).toMatchObject({ hand: { start: 25 } });
    expect(walked((walk) => walk.goToNumeral([12, 25]), hand)).toMatchObject({ hand: null });
  });
});

describe('the desk', () => {
  it('forgets what was typed when something else is taken, and has it back when that was refused', () => {
    const hand = { kind: 'candidate' as const, key: 'deal-0' };
    const edits = { ...NO_EDITS, texts: { name: 'Tarn' } };
    const typed = deskAfter(deskAfter(EMPTY_DESK, { do: 'take', hand }), { do: 'edit', edits });
    const gone = deskAfter(typed, { do: 'take', hand: null });
    expect(gone.edits).toEqual(NO_EDITS);
    const back = deskAfter(gone, { do: 'come-back', hand, edits, refused: {}, failure: new Error('held') });
    expect(back).toMatchObject({ hand, edits, failure: { message: 'held' } });
  });
});
