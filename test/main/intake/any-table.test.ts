import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { IMPORT_KINDS, type ImportKindId, importKinds } from '#core/intake/kinds/registry.ts';
import { lookupIn } from '#core/intake/names.ts';
import { changesFromRows } from '#core/intake/rows.ts';
import type { Table } from '#core/intake/table.ts';
import { readTable } from '#main/intake/read-table.ts';
import { listNames } from '#main/ledger/names.ts';
import { PlumblineError } from '#shared/errors.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-any-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells that fit one column or another, and cells that fit none. */
const CELLS = [
  '',
  ' ',
  'Buyer',
  'Seller',
  'A newsletter',
  'Buyer rents compute',
  'Somebody new',
  'X, Y',
  'Seller; Buyer',
  'Buyer (partner)',
  'company',
  'person',
  'press',
  'blog',
  'E',
  'C',
  'revenue',
  'deal-headline',
  'headcount',
  'cloud-compute',
  'signed',
  'in talks',
  'stock',
  'fiscal-year',
  'reported',
  'exact',
  'range',
  'approx',
  'undisclosed',
  'over',
  'USD',
  '£',
  'percent',
  'count',
  '38bn',
  '-5.2',
  '31%',
  '£29bn',
  '1,5',
  '2025-11-03',
  '2025-02-30',
  '2025-11-03T09:00:00Z',
  'yes',
  'no',
  '1',
  '0',
  '7',
  'up',
  'record high',
  "'=1+1",
  '=1+1',
  "''",
  '__proto__',
  'constructor',
  '\u202Eevil',
  'x'.repeat(3_000),
];

/** A row of each kind that can be imported; every test row differs from it in a few cells. */
const GOOD: Readonly<Record<ImportKindId, Readonly<Record<string, string>>>> = {
  entities: { name: 'Somebody', kind: 'company', parent: 'Buyer' },
  sources: { title: 'A paper', kind: 'press', reliability: 'C', cites: 'A newsletter' },
  figures: {
    about: 'Buyer',
    metric: 'revenue',
    amount: '13bn',
    unit: 'USD',
    basis: 'stock',
    status: 'reported',
    source: 'A newsletter',
  },
  deals: {
    name: 'A deal',
    kind: 'capex',
    status: 'signed',
    payer: 'Buyer',
    amount: '1bn',
    currency: 'USD',
    source: 'A newsletter',
  },
  quotes: { speaker: 'Jane', words: 'So it is', isVerbatim: 'yes', source: 'A newsletter' },
  reactions: { instrument: 'Seller', direction: 'up', move: 'close', percent: '5', source: 'A newsletter' },
  prices: {
    instrument: 'Seller',
    ticker: 'SEL',
    onDay: '2025-11-03',
    close: '7',
    isAdjusted: 'no',
    currency: 'USD',
    source: 'A newsletter',
  },
  fx: { base: 'GBP', quoteCurrency: 'USD', rate: '1.31', onDay: '2025-11-03', source: 'A newsletter' },
};

function tablesOf(kind: ImportKindId): fc.Arbitrary<Table> {
  const headers = importKinds[kind].columns.map(({ name }) => name);
  const cell = fc.oneof({ arbitrary: fc.constantFrom(...CELLS), weight: 20 }, fc.string());
  const strikes = fc.array(fc.tuple(fc.constantFrom(...headers), cell), { maxLength: 3 });
  return fc
    .record({
      rows: fc.array(strikes, { maxLength: 3 }),
      delimiter: fc.constantFrom<Table['delimiter']>(',', ';', '\t'),
    })
    .map(({ rows, delimiter }) => ({
      headers,
      delimiter,
      rows: rows.map((struck, at) => {
        const given = new Map([...Object.entries(GOOD[kind]), ...struck]);
        return { number: at + 2, cells: headers.map((header) => given.get(header) ?? '') };
      }),
    }));
}

describe('any table at all', () => {
  it.each(IMPORT_KINDS)(
    '%s: every row is accepted or refused, and what is accepted can be written',
    (kind) => {
      const { ledger } = newLedger();
      addDeal(ledger);
      const lookup = lookupIn(listNames(ledger));
      let [writes, refusedTables] = [0, 0];
      fc.assert(
        fc.property(tablesOf(kind), (table) => {
          const { rows, accepted, refused, refusals, changes } = changesFromRows(kind, table, lookup);
          expect(accepted + refused).toBe(rows);
          expect(refusals.length > 0).toBe(refused > 0);
          if (refused > 0) {
            expect(changes).toEqual([]);
            refusedTables += 1;
          } else if (changes.length > 0) {
            write(ledger, changes);
            writes += 1;
          }
        }),
        { numRuns: 150 },
      );
      expect(Math.min(writes, refusedTables)).toBeGreaterThan(5);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

describe('any bytes at all', () => {
  const path = join(folder, 'any.csv');
  const whole = Buffer.from('about,metric,amount\r\n"Open""AI",revenue,13bn\r\nZürich,"a\nb",£5\r\n');
  const spoilt = fc
    .array(
      fc.tuple(
        fc.nat({ max: whole.length - 1 }),
        fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(34, 44, 10, 13, 0, 239)),
      ),
      { maxLength: 12 },
    )
    .map((strikes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of strikes) bytes[at] = byte;
      return bytes;
    });

  it('give a table or a refusal, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        writeFileSync(path, bytes);
        try {
          const { headers, rows } = await readTable(path);
          expect(headers.length).toBeGreaterThan(0);
          expect(rows.every(({ cells }) => cells.length > 0)).toBe(true);
        } catch (error) {
          if (!(error instanceof PlumblineError)) throw error;
          expect(error.code).toMatch(/^IMPORT_(TYPE|UNREADABLE|TOO_BIG)$/);
          expect(error.details.join('')).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
