import { describe, expect, it } from 'vitest';
import { additionOf, correctionOf } from '#renderer/forms/form-changes.ts';
import { textsOf } from '#renderer/forms/form-texts.ts';
import { statedMeaning } from '#renderer/forms/stated-texts.ts';

const deal = {
  name: 'OpenAI leases a data centre',
  kind: 'lease',
  status: 'in-talks',
  payerId: 'ent_0000000000000001',
  payeeId: 'new:Vantage',
  sourceId: 'src_0000000000000001',
  passage: 'They may lease it for 5 to 10 billion.',
  amount: '5-10bn',
  unit: 'USD',
  qualifier: 'exact',
};

describe('a new deal', () => {
  it('is one batch: the new party, the words, the deal, its parties and its amount', () => {
    const batch = additionOf('deal', deal);
    if ('refused' in batch) throw new Error(JSON.stringify(batch.refused));
    expect(batch.changes.map((change) => (change.op === 'add' ? change.noun : change.op))).toEqual([
      'entity',
      'passage',
      'deal',
      'deal-party',
      'deal-party',
      'figure',
    ]);
    expect(batch.changes.at(-1)).toMatchObject({
      fields: {
        dealId: '$main',
        entityId: 'ent_0000000000000001',
        passageId: '$passage',
        metric: 'deal-headline',
        status: 'in-talks',
        qualifier: 'range',
        unit: 'USD',
        lo: 5e11,
        point: 7.5e11,
        hi: 1e12,
      },
    });
    expect(batch.changes[4]).toMatchObject({ fields: { role: 'payee', entityId: '$new-1' } });
  });

  it('has no figure where no amount is stated, and an unknown one where it is undisclosed', () => {
    const nouns = (texts: Record<string, string>) => {
      const batch = additionOf('deal', { ...deal, ...texts });
      return 'refused' in batch
        ? batch.refused
        : batch.changes.filter((change) => change.op === 'add' && change.noun === 'figure');
    };
    expect(nouns({ amount: '' })).toEqual([]);
    expect(nouns({ amount: '', qualifier: 'undisclosed' })).toMatchObject([
      { fields: { lo: null, point: null, hi: null } },
    ]);
  });

  it('names every box that needs another look at once', () => {
    expect(additionOf('deal', { ...deal, name: '', payerId: '', announcedOn: '3 Nov' })).toEqual({
      refused: {
        name: 'Deal cannot be empty.',
        payerId: 'Say who pays.',
        announcedOn: 'Write the day as 2025-11-03.',
      },
    });
  });
});

describe('a correction', () => {
  const fields = {
    entityId: 'ent_0000000000000001',
    metric: 'revenue',
    dealId: null,
    qualifier: 'exact',
    unit: 'USD',
    lo: 1.3e12,
    point: 1.3e12,
    hi: 1.3e12,
    basis: 'fiscal-year',
    accounting: null,
    status: 'reported',
    periodStart: null,
    periodEnd: null,
    periodLabel: '2025',
    definition: null,
    credibility: 2,
    isPrimary: null,
    sourceId: 'src_0000000000000001',
    passageId: 'pas_0000000000000001',
    wording: null,
    note: null,
  };
  const held = { id: 'fig_1', version: 3, fields, words: 'Revenue was $13 billion.' };
  const texts = { ...textsOf('figure', fields), amount: '13bn', high: '', passage: held.words };

  it('writes only what differs', () => {
    expect(correctionOf('figure', held, { ...texts, amount: '13bn' })).toEqual({ changes: [] });
    expect(correctionOf('figure', held, { ...texts, amount: '12.7bn' })).toEqual({
      changes: [
        { op: 'correct', id: 'fig_1', version: 3, fields: { lo: 1.27e12, point: 1.27e12, hi: 1.27e12 } },
      ],
    });
  });

  it('leaves an interval alone that nobody typed over', () => {
    const own = { ...held, fields: { ...fields, lo: 1.2e12 } };
    expect(correctionOf('figure', own, { ...texts, note: 'Checked.' })).toEqual({
      changes: [{ op: 'correct', id: 'fig_1', version: 3, fields: { note: 'Checked.' } }],
    });
  });

  it('never rewrites a passage: other words are another passage', () => {
    expect(correctionOf('figure', held, { ...texts, passage: 'Sales were $13 billion.' })).toEqual({
      changes: [
        {
          op: 'add',
          noun: 'passage',
          key: '$passage',
          fields: { sourceId: 'src_0000000000000001', words: 'Sales were $13 billion.' },
        },
        { op: 'correct', id: 'fig_1', version: 3, fields: { passageId: '$passage' } },
      ],
    });
  });

  it('moves the words along to another source', () => {
    expect(correctionOf('figure', held, { ...texts, sourceId: 'src_0000000000000002' })).toMatchObject({
      changes: [
        { noun: 'passage', fields: { sourceId: 'src_0000000000000002', words: held.words } },
        { fields: { sourceId: 'src_0000000000000002', passageId: '$passage' } },
      ],
    });
  });
});

describe('the meaning beside the amount', () => {
  it('spells out every digit and the hedge', () => {
    const { text, isRead } = statedMeaning({ amount: '38bn', unit: 'USD', qualifier: 'at-least' });
    expect(isRead).toBe(true);
    expect(text.replace(/\D/g, '')).toBe('38000000000');
    expect(text).toContain('or more, open above');
  });

  it('says what is missing instead of guessing', () => {
    expect(statedMeaning({ amount: '5bn', unit: 'USD', qualifier: 'range' })).toMatchObject({
      isRead: false,
    });
    expect(statedMeaning({ amount: '£5bn', unit: 'USD', qualifier: 'exact' })).toMatchObject({
      isRead: false,
    });
  });
});
