import { describe, expect, it } from 'vitest';
import { readEntry } from '#main/ledger/entry.ts';
import { redo, undo } from '#main/ledger/history.ts';
import { readPage } from '#main/ledger/page.ts';
import { findLive } from '#main/ledger/versions.ts';
import { pageRequestSchema } from '#shared/contract/entries.ts';
import { addDeal, newLedger, write } from './temp-ledger.ts';

const page = (table: 'deals' | 'figures', more: object = {}) => pageRequestSchema.parse({ table, ...more });

function cell(result: { keys: string[]; rows: unknown[][] }, row: number, key: string): unknown {
  return result.rows[row]?.[result.keys.indexOf(key)];
}

describe('entries', () => {
  it('shows a deal with its parties and the amount of its source', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const deals = readPage(ledger, page('deals'));
    expect(deals.total).toBe(1);
    expect(['deal', 'payer', 'payee', 'amount', 'currency'].map((key) => cell(deals, 0, key))).toEqual([
      'Buyer rents compute',
      'Buyer',
      'Seller',
      38e9,
      'USD',
    ]);
  });

  it('keeps every version of a correction, with who and when', () => {
    const { ledger } = newLedger();
    const { deal } = addDeal(ledger);
    const before = findLive(ledger, 'deal', deal);
    write(
      ledger,
      [{ op: 'correct', id: deal, version: before?.version ?? 0, fields: { status: 'completed' } }],
      'Paid in full',
    );
    const entry = readEntry(ledger, deal);
    expect(entry.versions.map(({ fields, summary, author }) => [fields['status'], summary, author])).toEqual([
      ['completed', 'Paid in full', 'ana'],
      ['signed', 'test', 'ana'],
    ]);
    expect(entry.versions[1]?.retractedAt).toBe(entry.versions[0]?.recordedAt);
  });

  it('refuses a correction of a version that is no longer in force', () => {
    const { ledger } = newLedger();
    const { deal } = addDeal(ledger);
    const version = findLive(ledger, 'deal', deal)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: deal, version, fields: { status: 'active' } }]);
    expect(() =>
      write(ledger, [{ op: 'correct', id: deal, version, fields: { status: 'terminated' } }]),
    ).toThrowError(expect.objectContaining({ code: 'EDIT_CONFLICT' }));
    expect(findLive(ledger, 'deal', deal)?.['status']).toBe('active');
  });

  it('holds the same fact once, however often it is added', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const again = write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Buyer', kind: 'company' } }]);
    expect(again).toMatchObject({ isChanged: false, alreadyHeld: 1 });
  });

  it('retracts a deal with its parts and restores them together', () => {
    const { ledger } = newLedger();
    const { deal, figure } = addDeal(ledger);
    write(ledger, [{ op: 'retract', id: deal, version: findLive(ledger, 'deal', deal)?.version ?? 0 }]);
    expect(readPage(ledger, page('deals')).total).toBe(0);
    expect(findLive(ledger, 'figure', figure)).toBeNull();
    const retracted = readPage(ledger, page('deals', { retracted: true }));
    expect([retracted.total, cell(retracted, 0, 'payer'), cell(retracted, 0, 'amount')]).toEqual([
      1,
      'Buyer',
      38e9,
    ]);
    write(ledger, [{ op: 'restore', id: deal }]);
    expect(cell(readPage(ledger, page('deals')), 0, 'amount')).toBe(38e9);
  });

  it('restores a deal whose amount the same batch had corrected before retracting it, and undoes both', () => {
    const { ledger } = newLedger();
    const { deal, figure } = addDeal(ledger);
    const version = (noun: 'deal' | 'figure', id: string) => findLive(ledger, noun, id)?.version ?? 0;
    write(ledger, [
      { op: 'correct', id: figure, version: version('figure', figure), fields: { note: 'Paid' } },
      { op: 'retract', id: deal, version: version('deal', deal) },
    ]);
    write(ledger, [{ op: 'restore', id: deal }]);
    expect(findLive(ledger, 'figure', figure)?.['note']).toBe('Paid');
    undo(ledger);
    undo(ledger);
    expect(findLive(ledger, 'figure', figure)?.['note']).toBeNull();
    redo(ledger);
    expect(findLive(ledger, 'deal', deal)).toBeNull();
  });

  it('lets a batch retract an entry and restore it while others rest on it', () => {
    const { ledger } = newLedger();
    const { source } = addDeal(ledger);
    const version = findLive(ledger, 'source', source)?.version ?? 0;
    write(ledger, [
      { op: 'retract', id: source, version },
      { op: 'restore', id: source },
    ]);
    expect(findLive(ledger, 'source', source)).not.toBeNull();
  });

  it('does not let a source go while figures rest on it', () => {
    const { ledger } = newLedger();
    const { source } = addDeal(ledger);
    const version = findLive(ledger, 'source', source)?.version ?? 0;
    expect(() => write(ledger, [{ op: 'retract', id: source, version }])).toThrowError(
      expect.objectContaining({ code: 'ENTRY_IN_USE' }),
    );
    expect(findLive(ledger, 'source', source)).not.toBeNull();
  });

  it.each([
    ['a missing field', { title: 'x', kind: 'press' }, /Reliability is missing/],
    ['an unknown choice', { title: 'x', kind: 'press', reliability: 'Z' }, /Reliability/],
    ['an unknown field', { title: 'x', kind: 'press', reliability: 'A', colour: 'red' }, /no field "colour"/],
    [
      'a day that is none',
      { title: 'x', kind: 'press', reliability: 'A', publishedOn: '2025-02-30' },
      /Published/,
    ],
  ])('refuses %s and writes nothing', (_, fields, sentence) => {
    const { ledger } = newLedger();
    const add = () => write(ledger, [{ op: 'add', noun: 'source', fields }]);
    expect(add).toThrowError(
      expect.objectContaining({ code: 'ENTRY_REFUSED', details: [expect.stringMatching(sentence)] }),
    );
    expect(ledger.db.prepare('SELECT count(*) AS n FROM sources').get()).toEqual({ n: 0 });
  });

  it('is all or nothing: one refused change leaves no other behind', () => {
    const { ledger } = newLedger();
    expect(() =>
      write(ledger, [
        { op: 'add', noun: 'entity', fields: { name: 'Kept out', kind: 'company' } },
        { op: 'add', noun: 'entity', fields: { name: 'No kind' } },
      ]),
    ).toThrowError();
    expect(ledger.db.prepare('SELECT count(*) AS n FROM entities').get()).toEqual({ n: 0 });
    expect(ledger.db.prepare('SELECT count(*) AS n FROM objects').get()).toEqual({ n: 0 });
  });

  it('refuses a figure whose ends contradict its qualifier', () => {
    const { ledger } = newLedger();
    const { figure } = addDeal(ledger);
    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    const bend = (fields: object) => () =>
      write(ledger, [{ op: 'correct', id: figure, version, fields: { ...fields } }]);
    expect(bend({ hi: null })).toThrowError(expect.objectContaining({ code: 'ENTRY_REFUSED' }));
    expect(bend({ qualifier: 'undisclosed' })).toThrowError(
      expect.objectContaining({ code: 'ENTRY_REFUSED' }),
    );
    expect(bend({ lo: 5e12 })).toThrowError(expect.objectContaining({ code: 'ENTRY_REFUSED' }));
    expect(bend({ metric: 'revenue' })).toThrowError(expect.objectContaining({ code: 'ENTRY_REFUSED' }));
  });
});

describe('pages', () => {
  it('sorts, filters and searches, and counts what it found', () => {
    const { ledger } = newLedger();
    const { payer, source } = addDeal(ledger);
    write(ledger, [
      ...[5, 10, 20].map((bn) => ({
        op: 'add' as const,
        noun: 'figure' as const,
        fields: {
          entityId: payer,
          sourceId: source,
          metric: 'revenue',
          qualifier: 'exact',
          unit: 'USD',
          lo: bn * 1e11,
          point: bn * 1e11,
          hi: bn * 1e11,
          basis: 'fiscal-year',
          status: 'reported',
          credibility: 3,
          periodLabel: `year of 100% ${bn}`,
        },
      })),
    ]);
    const sorted = readPage(
      ledger,
      page('figures', {
        sort: [{ key: 'stated', descending: true }],
        filters: [{ key: 'metric', op: 'equals', operand: 'revenue' }],
      }),
    );
    expect(sorted.rows.map((row) => row[sorted.keys.indexOf('stated')])).toEqual([20e9, 10e9, 5e9]);
    const more = readPage(
      ledger,
      page('figures', {
        filters: [
          { key: 'stated', op: 'more', operand: 9e9 },
          { key: 'metric', op: 'in', operand: ['revenue'] },
        ],
      }),
    );
    expect(more.total).toBe(2);
    expect(readPage(ledger, page('figures', { search: '100% 20' })).total).toBe(1);
    expect(readPage(ledger, page('figures', { search: '1_0%' })).total).toBe(0);
    expect(readPage(ledger, page('figures', { limit: 1, offset: 1 })).rows).toHaveLength(1);
  });

  it('refuses a column that the table does not have, rather than passing it to SQL', () => {
    const { ledger } = newLedger();
    const sneak = () =>
      readPage(ledger, page('deals', { sort: [{ key: '1; DROP TABLE deals', descending: false }] }));
    expect(sneak).toThrowError(expect.objectContaining({ code: 'REQUEST_INVALID' }));
  });
});
