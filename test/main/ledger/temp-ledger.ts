import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type ChangeBatch, writeInTurn } from '#core/intake/change.ts';
import { commit } from '#main/ledger/commit.ts';
import { createLedgerFile } from '#main/ledger/create.ts';
import { readEntry } from '#main/ledger/entry.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { openLedger } from '#main/ledger/open.ts';
import { applyChanges, type Change, type Outcome } from '#main/ledger/write-entries.ts';

/** Real ledger files in a folder of their own, removed after each test. */
const folders: string[] = [];
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  folders.push(folder);
  return folder;
}

/** A clock that moves one second at each reading, so that order in time is seen in tests. */
export function tickingClock(start = '2025-11-03T09:00:00.000Z'): () => string {
  let at = Date.parse(start);
  return () => {
    at += 1000;
    return new Date(at).toISOString();
  };
}

export interface TempLedger {
  readonly path: string;
  readonly home: string;
  readonly ledger: WritableLedger;
  readonly close: () => void;
}

export function newLedger(now = tickingClock()): TempLedger {
  const home = tempFolder();
  const path = join(tempFolder(), 'case.plumb');
  createLedgerFile(path, 'ana', now);
  return reopen(path, home, now);
}

export function reopen(
  path: string,
  home: string,
  now = tickingClock('2026-01-01T00:00:00.000Z'),
): TempLedger {
  const session = openLedger({ path, access: 'write', author: 'ana', now, home });
  if (session.access !== 'write') throw new Error('opened for reading');
  closers.push(session.close);
  return { path, home, ledger: session.ledger, close: session.close };
}

export function write(ledger: WritableLedger, changes: readonly Change[], summary = 'test'): Outcome {
  let outcome: Outcome | null = null;
  commit(
    ledger,
    { command: 'entries.write', summary, reason: null, kind: 'do', targetSeq: null },
    (stamp) => {
      outcome = applyChanges(ledger, stamp, changes, false);
      return outcome;
    },
  );
  if (outcome === null) throw new Error('nothing written');
  return outcome;
}

/** Writes batches in turn, as `plumbline new --sample` does. */
export function layBatches(ledger: WritableLedger, batches: readonly ChangeBatch[]): void {
  writeInTurn(batches, {
    write: ({ changes, summary }) => write(ledger, changes, summary).ids,
    versionOf: (id) => readEntry(ledger, id).version ?? 0,
  });
}

/** Adds one company, one source and one deal between two companies with its amount; gives their ids. */
export function addDeal(ledger: WritableLedger): {
  source: string;
  payer: string;
  payee: string;
  deal: string;
  figure: string;
} {
  const { ids } = write(ledger, [
    {
      op: 'add',
      noun: 'source',
      key: '$source',
      fields: { title: 'A newsletter', kind: 'newsletter', reliability: 'C' },
    },
    { op: 'add', noun: 'entity', key: '$payer', fields: { name: 'Buyer', kind: 'company', underReview: 1 } },
    { op: 'add', noun: 'entity', key: '$payee', fields: { name: 'Seller', kind: 'company' } },
    {
      op: 'add',
      noun: 'deal',
      key: '$deal',
      fields: { name: 'Buyer rents compute', kind: 'cloud-compute', status: 'signed', sourceId: '$source' },
    },
    { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: '$payer', role: 'payer' } },
    { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: '$payee', role: 'payee' } },
    {
      op: 'add',
      noun: 'figure',
      key: '$figure',
      fields: headline('$deal', '$payer', '$source', 3_800_000_000_000),
    },
  ]);
  const [source, payer, payee, deal, , , figure] = ids.map((id) => id ?? '');
  return {
    source: source ?? '',
    payer: payer ?? '',
    payee: payee ?? '',
    deal: deal ?? '',
    figure: figure ?? '',
  };
}

export function headline(dealId: string, entityId: string, sourceId: string, cents: number) {
  return {
    entityId,
    dealId,
    sourceId,
    metric: 'deal-headline',
    qualifier: 'exact',
    unit: 'USD',
    lo: cents,
    point: cents,
    hi: cents,
    basis: 'stock',
    status: 'reported',
    credibility: 3,
  };
}
