import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '#core/search/question.ts';

describe('a question about amounts', () => {
  it.each([
    ['commitment > 10bn 2026', 'Figures of commitments above 10bn, any currency, in 2026.'],
    ['revenue < 5bn openai', 'Figures of revenue below 5bn, any currency, found by “openai”.'],
    ['deals over $1bn with oracle', 'Figures of deals above 1bn USD, found by “oracle”.'],
    ['growth 20%..40%', 'Figures of growth from 20 to 40 %.'],
    ['loss 2025', 'Figures of net loss, in 2025.'],
    ['revenue between €2bn and €3.5bn in Q3 2025', 'Figures of revenue from 2bn to 3.5bn EUR, in Q3 2025.'],
    ['valuation at least 500 billion', 'Figures of valuation of at least 500bn, any currency.'],
    ['capacity >= 5 GW since 2026', 'Figures of capacity of at least 5 gigawatts, since 2026.'],
    ['headcount > 2000', 'Figures of headcount above 2000.'],
    ['oracle $300bn', 'Figures of 300bn USD, found by “oracle”.'],
    ['users > 100m', 'Figures of users above 100m.'],
    ['> 1tn', 'Figures above 1tn, any currency.'],
    ['cash burn 2025-2027', 'Figures of cash burn, from 2025 to 2027.'],
    ['Rs 500 crore deals', 'Figures of deals of 5bn INR.'],
    ['tenor > 5 years', 'Figures of the tenor of commitments above 5 years.'],
    ['market share under 20 per cent', 'Figures of market share below 20 %.'],
  ])('%s', (typed, reading) => {
    expect(parseQuestion(typed)?.reading).toBe(reading);
  });

  it.each([
    'openai 2025',
    'revenue',
    'state of the art',
    '"over 5" cabs',
    '2026',
    '',
    'over 5 cabs',
    '-loss',
    'Q3',
  ])('is none: %s', (typed) => {
    expect(parseQuestion(typed)).toBeNull();
  });

  it('carries the scale of a range to both ends, the smaller first', () => {
    expect(parseQuestion('deals 10..5bn')?.comparison).toEqual({ op: 'between', from: 5e9, to: 1e10 });
    expect(parseQuestion('revenue $4.3bn to $13bn')?.comparison).toEqual({
      op: 'between',
      from: 4.3e9,
      to: 1.3e10,
    });
  });

  it('leaves what texts can be searched for', () => {
    expect(parseQuestion('deals over $1bn with oracle')).toMatchObject({
      words: 'oracle',
      textWords: 'deal* oracle',
    });
    expect(parseQuestion('oracle $300bn')).toMatchObject({ words: 'oracle', textWords: 'oracle $300bn' });
    expect(parseQuestion('cash burn 2025')).toMatchObject({ words: '', textWords: '"cash burn"*' });
  });

  it('understands or passes over whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const question = parseQuestion(typed);
        expect(question === null || question.reading.startsWith('Figures')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
