import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CSV_LIMITS } from '#main/intake/import-limits.ts';
import { readTable } from '#main/intake/read-table.ts';
import { PlumblineError } from '#shared/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function fileOf(bytes: string | Uint8Array, ending = 'csv'): string {
  count += 1;
  const path = join(folder, `table-${count}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

async function refusalOf(path: string, limits = CSV_LIMITS): Promise<readonly [string, string]> {
  try {
    await readTable(path, limits);
  } catch (error) {
    if (error instanceof PlumblineError) return [error.code, error.details.join(' ')];
    throw error;
  }
  throw new Error('The file was read.');
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a table as it is read', () => {
  it.each([
    ['commas', 'a,b\r\n1,2\r\n', ','],
    ['semicolons', 'a;b\n1;2\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['a comma inside a quoted header', '"a,x";b\n1;2\n', ';'],
  ])('separates cells by %s', async (_, text, delimiter) => {
    const table = await readTable(fileOf(text));
    expect([table.delimiter, table.rows]).toEqual([delimiter, [{ number: 2, cells: ['1', '2'] }]]);
  });

  it.each([
    ['UTF-8', Buffer.from('name,note\nZürich,“—”')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFname,note\nZürich,“—”')],
    ['UTF-16, little end first', utf16('name,note\nZürich,“—”')],
    ['UTF-16, big end first', utf16('name,note\nZürich,“—”').swap16()],
  ])('reads %s', async (_, bytes) => {
    const { headers, rows } = await readTable(fileOf(bytes));
    expect([headers, rows]).toEqual([['name', 'note'], [{ number: 2, cells: ['Zürich', '“—”'] }]]);
  });

  it('counts rows as a spreadsheet does and passes over blank ones', async () => {
    const { rows } = await readTable(fileOf('a,b\n"two\nlines",1\n\n,\nx,2\n'));
    expect(rows).toEqual([
      { number: 2, cells: ['two\nlines', '1'] },
      { number: 5, cells: ['x', '2'] },
    ]);
  });

  it('keeps headers that are names of object properties as plain columns', async () => {
    const headers = ['__proto__', 'constructor', 'toString', '', 'a', 'a'];
    const table = await readTable(fileOf(`${headers.join(',')}\n1,2,3,4,5,6\n`));
    expect([table.headers, table.rows[0]?.cells, Object.keys(Object.prototype)]).toEqual([
      headers,
      ['1', '2', '3', '4', '5', '6'],
      [],
    ]);
  });

  it('gives back every cell of every table that is written with quotation marks', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    const header = cell.filter((text) => text.trim() !== '');
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        headers: fc.array(header, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
        delimiter: fc.constantFrom(',', ';', '\t'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(tables, async ({ headers, rows, delimiter }) => {
        fc.pre(headers.length > 1 || delimiter === ',');
        const text = `\uFEFF${stringify([headers, ...rows], { quoted: true, quoted_empty: true, delimiter, record_delimiter: '\r\n' })}`;
        const table = await readTable(fileOf(text, 'txt'));
        expect(table.headers).toEqual(headers);
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          rows.filter((cells) => cells.some((given) => given.trim() !== '')),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('files that are refused', () => {
  it.each([
    ['a workbook by name', 'xlsx', 'PK\u0003\u0004', 'IMPORT_TYPE'],
    ['an old workbook by name', 'xls', 'a,b', 'IMPORT_TYPE'],
    ['a workbook called csv', 'csv', 'PK\u0003\u0004rest', 'IMPORT_TYPE'],
    ['a PDF called csv', 'csv', '%PDF-1.7', 'IMPORT_TYPE'],
    ['a ledger called csv', 'csv', 'SQLite format 3\0', 'IMPORT_TYPE'],
    ['bytes that are no text', 'csv', 'a,b\n\0,1\n', 'IMPORT_UNREADABLE'],
    ['an empty file', 'csv', '', 'IMPORT_UNREADABLE'],
    ['a blank header', 'csv', ' , \n1,2\n', 'IMPORT_UNREADABLE'],
    ['a quotation mark that is never closed', 'csv', 'a,b\n"1,2\n3,4\n', 'IMPORT_UNREADABLE'],
    ['a quotation mark in the middle', 'csv', 'a,b\n"1"x,2\n', 'IMPORT_UNREADABLE'],
  ])('%s', async (_, ending, text, code) => {
    expect((await refusalOf(fileOf(text, ending)))[0]).toBe(code);
  });

  it('an old code page', async () => {
    const [code, detail] = await refusalOf(fileOf(Buffer.from([0x61, 0x2c, 0xa3, 0x0a, 0x31, 0x2c, 0x32])));
    expect([code, detail]).toEqual([
      'IMPORT_UNREADABLE',
      'The text is not UTF-8. Save it as "CSV UTF-8" and try again.',
    ]);
  });

  it('a file that is not there, a folder, a link, a pipe', async () => {
    const link = join(folder, 'link.csv');
    symlinkSync(fileOf('a\n1\n'), link);
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    const codes = await Promise.all(
      [join(folder, 'none.csv'), link, pipe].map(async (path) => (await refusalOf(path))[0]),
    );
    expect(codes).toEqual(['IMPORT_UNREADABLE', 'IMPORT_TYPE', 'IMPORT_TYPE']);
    const inner = mkdtempSync(join(folder, 'folder-'));
    expect((await refusalOf(`${inner}.csv`))[0]).toBe('IMPORT_UNREADABLE');
  });
});

describe('limits of a table', () => {
  const limits = { bytes: 59, rows: 3, columns: 3, cell: 10, row: 20 };

  it.each([
    [
      'bytes',
      `a\n${'x,yyyyyyyyy,zzzzzz\n'.repeat(3)}`,
      `a\n${'x,yyyyyyyyy,zzzzzz\n'.repeat(3)}\n`,
      '60 bytes; the limit is 59',
    ],
    ['rows', 'a\n1\n2\n3\n', 'a\n1\n2\n3\n4\n', '4 rows; the limit is 3'],
    ['columns', 'a,b,c\n', 'a,b,c,d\n', '4 columns; the limit is 3'],
    [
      'a cell',
      `a\n${'x'.repeat(10)}\n`,
      `a\n${'x'.repeat(11)}\n`,
      '11 characters in a cell; the limit is 10',
    ],
  ])('%s: one less passes, one more is refused with the numbers', async (_, within, beyond, detail) => {
    await readTable(fileOf(within), limits);
    const [code, details] = await refusalOf(fileOf(beyond), limits);
    expect([code, details]).toEqual(['IMPORT_TOO_BIG', expect.stringContaining(detail)]);
  });

  it('stops at a row without end', async () => {
    const [code, details] = await refusalOf(fileOf(`a\n"${'x,\n'.repeat(15)}`), { ...limits, cell: 1_000 });
    expect([code, details]).toEqual(['IMPORT_TOO_BIG', expect.stringContaining('more than 20 characters')]);
  });
});
