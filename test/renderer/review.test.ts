import { describe, expect, it } from 'vitest';
import {
  closedUnlike,
  decisionOf,
  emptyDraft,
  evidenceChoices,
  noteCount,
  problemsOf,
} from '#renderer/parts/review/decision-draft.ts';
import { countReviews, reviewsOf } from '#renderer/parts/review/flag-reviews.ts';
import { groupOfReview, reviewBrief, reviewSentence } from '#renderer/parts/review/review-words.ts';
import { reviewWith } from './review.fixture.ts';
import { dealScope, flagWith, inputWith } from './signals-flag.fixture.ts';

const DECIDED = {
  since: '2026-01-05T09:00:00.000Z',
  by: 'Ana',
  until: '2026-07-04',
} as const;

describe('a review in words', () => {
  it('says where it stands, who decided and until when', () => {
    expect(reviewSentence(reviewWith())).toBe('Nothing has been decided about this flag.');
    const mitigated = reviewWith({ ...DECIDED, state: 'mitigated', reviewer: 'Ben' });
    expect(reviewBrief(mitigated)).toBe('Mitigated');
    expect(reviewSentence(mitigated)).toMatch(
      /^Ana decided this on .*2026.*, reviewed by Ben\. It holds until .*2026\.$/,
    );
    expect(reviewSentence({ ...mitigated, reviewer: null, isSelfReviewed: true })).toContain('self-reviewed');
  });

  it('says why it is open again, and what it was', () => {
    const changed = reviewWith({ ...DECIDED, reopened: { why: 'inputs-changed', from: 'mitigated' } });
    expect(groupOfReview(changed)).toBe('reopened');
    expect(reviewBrief(changed)).toBe('Reopened: an input or a threshold has changed');
    expect(reviewSentence(changed)).toMatch(
      /^It was mitigated by Ana on .*: an input or a threshold has changed\.$/,
    );
    const expired = reviewWith({ ...DECIDED, reopened: { why: 'expired', from: 'acknowledged' } });
    expect(reviewSentence(expired)).toMatch(/it expired on .*2026\.$/);
    const byHand = reviewWith({ ...DECIDED, reopened: { why: 'by-hand', from: 'mitigated' } });
    expect([reviewBrief(byHand), reviewSentence(byHand)]).toEqual([
      'Reopened',
      expect.stringMatching(/^Ana reopened this on/),
    ]);
  });
});

it('reviews belong to flags at watch or worse, and are counted apart', () => {
  const live = flagWith({ severity: 'warn' });
  const dropped = flagWith({ severity: 'clear', scope: dealScope('dea_1', 'A deal') });
  const other = flagWith({ severity: 'critical', scope: dealScope('dea_2', 'Another') });
  const flags = [live, dropped, other];
  const reviews = reviewsOf([
    {
      flags,
      reviews: [
        reviewWith({ state: 'mitigated' }),
        reviewWith({ state: 'mitigated' }),
        reviewWith({ reopened: { why: 'expired', from: 'mitigated' } }),
      ],
    },
  ]);
  expect(reviews.size).toBe(2);
  expect([...countReviews(flags, reviews)]).toEqual([
    ['mitigated', 1],
    ['reopened', 1],
  ]);
});

describe('the form of a decision', () => {
  const flag = flagWith({
    severity: 'critical',
    inputs: [
      inputWith(),
      inputWith({ id: 'dea_0000000000000001', name: 'A deal' }),
      inputWith({ id: 'dea_0000000000000001', name: 'A deal', role: 'twice' }),
      inputWith({ id: 'src_0000000000000001', kind: 'source', name: 'An article' }),
      inputWith({ id: 'no entry at all', name: 'Nothing' }),
    ],
  });
  const review = {
    review: reviewWith({ state: 'acknowledged' }),
    steps: [],
    next: ['mitigated', 'false-positive', 'reopened'],
    fingerprint: 'a1',
    author: 'Ana',
    isSingleUser: false,
    today: '2026-01-05',
    alike: [
      {
        subject: 'OpenAI',
        scopeName: 'A deal',
        state: 'false-positive',
        reasonCode: 'duplicate',
        author: 'Ben',
        recordedAt: '2026-01-01T00:00:00.000Z',
        note: 'The same as the one on the total.',
      },
    ],
  } as const satisfies Parameters<typeof problemsOf>[2]['review'];
  const start = emptyDraft('mitigated', review.today);
  const complete = {
    ...start,
    note: 'The parent guarantees the whole of it.',
    reviewer: 'Ben',
    mitigant: 'A guarantee',
    evidenceIds: ['src_0000000000000001'],
  };

  it('starts with the expiry of the step, and says at each box what it lacks', () => {
    expect(start.expiresOn).toBe('2026-07-04');
    expect(emptyDraft('reopened', review.today).expiresOn).toBe('');
    expect(Object.keys(problemsOf(start, 'mitigated', { flag, review })).sort()).toEqual([
      'evidenceIds',
      'mitigant',
      'note',
      'reviewer',
    ]);
    expect(problemsOf(complete, 'mitigated', { flag, review })).toEqual({});
    expect(problemsOf({ ...complete, reviewer: 'ana' }, 'mitigated', { flag, review })).toHaveProperty(
      'reviewer',
    );
    expect(problemsOf({ ...complete, expiresOn: '2026-13-01' }, 'mitigated', { flag, review })).toEqual({
      expiresOn: 'A day is written as 2025-11-03.',
    });
    expect(problemsOf({ ...complete, expiresOn: '2026-01-05' }, 'mitigated', { flag, review })).toEqual({
      expiresOn: 'Choose a later day than today.',
    });
    expect(problemsOf({ ...complete, expiresOn: '' }, 'mitigated', { flag, review })).toHaveProperty(
      'expiresOn',
    );
  });

  it('sends what the step takes, and nothing left over from another', () => {
    expect(decisionOf({ ...complete, reasonCode: 'duplicate' }, 'mitigated')).toMatchObject({
      reasonCode: null,
      mitigant: 'A guarantee',
    });
    expect(decisionOf({ ...complete, reasonCode: 'duplicate' }, 'false-positive')).toMatchObject({
      reasonCode: 'duplicate',
      mitigant: null,
    });
    expect(decisionOf({ ...complete, reviewer: '  ' }, 'reopened')).toMatchObject({
      reviewer: null,
      expiresOn: null,
    });
  });

  it('counts the note as the rule does', () => {
    expect(noteCount('  ab  \n\n cd ', 20)).toBe('5 of at least 20 characters');
    expect(noteCount('x'.repeat(21), 20)).toBe('21 characters');
  });

  it('offers the sources and entries of the flag once each', () => {
    expect(evidenceChoices(flag).map(({ group, items }) => [group, items.map(({ label }) => label)])).toEqual(
      [
        ['Sources', ['An article']],
        ['Entries', ['A deal', 'OpenAI: annual revenue']],
      ],
    );
  });

  it('tells which flags of the signal were closed otherwise', () => {
    expect(closedUnlike(complete, 'mitigated', review)).toHaveLength(1);
    expect(closedUnlike({ ...complete, reasonCode: 'duplicate' }, 'false-positive', review)).toEqual([]);
    expect(closedUnlike(complete, 'acknowledged', review)).toEqual([]);
  });
});
