import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFileName, safeFileName } from '#main/exports/file-name.ts';

const now = { asOf: null, knownAt: null };

describe('file names', () => {
  test('an export says confidential and which state of the ledger it shows', () => {
    const headHash = '3f9a12bc44'.padEnd(64, '0');
    expect(exportFileName({ ledger: 'case', table: 'Deals', headHash, ext: 'csv', ...now })).toBe(
      'case Deals confidential 3f9a12bc.csv',
    );
    expect(exportFileName({ ledger: 'a/b:c', table: null, headHash, ext: 'xlsx', ...now })).toBe(
      'a b c confidential 3f9a12bc.xlsx',
    );
  });

  test('an export of the past names its moment, without a colon', () => {
    const past = { asOf: '2025-11-03', knownAt: '2025-11-20T08:30:00.125Z' };
    const known = { asOf: null, knownAt: past.knownAt };
    const of = { ledger: 'case', table: null, headHash: '3f9a12bc44', ext: 'xlsx' };
    expect([exportFileName({ ...of, ...past }), exportFileName({ ...of, ...known })]).toEqual([
      'case as of 2025-11-03 known 2025-11-20T083000.125Z confidential 3f9a12bc.xlsx',
      'case known 2025-11-20T083000.125Z confidential 3f9a12bc.xlsx',
    ]);
  });

  test.each([
    ['CON', '_CON.csv'],
    ['nul.backup', '_nul.backup.csv'],
    ['com1', '_com1.csv'],
    ['COM¹', '_COM¹.csv'],
    ['LPT9 .x', '_LPT9 .x.csv'],
    ['console', 'console.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['-rf', 'rf.csv'],
    ['.hidden', 'hidden.csv'],
    ['name. . ', 'name.csv'],
    ['a\u0000b\nc', 'a b c.csv'],
    ['invoice\u202Efdp', 'invoice fdp.csv'],
    ['<>|?*', 'export.csv'],
    ['', 'export.csv'],
  ])('%j becomes %j', (stem, name) => {
    expect(safeFileName(stem, '.csv')).toBe(name);
  });

  test('at most 120 bytes, ending kept, no character cut in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (stem) => {
        const name = safeFileName(stem, ' confidential 12345678.xlsx');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(name.endsWith(' confidential 12345678.xlsx')).toBe(true);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u);
        expect(Buffer.from(name).toString()).toBe(name);
      }),
    );
    expect(Buffer.byteLength(safeFileName('é'.repeat(200), '.csv'))).toBeGreaterThan(110);
  });
});
