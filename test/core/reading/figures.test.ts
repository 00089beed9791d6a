import { describe, expect, it } from 'vitest';
import type { ProposedMetric } from '#core/extract/report.ts';
import { readDocument } from '#core/reading/document-reading.ts';
import { draftOf } from '#core/reading/draft.ts';
import { figureDraft } from '#core/reading/figure-draft.ts';

/** The draft of a metric whose evidence is the whole of one sentence. */
function drafted(sentence: string, given: Partial<ProposedMetric>) {
  const { reading } = readDocument(`${sentence}\n`);
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

  it('rest on their sentence', () => {
    const text = 'It began small. Northwind Robotics had revenue of $900m in 2024. It grew.';
    const { reading, candidates } = readDocument(text);
    const [figure] = candidates.filter(({ proposal }) => proposal.class === 'figure');
    if (figure === undefined) throw new Error('no figure');
    const { passage } = draftOf(figure.proposal, figure, { reading, day: '2025-11-03' });
    expect(text.slice(passage.start, passage.end)).toBe('Northwind Robotics had revenue of $900m in 2024.');
  });
});
