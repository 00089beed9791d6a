import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { writeLedgerExport } from '#main/api/exports.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, newLedger, tempFolder, write } from '../ledger/temp-ledger.ts';

const TODAY = '2026-01-01';
const pace = { progress: () => undefined, signal: new AbortController().signal };

function contextOf(ledger: WritableLedger) {
  return {
    session: { access: 'write' as const, ledger },
    today: TODAY,
    author: 'ana',
    home: '',
    runFolder: '',
  };
}

type Tables = Readonly<
  Record<string, { readonly columns: { key: string }[]; readonly rows: Record<string, unknown>[] }>
>;

async function exported(ledger: WritableLedger, asOf: string | null = null): Promise<Tables> {
  const path = join(tempFolder(), 'all.json');
  const context = { ...contextOf(ledger), ...pace, ledger, longTexts: null };
  await writeLedgerExport(context, { format: 'json', table: null, asOf, knownAt: null }, path);
  return JSON.parse(readFileSync(path, 'utf8')).tables;
}

/** A commitment of 3.8 times the revenue, which a decision mitigates, and a forecast published later. */
async function stage() {
  const { ledger } = newLedger();
  const { payer, source, deal } = addDeal(ledger);
  const money = { qualifier: 'exact', unit: 'USD', lo: 1e12, point: 1e12, hi: 1e12, credibility: 3 };
  const { ids } = write(ledger, [
    {
      op: 'add',
      noun: 'figure',
      fields: {
        ...money,
        entityId: payer,
        sourceId: source,
        metric: 'revenue',
        basis: 'fiscal-year',
        status: 'reported',
      },
    },
  ]);
  const ref = {
    signal: 'commitment-to-revenue',
    measure: null,
    subjectId: payer,
    scope: 'total',
    scopeId: null,
  };
  const call = (name: string, input: object) =>
    callProcedure(contextOf(ledger), 'dispositions', name, input, pace) as Promise<{ fingerprint: string }>;
  for (const step of [
    { state: 'acknowledged' },
    { state: 'mitigated', mitigant: 'A guarantee of the parent', evidenceIds: [source] },
  ]) {
    const { fingerprint } = await call('get', ref);
    await call('decide', { ...ref, ...step, fingerprint, note: 'The contract caps what is owed here.' });
  }
  return { ledger, source, deal, revenue: ids[0] ?? '' };
}

it('shows with every flag where its review stands, and the grade with and without reviews', async () => {
  const { ledger } = await stage();
  const { signals, grades, dispositions } = await exported(ledger);
  expect(
    signals?.rows.find(({ signal, scope }) => signal === 'commitment-to-revenue' && scope === 'Total'),
  ).toMatchObject({
    severity: 'warn',
    review: 'mitigated',
    reopened: null,
    reviewed_by: 'ana',
    reviewer: null,
    review_until: '2026-06-30',
    self_reviewed: false,
    review_reason: 'The contract caps what is owed here.',
    mitigant: 'A guarantee of the parent',
  });
  expect(grades?.rows).toHaveLength(1);
  expect(grades?.rows[0]).toMatchObject({ grade: expect.any(String), without_reviews: expect.any(String) });
  expect(dispositions?.rows.map(({ step, state, author }) => [step, state, author])).toEqual([
    [1, 'acknowledged', 'ana'],
    [2, 'mitigated', 'ana'],
  ]);
});

it('judges the expiry of a review by the as-of day', async () => {
  const { ledger } = await stage();
  const { signals } = await exported(ledger, '2026-07-01');
  const row = signals?.rows.find(
    ({ signal, scope }) => signal === 'commitment-to-revenue' && scope === 'Total',
  );
  expect(row).toMatchObject({ review: 'open', reopened: 'expired', reviewed_by: 'ana' });
});

it('marks rows that did not count yet, on another day than today only', async () => {
  const { ledger, source } = await stage();
  const version = findLive(ledger, 'source', source)?.version ?? 0;
  write(ledger, [{ op: 'correct', id: source, version, fields: { publishedOn: '2025-06-01' } }]);
  const [before, after, today] = [
    await exported(ledger, '2025-05-31'),
    await exported(ledger, '2025-06-01'),
    await exported(ledger, TODAY),
  ];
  for (const [table, reason] of [
    ['figures', 'Not yet published'],
    ['deals', 'Not yet known'],
    ['sources', 'Not yet published'],
  ] as const) {
    expect(before[table]?.rows.map(({ not_yet }) => not_yet)).toContain(reason);
    expect(after[table]?.rows.every(({ not_yet }) => not_yet === null)).toBe(true);
    expect(before[table]?.columns.at(-1)).toMatchObject({ key: 'not_yet', label: 'Does not count' });
    expect(today[table]?.columns.map(({ key }) => key)).not.toContain('not_yet');
  }
  expect(before['entities']?.columns.map(({ key }) => key)).not.toContain('not_yet');
});
