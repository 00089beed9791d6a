import { describe, expect, it } from 'vitest';
import type { TermInput } from '#core/formula/term.ts';
import {
  beyondSentence,
  drawnWords,
  likelihoodOf,
  shareWords,
  spreadSentence,
} from '#core/scenario/simulation-words.ts';
import type { Measure } from '#core/signals/definition.ts';

const ratio: Measure = {
  id: null,
  name: 'Ratio',
  unit: 'x',
  isLowerWorse: false,
  defaults: { watch: 1, warn: 3, critical: 6 },
  why: '',
};

const revenue: TermInput = {
  id: 'fig_revenue',
  role: 'annual revenue',
  name: 'OpenAI: annual revenue',
  unit: 'USD',
  amount: { lo: 5e9, point: 13e9, hi: 20e9 },
  isPointStated: true,
};

describe('shares in words', () => {
  it('never claim all or none of what was not so in every trial', () => {
    expect([0, 0.004, 0.01, 0.8689, 0.9951, 1].map(shareWords)).toEqual([
      'no trial',
      'fewer than 1 of 100 trials',
      '1 of 100 trials',
      '87 of 100 trials',
      'more than 99 of 100 trials',
      'every trial',
    ]);
  });

  it('use the likelihood words of ICD 203 within 1 to 99 % and none outside', () => {
    expect([0.005, 0.03, 0.1, 0.3, 0.5, 0.7, 0.87, 0.97, 0.995].map(likelihoodOf)).toEqual([
      null,
      'almost no chance',
      'very unlikely',
      'unlikely',
      'roughly even chance',
      'likely',
      'very likely',
      'almost certain',
      null,
    ]);
  });

  it('name the side that is worse', () => {
    expect(beyondSentence(0.8689, 70, ratio)).toBe('In 87 of 100 trials it is above 70x: very likely.');
    expect(beyondSentence(1, 6, ratio)).toBe('In every trial it is above 6x.');
    const months: Measure = { ...ratio, unit: 'months', isLowerWorse: true };
    expect(beyondSentence(0.3, 12, months)).toBe('In 30 of 100 trials it is below 12 months: unlikely.');
  });
});

describe('the spread in words', () => {
  it('says where nine tenths lie, or that all are one', () => {
    expect(spreadSentence({ p5: 62.6, p50: 92.5, p95: 160.6 }, ratio)).toBe(
      'In 90 of 100 trials it lies from 62.6x to 160.6x; half of them give less than 92.5x.',
    );
    expect(spreadSentence({ p5: 3, p50: 3, p95: 3 }, ratio)).toBe('Every trial gives 3x.');
  });
});

describe('an input in words', () => {
  it('says how it is drawn and whose its upper end is', () => {
    const { lo, hi } = { lo: 5e9, hi: 20e9 };
    expect(drawnWords(revenue, { kind: 'triangular', lo, mode: 13e9, hi }, false)).toBe(
      'USD 5bn to 20bn, most likely USD 13bn',
    );
    expect(drawnWords(revenue, { kind: 'uniform', lo, hi }, true)).toBe(
      'USD 5bn to 20bn, all equally likely, the upper end set by you',
    );
    expect(drawnWords(revenue, { kind: 'constant', at: 13e9 }, false)).toBe('USD 13bn, exactly');
    const open = { ...revenue, amount: { lo: 5e9, point: 5e9, hi: null } };
    expect(drawnWords(open, null, false)).toBe('USD 5bn or more; no source gives an upper end');
    expect(drawnWords({ ...revenue, unit: 'part' }, { kind: 'uniform', lo: 0, hi: 1 }, false)).toBe(
      '0 % to 100 %, all equally likely',
    );
  });
});
