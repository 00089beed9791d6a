import { describe, expect, it } from 'vitest';
import type { ProposedDeal } from '#core/extract/report.ts';
import { candidatesOf } from '#core/reading/candidates.ts';
import { dealDraft, dealName } from '#core/reading/deal-draft.ts';
import { readDocument } from '#core/reading/document-reading.ts';
import { draftOf } from '#core/reading/draft.ts';
import { periodOf } from '#core/reading/period-words.ts';
import { storedAmount } from '#core/reading/read-amount.ts';

describe('stored amounts', () => {
  const read = { wording: null, unit: 'USD' } as const;
  it.each([
    [
      { low: 38e9, high: 38e9, qualifier: 'exact' },
      { lo: 38e11, point: 38e11, hi: 38e11 },
    ],
    [
      { low: 10e9, high: null, qualifier: 'at-least' },
      { lo: 10e11, point: 10e11, hi: null },
    ],
    [
      { low: null, high: 5e9, qualifier: 'at-most' },
      { lo: 0, point: 5e11, hi: 5e11 },
    ],
    [
      { low: 5e9, high: 10e9, qualifier: 'range' },
      { lo: 5e11, point: 7.5e11, hi: 10e11 },
    ],
    [
      { low: 1e12, high: 1e12, qualifier: 'approx' },
      { lo: 95e12, point: 1e14, hi: 105e12 },
    ],
    [
      { low: null, high: null, qualifier: 'undisclosed' },
      { lo: null, point: null, hi: null },
    ],
  ] as const)('%j', (given, ends) => {
    expect(storedAmount({ ...read, ...given })).toMatchObject({ unit: 'USD', ...ends });
  });

  it('knows the exponents of units, and turns power into gigawatts', () => {
    const exact = { low: 500, high: 500, qualifier: 'exact', wording: null } as const;
    expect(storedAmount({ ...exact, unit: 'JPY' }).point).toBe(500);
    expect(storedAmount({ ...exact, unit: 'MW' })).toMatchObject({ unit: 'GW', point: 500_000 });
    expect(storedAmount({ ...exact, unit: 'people' })).toMatchObject({ unit: 'count', point: 500 });
  });

  it('leaves a unit that the ledger lacks, and a sum that it cannot hold, to the analyst', () => {
    const exact = { high: 1, qualifier: 'exact', wording: null } as const;
    expect(storedAmount({ ...exact, low: 1, unit: 'XAU' })).toMatchObject({ unit: null, point: null });
    expect(storedAmount({ ...exact, low: 1e18, high: 1e18, unit: 'USD' })).toMatchObject({
      unit: 'USD',
      point: null,
    });
  });
});

describe('amounts that the smallest unit cannot hold', () => {
  it.each([
    ['12.5p', { low: 0.125, high: 0.125, unit: 'GBP' }],
    ['$0.0005', { low: 0.0005, high: 0.0005, unit: 'USD' }],
    ['¥1.5', { low: 1.5, high: 1.5, unit: 'JPY' }],
  ] as const)('%s is neither rounded nor nothing', (wording, given) => {
    expect(storedAmount({ ...given, qualifier: 'exact', wording })).toMatchObject({
      ...{ lo: null, point: null, hi: null },
    });
  });

  it('holds thousandths where the currency has them', () => {
    const dinars = { low: 12.345, high: 12.345, unit: 'KWD', qualifier: 'exact', wording: null } as const;
    expect(storedAmount(dinars)).toMatchObject({ point: 12_345 });
  });
});

describe('figures that a reading claims', () => {
  it('a fall in per cent leaves no second reading of the same figure', () => {
    const { candidates } = readDocument('Northwind’s revenue fell 3.25% in 2024.\n');
    const figures = candidates.filter(({ proposal }) => proposal.class === 'figure');
    expect(figures.map(({ proposal }) => proposal)).toMatchObject([
      { metric: { low: -3.25 }, amount: { wording: '3.25%' } },
    ]);
  });

  it('what a company commits in all is no deal of its own beside that', () => {
    const text =
      'However large these commitments are, Northwind plans to spend $1.4 trillion on computers.\n';
    const { extraction, reading } = readDocument(text);
    const read = {
      ...{ low: 1.4e12, high: 1.4e12, qualifier: 'exact' as const, confidence: 0.7 },
      ...{ evidenceStart: 0, evidenceEnd: text.length - 1 },
    } as const;
    const northwind = { name: 'Northwind', role: 'payer' } as const;
    const spent = { ...read, kind: 'capex', currency: 'USD', termYears: null, status: 'announced' } as const;
    const total = { ...read, entity: 'Northwind', metric: 'commitments', unit: 'USD', period: null } as const;
    const classesOf = (parties: ProposedDeal['parties']) =>
      candidatesOf(text, { ...extraction, deals: [{ ...spent, parties }], metrics: [total] }, reading)
        .map(({ proposal }) => proposal.class)
        .toSorted();
    expect(classesOf([northwind])).toEqual(['figure']);
    expect(classesOf([northwind, { name: 'Halden', role: 'payee' }])).toEqual(['deal', 'figure']);
  });

  it('a move rests on the sum that it states, which stands in a clause of its own', () => {
    const text = 'Northwind’s shares fell 5.5%, wiping $140bn off its value.\n';
    const { candidates } = readDocument(text);
    const [move, ...others] = candidates;
    expect([move?.proposal.class, others]).toEqual(['reaction', []]);
    expect(text.slice(move?.start, move?.end)).toContain('$140bn');
  });
});

describe('periods', () => {
  it.each([
    ['year to March 2025', '2024-04-01', '2025-04-01'],
    ['year ended 30 June 2025', '2024-07-01', '2025-07-01'],
    ['six months ended June 30, 2025', '2025-01-01', '2025-07-01'],
    ['52 weeks to 28 June 2025', null, null],
    ['first nine months of 2025', '2025-01-01', '2025-10-01'],
    ['2026-27', null, null],
    ['since 2022', null, null],
    ['from January to March 2025', null, null],
    ['third quarter of 2025', '2025-07-01', '2025-10-01'],
    ['Q1 2026', '2026-01-01', '2026-04-01'],
    ['the first half of 2025', '2025-01-01', '2025-07-01'],
    ['October 2025', '2025-10-01', '2025-11-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['last quarter', null, null],
    ['fiscal 2025', null, null],
    ['2026-2027', null, null],
  ])('%s', (words, start, end) => {
    expect(periodOf(words)).toEqual({ start, end, label: words });
  });
});

describe('deals', () => {
  const deal: ProposedDeal = {
    parties: [
      { name: 'Northwind', role: 'payer' },
      { name: 'Halden', role: 'payee' },
    ],
    ...{ kind: 'cloud-compute', low: 4e9, high: 4e9, currency: 'USD', qualifier: 'exact' },
    ...{ termYears: 6, status: 'talks', evidenceStart: 0, evidenceEnd: 10 },
  };
  const amount = { low: 4e9, high: 4e9, qualifier: 'exact', unit: 'USD', wording: '$4bn' } as const;

  it('are drafted in the terms of the ledger: what is talked about is no firm amount', () => {
    const draft = dealDraft({ class: 'deal', deal, amount });
    expect(draft.fields).toMatchObject({
      name: 'Northwind buys cloud compute from Halden',
      status: 'in-talks',
      tenorYearsLo: 6,
    });
    expect(draft.amount).toMatchObject({
      metric: 'deal-headline',
      status: 'in-talks',
      point: 4e11,
      wording: '$4bn',
    });
    expect(draft.entities.map(({ role }) => role)).toEqual(['payer', 'payee']);
  });

  it('give the money to the seller, not to what is sold, where both are named', () => {
    const parties = [
      { name: 'Buyer', role: 'payer' },
      { name: 'Seller', role: 'payee' },
      { name: 'Unit', role: 'target' },
    ] as const;
    const draft = dealDraft({ class: 'deal', deal: { ...deal, kind: 'acquisition', parties }, amount });
    expect(draft.entities.map(({ name, role }) => [name, role])).toEqual([
      ['Buyer', 'payer'],
      ['Seller', 'payee'],
      ['Unit', 'beneficiary'],
    ]);
    expect(draft.fields['name']).toBe('Buyer buys Unit');
  });

  it('without parties are named by their kind', () => {
    expect(dealName('joint-venture', [])).toBe('Unnamed joint venture');
  });
});

describe('a bare sum', () => {
  const text = 'Nothing here. Halden Systems said that its sales were $900m. Halden Systems employs many.';
  const reading = readDocument(text);
  const [candidate] = reading.candidates;

  it('rests on its sentence and is about the one company in it, but nothing says what it measures', () => {
    if (candidate === undefined || candidate.proposal.class !== 'figure') throw new Error('no figure');
    const bare = { ...candidate.proposal, metric: null };
    const draft = draftOf(bare, candidate, { reading: reading.reading, day: '2025-11-03' });
    expect(text.slice(draft.passage.start, draft.passage.end)).toBe(
      'Halden Systems said that its sales were $900m.',
    );
    expect(draft.fields).toMatchObject({ metric: null, basis: null, point: 9e10 });
    expect(draft.entities).toMatchObject([{ slot: 'entityId', name: 'Halden Systems', entityId: null }]);
  });
});

describe('a deal whose evidence does not state its amount', () => {
  it('rests on words that do', () => {
    const lease = 'Northwind Robotics signed the lease with Halden Systems.';
    const text = `${lease} It is worth $4.2bn over six years.`;
    const { reading, extraction } = readDocument(text);
    const deal = {
      parties: [{ name: 'Northwind Robotics', role: 'payer' as const }],
      ...{ kind: 'lease' as const, status: 'signed' as const, termYears: null, confidence: 0.7 },
      ...{ low: 4.2e9, high: 4.2e9, currency: 'USD', qualifier: 'exact' as const },
      ...{ evidenceStart: 0, evidenceEnd: lease.length },
    };
    const found = candidatesOf(text, { ...extraction, deals: [deal], metrics: [] }, reading);
    const [candidate] = found.filter(({ proposal }) => proposal.class === 'deal');
    expect(candidate).toMatchObject({
      start: 0,
      end: text.length,
      proposal: { amount: { wording: '$4.2bn' } },
    });
    expect(found.filter(({ proposal }) => proposal.class === 'figure')).toEqual([]);
  });
});
