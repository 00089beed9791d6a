import { describe, expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { findHead } from '#main/ledger/commit.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, headline, newLedger, write } from '../ledger/temp-ledger.ts';

function caller(ledger: WritableLedger) {
  const context = {
    session: { access: 'write' as const, ledger },
    today: '2025-12-31',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  return (topic: string, name: string, input: unknown) => callProcedure(context, topic, name, input, options);
}

const refused = (code: string, detail?: RegExp) =>
  expect.objectContaining(
    detail === undefined ? { code } : { code, details: [expect.stringMatching(detail)] },
  );

describe('moments in a request', () => {
  it('are refused with a sentence where they are none', async () => {
    const call = caller(newLedger().ledger);
    await expect(call('signals', 'run', { asOf: 'yesterday' })).rejects.toThrowError(
      refused('REQUEST_INVALID', /2025-11-03/),
    );
    await expect(call('exports', 'write', { format: 'csv', asOf: '2025-02-30' })).rejects.toThrowError(
      refused('REQUEST_INVALID', /2025-11-03/),
    );
    await expect(call('signals', 'run', { knownAt: '3 November' })).rejects.toThrowError(
      refused('REQUEST_INVALID', /2025-11-03T12:00:00Z/),
    );
  });

  it('mean the same instant however it is written', async () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const call = caller(ledger);
    const at = Date.parse(findHead(ledger.db)?.at ?? '');
    const subjects = async (knownAt: string) =>
      ((await call('signals', 'run', { knownAt })) as { subjects: unknown[] }).subjects.length;
    const before = new Date(at - 500).toISOString();
    expect([
      await subjects(before),
      await subjects(new Date(at).toISOString().replace('.000Z', 'Z')),
    ]).toEqual([0, 1]);
    expect(await subjects(new Date(at + 3_600_000).toISOString().replace('Z', '+02:00'))).toBe(0);
  });
});

describe('thresholds', () => {
  const steps = { watch: 5, warn: 10, critical: 20 };

  it('are not set for an entity that was retracted', async () => {
    const { ledger } = newLedger();
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Gone', kind: 'company' } }]);
    const id = ledger.db.prepare<[], { id: string }>('SELECT id FROM entities').get()?.id ?? '';
    write(ledger, [{ op: 'retract', id, version: findLive(ledger, 'entity', id)?.version ?? 0 }]);
    const order = {
      key: 'commitment-to-revenue',
      scope: 'entity',
      entityId: id,
      ...steps,
      reason: 'because',
    };
    await expect(caller(ledger)('thresholds', 'set', order)).rejects.toThrowError(refused('SUBJECT_UNKNOWN'));
  });

  it('keep their order, whichever call writes them', async () => {
    const fields = {
      signal: 'commitment-to-revenue',
      scope: 'ledger',
      watch: 5,
      warn: 1,
      critical: 9,
      reason: 'x',
    };
    const changes = [{ op: 'add', noun: 'threshold', fields }];
    await expect(
      caller(newLedger().ledger)('entries', 'write', { summary: 'x', changes }),
    ).rejects.toThrowError(refused('ENTRY_REFUSED', /stricter/));
  });
});

describe('what an analyst reads when a field is wrong', () => {
  it.each([
    [
      'source',
      { title: 'x', kind: 'press', reliability: 'Z' },
      'Reliability: Choose one of: A, B, C, D, E, F.',
    ],
    ['source', { title: 3, kind: 'press', reliability: 'A' }, 'Title: Enter up to 2000 characters of text.'],
    ['entity', { name: 'x', kind: 'company', underReview: 7 }, 'Under review: Enter yes, no or nothing.'],
    ['entity', { name: 'x', kind: 'company', aliases: 'y' }, 'Also known as: Enter up to 200 names.'],
  ])('%s %o', async (noun, fields, sentence) => {
    const changes = [{ op: 'add', noun, fields }];
    await expect(
      caller(newLedger().ledger)('entries', 'write', { summary: 'x', changes }),
    ).rejects.toThrowError(refused('ENTRY_REFUSED', new RegExp(`${sentence.replace(/[.]/g, '\\.')}$`)));
  });
});

describe('figures', () => {
  it('are two where only the period differs', () => {
    const { ledger } = newLedger();
    const { payer, source, deal } = addDeal(ledger);
    const year = (start: string, end: string) => ({
      op: 'add' as const,
      noun: 'figure' as const,
      fields: { ...headline(deal, payer, source, 500), periodStart: start, periodEnd: end },
    });
    expect(write(ledger, [year('2023-01-01', '2024-01-01'), year('2024-01-01', '2025-01-01')]).added).toBe(2);
  });

  it('that are exact have one amount', () => {
    const { ledger } = newLedger();
    const { figure } = addDeal(ledger);
    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    expect(() => write(ledger, [{ op: 'correct', id: figure, version, fields: { lo: 1 } }])).toThrowError(
      refused('ENTRY_REFUSED', /no other low or high end/),
    );
  });
});
