import { describe, expect, it } from 'vitest';
import type { Extraction } from '#core/extract/report.ts';
import { annotationsOf } from './annotations.ts';
import { type Class, sameName, sameSpeaker, sameWords, verdictsOf } from './matching.ts';
import { counted } from './scores.ts';

const TEXT =
  'Harbour Rail bought 5% of Nordbank for $4m, then $4m more. “We like it very much,” said Ann Poe.';
const expected = annotationsOf(
  {
    money: [
      { text: '$4m', low: 4e6, high: 4e6, currency: 'USD', qualifier: 'exact' },
      { text: '$4m', nth: 2, low: 4e6, high: 4e6, currency: 'USD', qualifier: 'exact' },
    ],
    percents: [{ text: '5%', value: 5 }],
    quotes: [{ text: 'We like it very much,', speaker: 'Ann Poe', affiliation: null, role: null }],
    deals: [
      {
        parties: [
          { name: 'Harbour Rail|HR', role: 'payer' },
          { name: 'Nordbank plc', role: 'target' },
        ],
        kind: 'equity-investment',
        low: 4e6,
        high: null,
        currency: 'USD',
        qualifier: 'over',
        status: 'completed',
      },
    ],
    reactions: [{ entity: 'Nordbank', direction: 'up', percent: null }],
    metrics: [
      {
        entity: null,
        metric: 'growth',
        low: 5,
        high: 5,
        unit: 'percent',
        qualifier: 'exact',
        optional: true,
      },
    ],
  },
  TEXT,
  'made up',
);

const NOTHING: Pick<Extraction, Class> = {
  money: [],
  percents: [],
  quotes: [],
  deals: [],
  reactions: [],
  metrics: [],
};

function counts(className: Class, extraction: Partial<Extraction>): readonly number[] {
  const article = { name: 'made up', text: TEXT, expected };
  const { right, wrong, missed } = verdictsOf(className, article, { ...NOTHING, ...extraction });
  return [right.length, wrong.length, missed.length];
}

const sum = {
  text: '$4m',
  low: 4e6,
  high: 4e6,
  currency: 'USD',
  qualifier: 'exact',
  start: 39,
  end: 42,
  confidence: 1,
} as const;

describe('what counts as right', () => {
  it('finds places by their words', () => {
    expect(expected.money.map(({ start, end }) => TEXT.slice(start - 4, end))).toEqual([
      'for $4m',
      'hen $4m',
    ]);
    expect(() => annotationsOf({ percents: [{ text: '6%', value: 6 }] }, TEXT, 'made up')).toThrow('6%');
    expect(() => annotationsOf({ percents: [{ text: '5%', nth: 2, value: 5 }] }, TEXT, 'x')).toThrow('5%');
    expect(() => annotationsOf({ percent: [] }, TEXT, 'made up')).toThrow();
  });

  it('takes money one to one, a character off at most, of the same amount and currency', () => {
    expect(counts('money', { money: [sum] })).toEqual([1, 0, 1]);
    expect(counts('money', { money: [sum, sum] })).toEqual([1, 1, 1]);
    expect(counts('money', { money: [{ ...sum, end: 43, qualifier: 'approx' }] })).toEqual([1, 0, 1]);
    expect(counts('money', { money: [{ ...sum, end: 44 }] })).toEqual([0, 1, 2]);
    expect(counts('money', { money: [{ ...sum, high: null }] })).toEqual([0, 1, 2]);
    expect(counts('money', { money: [{ ...sum, currency: 'AUD' }] })).toEqual([0, 1, 2]);
  });

  it('takes deals by amount and two parties, whatever end the hedge leaves open', () => {
    const deal = {
      parties: [
        { name: 'HR', role: 'payer' },
        { name: 'the Nordbank', role: 'payee' },
      ],
      kind: 'acquisition',
      low: 4e6,
      high: 4e6,
      currency: 'USD',
      qualifier: 'exact',
      termYears: null,
      status: 'signed',
      evidenceStart: 0,
      evidenceEnd: 10,
      confidence: 1,
    } as const;
    expect(counts('deals', { deals: [deal] })).toEqual([1, 0, 0]);
    expect(counts('deals', { deals: [{ ...deal, low: 5e6, high: 5e6 }] })).toEqual([0, 1, 1]);
    expect(counts('deals', { deals: [{ ...deal, currency: 'EUR' }] })).toEqual([0, 1, 1]);
    expect(counts('deals', { deals: [{ ...deal, parties: deal.parties.slice(0, 1) }] })).toEqual([0, 1, 1]);
  });

  it('asks of a move its entity and direction, and a percentage only where one was annotated', () => {
    const move = {
      entity: 'Nordbank',
      direction: 'up',
      percent: 3,
      valueChange: null,
      currency: null,
      move: 'unstated',
      evidenceStart: 0,
      evidenceEnd: 10,
      confidence: 1,
    } as const;
    expect(counts('reactions', { reactions: [move] })).toEqual([1, 0, 0]);
    expect(counts('reactions', { reactions: [{ ...move, direction: 'down' }] })).toEqual([0, 1, 1]);
  });

  it('counts what may be found neither way', () => {
    const growth = {
      entity: null,
      metric: 'growth',
      low: 5,
      high: 5,
      unit: 'percent',
      period: null,
      qualifier: 'exact',
      evidenceStart: 0,
      evidenceEnd: 10,
      confidence: 1,
    } as const;
    expect(counts('metrics', {})).toEqual([0, 0, 0]);
    expect(counts('metrics', { metrics: [growth] })).toEqual([0, 0, 0]);
    expect(counts('metrics', { metrics: [growth, growth] })).toEqual([0, 1, 0]);
  });
});

it('compares words, names and speakers', () => {
  const span = (start: number, end: number) => ({ start, end });
  expect(sameWords(span(59, 80), span(59, 80), TEXT)).toBe(true);
  expect(sameWords(span(59, 80), span(62, 80), TEXT)).toBe(true);
  expect(sameWords(span(59, 80), span(67, 80), TEXT)).toBe(false);
  expect(sameName('Amber Water plc|Amber', 'the Amber Water')).toBe(true);
  expect(sameName('Amber Water', 'Amber')).toBe(false);
  expect(sameSpeaker('Ann Poe', 'Poe')).toBe(true);
  expect(sameSpeaker('Ann Poe', 'Karl Weiss')).toBe(false);
  expect(sameSpeaker(null, 'Poe')).toBe(false);
});

it('counts F1 over all, and nothing of nothing as perfect', () => {
  expect(counted({ right: 6, wrong: 2, missed: 4, apart: {} })).toMatchObject({
    precision: 0.75,
    recall: 0.6,
    f1: 12 / 18,
  });
  expect(counted({ right: 0, wrong: 0, missed: 0, apart: {} }).f1).toBe(1);
  expect(counted({ right: 0, wrong: 1, missed: 1, apart: {} }).f1).toBe(0);
});
