import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IMPORT_KINDS, type ImportKindId } from '#core/intake/kinds/registry.ts';
import { lookupIn } from '#core/intake/names.ts';
import { changesFromRows, type RowsRead } from '#core/intake/rows.ts';
import type { TableId } from '#core/report/table-spec.ts';
import { exportSheets } from '#main/exports/document.ts';
import { writeExport } from '#main/exports/write-export.ts';
import { readTable } from '#main/intake/read-table.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { listNames } from '#main/ledger/names.ts';
import { openSnapshot } from '#main/ledger/snapshot.ts';
import { layBatches, newLedger, tempFolder, write } from '../ledger/temp-ledger.ts';

/** Exports of a real ledger, read back as imports: into the same ledger nothing is new. */
const TABLES: Readonly<Record<ImportKindId, TableId>> = {
  entities: 'entities',
  sources: 'sources',
  figures: 'figures',
  deals: 'deals',
  quotes: 'quotes',
  reactions: 'reactions',
  prices: 'prices',
  fx: 'fx',
};

/** The amount in the table of deals stands beside the deal's source, which need not be the source of the amount. */
const PARTS_OF_DEALS: readonly string[] = ['deal', 'deal-party'];

function sampleLedger(): WritableLedger {
  const { ledger } = newLedger();
  layBatches(ledger, sampleBatches());
  return ledger;
}

/** Series, and texts that a spreadsheet would run. */
function withMore(ledger: WritableLedger): WritableLedger {
  write(ledger, [
    {
      op: 'add',
      noun: 'source',
      key: '$source',
      fields: { title: '=Exchange "A"; daily', kind: 'exchange-data', reliability: 'B', note: "'=1+1" },
    },
    {
      op: 'add',
      noun: 'entity',
      key: '$entity',
      fields: { name: '@Home, Inc.', kind: 'company', aliases: ['-Home', '+Home'], note: '\t\n=cmd' },
    },
    {
      op: 'add',
      noun: 'price',
      fields: {
        entityId: '$entity',
        ticker: 'HOME',
        onDay: '2025-11-03',
        close: 254.001,
        currency: 'USD',
        isAdjusted: 0,
        sourceId: '$source',
      },
    },
    {
      op: 'add',
      noun: 'fx-rate',
      fields: { base: 'GBP', quoteCurrency: 'USD', rate: 1.3103, onDay: '2025-11-03', sourceId: '$source' },
    },
    {
      op: 'add',
      noun: 'figure',
      fields: {
        entityId: '$entity',
        metric: 'net-loss',
        qualifier: 'range',
        unit: 'USD',
        lo: -523,
        point: -520,
        hi: 1,
        basis: 'quarter',
        status: 'reported',
        credibility: 2,
        sourceId: '$source',
        definition: "''-as the company counts",
      },
    },
  ]);
  return ledger;
}

describe('an export read back into its own ledger', () => {
  it.each(IMPORT_KINDS)('%s: every row is understood and nothing is new', async (kind) => {
    const ledger = withMore(sampleLedger());
    const { changes, newEntities } = await moved(ledger, ledger, kind);
    const facts = changes.filter(({ noun }) => kind !== 'deals' || PARTS_OF_DEALS.includes(noun));
    expect([facts.length > 0, newEntities]).toEqual([true, []]);
    const { added, alreadyHeld } = write(ledger, facts);
    expect([added, alreadyHeld]).toEqual([0, facts.length]);
  });
});

describe('an export read into an empty ledger', () => {
  it('gives the same figures, amount for amount and word for word', async () => {
    const [from, to] = [withMore(sampleLedger()), newLedger().ledger];
    for (const kind of ['entities', 'sources'] as const) write(to, (await moved(from, to, kind)).changes);
    const deals = await moved(from, to, 'deals');
    write(
      to,
      deals.changes.filter(({ noun }) => noun !== 'figure'),
    );
    for (const kind of ['figures', 'quotes', 'reactions', 'prices', 'fx'] as const)
      write(to, (await moved(from, to, kind)).changes);
    for (const table of [
      'entities',
      'sources',
      'figures',
      'parties',
      'reactions',
      'quotes',
      'prices',
      'fx',
    ] as const)
      expect(shownIn(to, table)).toEqual(shownIn(from, table));
  });
});

async function moved(from: WritableLedger, to: WritableLedger, kind: ImportKindId): Promise<RowsRead> {
  const path = join(tempFolder(), `${kind}.csv`);
  const snapshot = openSnapshot(from);
  try {
    const meta = { ledger: 'case', headHash: '', seq: 1, asOf: '2025-11-03', knownAt: null };
    const sheets = exportSheets(snapshot, { flags: [], grades: [] }, TABLES[kind]);
    await writeExport({
      format: 'csv',
      sheets,
      meta,
      path,
      progress: () => undefined,
      signal: new AbortController().signal,
    });
  } finally {
    snapshot.close();
  }
  const read = changesFromRows(kind, await readTable(path), lookupIn(listNames(to)));
  expect(read.refusals).toEqual([]);
  return read;
}

/** What a table shows, but for when it was recorded and how many passages a source has. */
function shownIn(ledger: WritableLedger, table: TableId): readonly string[] {
  const hidden = table === 'sources' ? 'id, version, recorded_at, passages' : 'id, version, recorded_at';
  const columns = ledger.db
    .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('v_${VIEWS[table] ?? table}')`)
    .all()
    .map(({ name }) => name)
    .filter((name) => !hidden.split(', ').includes(name) && !name.endsWith('_id'));
  return ledger.db
    .prepare<[], Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM v_${VIEWS[table] ?? table}`)
    .all()
    .map((row) => JSON.stringify(row))
    .sort();
}

const VIEWS: Readonly<Partial<Record<TableId, string>>> = { parties: 'deal_parties', fx: 'fx_rates' };
