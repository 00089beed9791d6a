import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '#core/reading/candidate.ts';
import { candidateStates, coverageOf, type Ground, numeralStates } from '#core/reading/coverage.ts';
import type { HeldRejection } from '#core/reading/source-entries.ts';

const figure = (key: string, start: number, end: number): Candidate => ({
  key,
  start,
  end,
  confidence: 0.9,
  marks: [{ start, end, what: 'money' }],
  proposal: {
    class: 'figure',
    metric: null,
    amount: { low: 1, high: 1, qualifier: 'exact', unit: 'USD', wording: '$1' },
  },
});

const rejection = (start: number, end: number, key: string | null): HeldRejection => ({
  ...{ id: 'rej_1', version: 1, reason: 'immaterial', note: null },
  start,
  end,
  key,
});

const BARE: Ground = {
  candidates: [figure('a', 10, 14), figure('b', 30, 34)],
  numerals: [
    { start: 11, end: 12, isSetAside: false },
    { start: 20, end: 24, isSetAside: false },
    { start: 31, end: 32, isSetAside: false },
    { start: 50, end: 51, isSetAside: true },
  ],
  captures: new Map(),
  passages: [],
  rejections: [],
};

function statesOf(change: Partial<Ground>) {
  const ground = { ...BARE, ...change };
  return numeralStates(ground, candidateStates(ground)).map(({ state }) => state);
}

describe('coverage', () => {
  it('leaves everything unread but what is set aside by rule', () => {
    expect(statesOf({})).toEqual(['unread', 'unread', 'unread', 'set-aside']);
  });

  it('takes what lies in a passage as captured, but not the figure that nobody decided on', () => {
    const change = { passages: [{ start: 0, end: 40 }], captures: new Map([['a', ['fig_1']]]) };
    expect(statesOf(change)).toEqual(['captured', 'captured', 'unread', 'set-aside']);
  });

  it('turns down one reading by its key, and words with all that is read there', () => {
    expect(statesOf({ rejections: [rejection(10, 14, 'a')] })).toEqual([
      'rejected',
      'unread',
      'unread',
      'set-aside',
    ]);
    expect(statesOf({ rejections: [rejection(0, 60, null)] })).toEqual(Array(4).fill('rejected'));
  });

  it('adds up, and never loses ground by another decision', () => {
    const place = fc
      .tuple(fc.nat(55), fc.nat(20))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    const decisions = fc.record({
      passages: fc.array(place, { maxLength: 3 }),
      rejected: fc.array(place, { maxLength: 3 }),
      captured: fc.subarray(['a', 'b']),
    });
    fc.assert(
      fc.property(decisions, place, ({ passages, rejected, captured }, more) => {
        const change = {
          passages,
          rejections: rejected.map(({ start, end }) => rejection(start, end, null)),
          captures: new Map(captured.map((key) => [key, [key]])),
        };
        const before = statesOf(change);
        const { total, ...parts } = coverageOf(before.map((state) => ({ state })));
        expect(total).toBe(Object.values(parts).reduce((sum, part) => sum + part, 0));
        const after = statesOf({ ...change, passages: [...passages, more] });
        before.forEach((state, at) => {
          if (state !== 'unread') expect(after[at]).not.toBe('unread');
        });
      }),
    );
  });
});
