import { describe, expect, it } from 'vitest';
import { loadView } from '#main/ledger/view.ts';
import { addDeal, newLedger, write } from './temp-ledger.ts';

describe('loadView', () => {
  it('brings the deals of the parent that a subject counts as, and of those that it deals with', () => {
    const { ledger } = newLedger();
    const { deal, payer, payee, source } = addDeal(ledger);
    const { ids } = write(ledger, [
      { op: 'add', noun: 'entity', fields: { name: 'Brand', kind: 'company', parentId: payee, rollsUp: 1 } },
      {
        op: 'add',
        noun: 'deal',
        key: '$back',
        fields: { name: 'Money back', kind: 'equity-investment', status: 'signed', sourceId: source },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$back', entityId: payer, role: 'payee' } },
    ]);
    const [brand = '', back = ''] = ids.map(String);
    const view = loadView(ledger, { subjectIds: [brand], asOf: '2025-11-30', knownAt: null });
    expect(view.deals.map(({ id }) => id)).toEqual([deal, back].toSorted());
  });

  it('brings the parts of a programme and the deals of counterparties, and no deal of others', () => {
    const { ledger } = newLedger();
    const { deal, payer, payee, source } = addDeal(ledger);
    write(ledger, [
      {
        op: 'add',
        noun: 'deal',
        key: '$part',
        fields: { name: 'A part', kind: 'supply', status: 'signed', sourceId: source, partOfId: deal },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$part', entityId: payee, role: 'payer' } },
      {
        op: 'add',
        noun: 'deal',
        key: '$inner',
        fields: {
          name: 'A part of it',
          kind: 'supply',
          status: 'signed',
          sourceId: source,
          partOfId: '$part',
        },
      },
      {
        op: 'add',
        noun: 'deal',
        key: '$other',
        fields: { name: 'Of the counterparty', kind: 'supply', status: 'signed', sourceId: source },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$other', entityId: payee, role: 'payer' } },
      { op: 'add', noun: 'entity', key: '$stranger', fields: { name: 'Stranger', kind: 'company' } },
      {
        op: 'add',
        noun: 'deal',
        key: '$far',
        fields: { name: 'Of strangers', kind: 'supply', status: 'signed', sourceId: source },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$far', entityId: '$stranger', role: 'payer' } },
    ]);
    const view = loadView(ledger, { subjectIds: [payer], asOf: '2025-12-31', knownAt: null });
    expect(view.deals.map(({ name }) => name).sort()).toEqual([
      'A part',
      'A part of it',
      'Buyer rents compute',
      'Of the counterparty',
    ]);
  });

  it('reads what rolls up to a subject as its own', () => {
    const { ledger } = newLedger();
    const { payer, source } = addDeal(ledger);
    const { ids } = write(ledger, [
      { op: 'add', noun: 'entity', key: '$parent', fields: { name: 'Parent', kind: 'company' } },
      { op: 'add', noun: 'source', fields: { title: 'Unused', kind: 'press', reliability: 'B' } },
    ]);
    const version =
      ledger.db.prepare<[string], { version: number }>('SELECT version FROM entities WHERE id = ?').get(payer)
        ?.version ?? 0;
    write(ledger, [{ op: 'correct', id: payer, version, fields: { parentId: ids[0] ?? '', rollsUp: 1 } }]);
    const view = loadView(ledger, { subjectIds: [ids[0] ?? ''], asOf: '2025-12-31', knownAt: null });
    expect(view.deals.map(({ source: { id }, amounts }) => [id, amounts.length])).toEqual([[source, 1]]);
  });
});
