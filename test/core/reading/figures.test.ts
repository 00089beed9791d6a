import { describe, expect, it } from 'vitest';
import type { ProposedMetric } from '#core/extract/report.ts';
import { readDocument } from '#core/reading/document-reading.ts';
import { draftOf } from '#core/reading/draft.ts';
import { figureDraft } from '#core/reading/figure-draft.ts';

/** The draft of a metric whose evidence is the whole of one sentence, which others may follow. */
function drafted(sentence: string, given: Partial<ProposedMetric>, following = '') {
  const { reading } = readDocument(`${sentence}${following}\n`);
  const metric: ProposedMetric = {
    ...{ entity: 'Northwind', metric: 'revenue', unit: 'USD', period: null, qualifier: 'exact' },
    ...{ low: 13e9, high: 13e9, evidenceStart: 0, evidenceEnd: sentence.length },
    ...given,
  };
  const { low, high, qualifier, unit } = metric;
  const amount = { low, high, qualifier, unit, wording: null };
  return figureDraft(
    { class: 'figure', metric, amount },
    { start: 0, end: sentence.length },
    { reading, day: '2025-11-03' },
  ).fields;
}

describe('figures in the terms of the ledger', () => {
  it.each([
    [
      'Northwind had revenue of $13bn in 2024.',
      { period: '2024' },
      { basis: 'fiscal-year', status: 'reported', periodStart: '2024-01-01', periodEnd: '2025-01-01' },
    ],
    [
      'Northwind expects revenue of $13bn by 2027.',
      { period: 'by 2027' },
      { basis: 'projection', status: 'projected', periodStart: '2027-01-01' },
    ],
    [
      'Northwind lost $13bn in the third quarter of 2025.',
      { metric: 'net-loss', period: 'third quarter of 2025' },
      { metric: 'net-loss', basis: 'quarter', periodStart: '2025-07-01', periodEnd: '2025-10-01' },
    ],
    ['Northwind runs at an annualised $13bn of revenue.', {}, { basis: 'run-rate', status: 'reported' }],
    ['Its projected revenue run rate is $13bn.', {}, { basis: 'run-rate', status: 'projected' }],
    ['Northwind is valued at $13bn.', { metric: 'valuation' }, { basis: 'stock', periodStart: null }],
    ['Analysts estimated the revenue at $13bn.', {}, { status: 'estimated' }],
    [
      'Northwind adds one gigawatt weekly.',
      { metric: 'capacity', unit: 'GW', period: 'weekly' },
      { unit: 'GW/week', basis: 'stock' },
    ],
    [
      'Northwind has 300 million users.',
      { metric: 'other', unit: 'users', low: 3e8, high: 3e8 },
      { metric: 'users', unit: 'count', basis: 'stock', definition: 'users' },
    ],
    [
      'Northwind keeps $13bn aside.',
      { metric: 'other' },
      { metric: 'other', definition: 'Northwind keeps $13bn aside.' },
    ],
    [
      'Northwind said its loss was undisclosed.',
      { metric: 'net-loss', low: null, high: null, qualifier: 'undisclosed' },
      { qualifier: 'undisclosed', lo: null, point: null, hi: null },
    ],
  ] as const)('%s', (sentence, given, fields) => {
    expect(drafted(sentence, given)).toMatchObject(fields);
  });

  it('tells percentages apart where sums come later in the text', () => {
    const sentence = 'Northwind grew 20% in 2024 and is projected to grow 30% in 2027.';
    const growth = { metric: 'growth', unit: 'percent', low: 20, high: 20, period: '2024' } as const;
    expect(drafted(sentence, growth, ' Its revenue was $5bn.')).toMatchObject({ status: 'reported' });
  });

  /** As read in the text itself: what is said of one amount of a sentence is not said of the next. */
  it.each([
    ['Northwind’s revenue of $13bn annually will rise.', [{ basis: 'fiscal-year', status: 'reported' }]],
    [
      'Northwind had revenue of $1.1bn in the six months ended June 30, 2025.',
      [{ basis: null, periodStart: '2025-01-01', periodEnd: '2025-07-01' }],
    ],
    [
      'Northwind Ltd’s revenue was $13bn in the year to March 2025.',
      [{ basis: 'fiscal-year', periodStart: '2024-04-01', periodEnd: '2025-04-01' }],
    ],
    [
      'Northwind expects revenue of $10bn in 2025 and $13bn in 2026.',
      [
        { basis: 'projection', status: 'projected' },
        { basis: 'projection', status: 'projected' },
      ],
    ],
    [
      'Northwind’s revenue reached $2.1bn, and it forecast a loss of $50m for the fourth quarter of 2025.',
      [
        { metric: 'revenue', basis: null, status: 'reported' },
        { metric: 'net-loss', basis: 'projection', status: 'projected' },
      ],
    ],
    [
      'Northwind had revenue of $13bn in 2027.',
      [{ basis: 'projection', status: 'projected', periodStart: '2027-01-01' }],
    ],
    [
      'For all their scale, Northwind is said to intend to spend $1.4 trillion on commitments for computers.',
      [{ metric: 'total-commitments', point: 14e13 }],
    ],
    ['Northwind books $10 billion in new revenue.', [{ metric: 'revenue', basis: null }]],
    [
      'Northwind has 1,500 MW of capacity and 2.5 GW by 2030.',
      [
        { point: 1_500_000, basis: 'stock', status: 'reported' },
        { point: 2_500_000, basis: 'projection', status: 'projected' },
      ],
    ],
  ] as const)('%s', (sentence, expected) => {
    const { reading, candidates } = readDocument(`${sentence}\n`);
    const figures = candidates.filter(({ proposal }) => proposal.class === 'figure');
    const drafts = figures.map((one) => draftOf(one.proposal, one, { reading, day: '2025-11-03' }).fields);
    expect(drafts).toMatchObject(expected);
  });

  it('rest on their sentence', () => {
    const text = 'It began small. Northwind Robotics had revenue of $900m in 2024. It grew.';
    const { reading, candidates } = readDocument(text);
    const [figure] = candidates.filter(({ proposal }) => proposal.class === 'figure');
    if (figure === undefined) throw new Error('no figure');
    const { passage } = draftOf(figure.proposal, figure, { reading, day: '2025-11-03' });
    expect(text.slice(passage.start, passage.end)).toBe('Northwind Robotics had revenue of $900m in 2024.');
  });
});
