import { describe, expect, it } from 'vitest';
import {
  correctedDraft,
  draftTexts,
  type Edits,
  entitySlots,
  NO_EDITS,
} from '#renderer/screens/reader/review/draft-texts.ts';
import type { Draft } from '#shared/contract/documents.ts';
import { DEAL, FIGURE } from './reader.fixture.ts';

function typed(draft: Draft, texts: Edits['texts'], more: Partial<Edits> = {}): Draft {
  const corrected = correctedDraft(draft, { ...NO_EDITS, texts, ...more });
  if ('refused' in corrected) throw new Error(JSON.stringify(corrected.refused));
  return corrected.ok;
}

function refused(draft: Draft, texts: Edits['texts'], more: Partial<Edits> = {}) {
  const corrected = correctedDraft(draft, { ...NO_EDITS, texts, ...more });
  return 'refused' in corrected ? corrected.refused : {};
}

describe('the boxes of a draft', () => {
  it('show amounts as an analyst writes them', () => {
    expect(draftTexts(DEAL)).toMatchObject({
      amount: '38bn',
      qualifier: 'at-least',
      unit: 'USD',
      kind: 'cloud-compute',
    });
    expect(draftTexts(FIGURE)).toMatchObject({ amount: '13bn', qualifier: 'approx', metric: 'revenue' });
  });

  it('have a slot for every entity that the noun can name', () => {
    expect(entitySlots('quote').map(({ slot }) => slot)).toEqual(['speakerId', 'affiliationId', 'aboutId']);
    expect(entitySlots('figure').map(({ slot }) => slot)).toEqual(['entityId']);
  });
});

describe('a draft that nobody typed over', () => {
  it('is accepted exactly as it was proposed, its odd interval too', () => {
    expect(typed(FIGURE, {})).toEqual(FIGURE);
    expect(typed(DEAL, {})).toEqual(DEAL);
  });

  it('keeps its interval when another box is corrected', () => {
    const corrected = typed(FIGURE, { periodLabel: 'last year' });
    expect(corrected.fields).toMatchObject({
      lo: 1_200_000_000_000,
      hi: 1_350_000_000_000,
      periodLabel: 'last year',
    });
  });
});

describe('a corrected amount', () => {
  it('is read as typed, hedge and all', () => {
    expect(typed(FIGURE, { amount: 'over 14bn' }).fields).toMatchObject({
      qualifier: 'over',
      lo: 1_400_000_000_000,
      point: 1_400_000_000_000,
      hi: null,
    });
  });

  it('of a deal keeps what else was proposed of it', () => {
    expect(typed(DEAL, { amount: '40bn', qualifier: 'exact' }).amount).toMatchObject({
      metric: 'deal-headline',
      qualifier: 'exact',
      lo: 4_000_000_000_000,
      hi: 4_000_000_000_000,
    });
  });

  it('of a deal may be taken away, which is not zero', () => {
    expect(typed(DEAL, { amount: '', qualifier: 'exact' }).amount).toBeNull();
  });

  it('that cannot be read is refused with a sentence', () => {
    expect(refused(FIGURE, { amount: 'lots' })).toHaveProperty('amount');
    expect(refused(FIGURE, { amount: '1,4bn' }).amount).toContain('decimal mark');
  });
});

describe('who is meant', () => {
  it('can be another entity, and an unnamed one is left out', () => {
    const [payer, payee] = DEAL.entities;
    if (payer === undefined || payee === undefined) throw new Error('The draft has two parties.');
    const entities = [
      { ...payer, entityId: 'ent_0000000000000009' },
      payee,
      { ...payee, name: '', entityId: null },
    ];
    expect(typed(DEAL, {}, { entities }).entities).toEqual(entities.slice(0, 2));
  });

  it('must be said where the noun needs it', () => {
    expect(refused(FIGURE, {}, { entities: [] })).toEqual({ entityId: 'Say who: about.' });
    expect(refused(DEAL, {}, { entities: [] })).toEqual({ party: 'A deal needs its parties.' });
  });
});

describe('a required box', () => {
  it('cannot be emptied', () => {
    expect(refused(DEAL, { kind: '' })).toEqual({ kind: 'Kind cannot be empty.' });
  });

  it('has its plain answer filled in where the words leave it open, and none where there are several', () => {
    const open = { ...FIGURE, fields: { ...FIGURE.fields, basis: null, status: null, credibility: null } };
    expect(refused(open, {})).toEqual({ basis: 'Basis cannot be empty.' });
    expect(draftTexts(open, { metric: 'headcount' })).toMatchObject({ basis: 'stock', status: 'reported' });
    expect(typed(open, { metric: 'headcount' }).fields).toMatchObject({ basis: 'stock', credibility: 6 });
  });

  it('of a new deal need not be given for one that is on file', () => {
    const onFile = { ...DEAL, dealId: 'dea_0000000000000001', entities: [], fields: {} };
    expect(refused(onFile, {})).toEqual({});
  });

  it('is named also where the words did not fill it', () => {
    const { metric: _, ...fields } = FIGURE.fields;
    expect(refused({ ...FIGURE, fields }, {})).toEqual({ metric: 'Metric cannot be empty.' });
  });
});

describe('a reaction', () => {
  const reaction: Draft = {
    ...FIGURE,
    as: 'reaction',
    fields: {
      direction: 'up',
      move: 'close',
      percent: null,
      percentUnit: null,
      valueChange: null,
      valueUnit: null,
    },
  };

  it('gets the unit of its percentage, and none for a value that is not stated', () => {
    expect(typed(reaction, { percent: '4.5' }).fields).toMatchObject({
      percentUnit: 'percent',
      valueUnit: null,
    });
  });
});

describe('the deal and the words', () => {
  it('can be chosen anew', () => {
    const passage = { start: 50, end: 60 };
    expect(typed(DEAL, {}, { dealId: 'dea_0000000000000001', passage })).toMatchObject({
      dealId: 'dea_0000000000000001',
      passage,
    });
  });
});
