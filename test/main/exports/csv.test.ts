import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula } from '#core/report/formula-guard.ts';
import { csvWriter } from '#main/exports/csv.ts';
import { exportSheets } from '#main/exports/document.ts';
import { convert, hasLibreOffice, LIBREOFFICE } from './libreoffice.ts';
import { bytesOf, deals, documentOf, emptyReader, noRun, of, sheetOf } from './sample.ts';

function rowsOf(csv: Buffer): string[][] {
  return parse(csv, { bom: true, record_delimiter: '\r\n' });
}

describe('CSV', () => {
  test('is what spreadsheets read: BOM, CRLF, every field quoted, numbers bare of apostrophes', async () => {
    const text = (await bytesOf(csvWriter, documentOf(deals))).toString('utf8');
    expect(text).toBe(
      [
        '\uFEFF"Deal","Amount","Currency","Announced","Change (%)","Take-or-pay","Recorded","Also known as","Versions"',
        '"AWS compute","38000000000","USD","2025-11-03","5","Yes","2025-11-04T12:00:00.000Z","a; b","4"',
        '"\'=1+1","-5.25","GBP","1899-12-31","-0.4","No","","","1"',
        '"\'+44 & <b> ""q"" \'x\'","","","","","","","","0"',
        '"\'-5.2","0","EUR","2024-02-29","0","","","",""',
        '',
      ].join('\r\n'),
    );
  });

  test('is the same bytes the second time', async () => {
    expect(await bytesOf(csvWriter, documentOf(deals))).toEqual(await bytesOf(csvWriter, documentOf(deals)));
  });

  test('holds one table', async () => {
    const every = documentOf(...exportSheets(emptyReader, noRun, null));
    await expect(bytesOf(csvWriter, every)).rejects.toMatchObject({ code: 'USAGE' });
    await expect(bytesOf(csvWriter, documentOf())).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('any text and any number come back as they were', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('=1', "'=1", '\r\n-', '"', ','),
    );
    const row = fc.tuple(cell, fc.double({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const sheet = sheetOf([of('a', 'A'), of('b', 'B', { type: 'decimal' })], rows);
        const [, ...read] = rowsOf(await bytesOf(csvWriter, documentOf(sheet)));
        expect(read.map(([text = '', amount]) => [unguardFormula(text), Number(amount)])).toEqual(
          rows.map(([text, amount]) => [Buffer.from(text).toString(), amount === 0 ? 0 : amount]),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('a large table comes in chunks, whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`deal ${index}`, index]);
    const sheet = sheetOf([of('a', 'A'), of('b', 'B', { type: 'integer' })], rows);
    const read = rowsOf(await bytesOf(csvWriter, documentOf(sheet)));
    expect(read).toHaveLength(30_001);
    expect(read[30_000]).toEqual(['deal 29999', '29999']);
  });

  test.skipIf(!hasLibreOffice)(
    `${LIBREOFFICE}: no formulas, numbers are numbers`,
    { timeout: 120_000 },
    async () => {
      const hostile = ["=cmd|'/c calc'!A1", '+1+1', '-2+3', '@SUM(1)', '\u00A0=1+1', '＝1+1'];
      const sheet = sheetOf(
        [of('a', 'A'), of('b', 'B', { type: 'decimal' })],
        hostile.map((text, at) => [text, -5.25 - at]),
      );
      const fods = convert(await bytesOf(csvWriter, documentOf(sheet)), 'csv', 'fods', [
        '--infilter=CSV:44,34,76,1',
      ]);
      expect(fods).not.toContain('table:formula');
      hostile.forEach((text, at) => {
        expect(fods).toContain(`office:value="${-5.25 - at}"`);
        expect(guardFormula(text)).not.toBe(text);
      });
    },
  );
});
