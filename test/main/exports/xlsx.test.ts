import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tables } from '#core/report/tables.ts';
import { exportSheets } from '#main/exports/document.ts';
import { columnLetters, placesOf, rowXml } from '#main/exports/xlsx/cells.ts';
import { daySerial, instantSerial } from '#main/exports/xlsx/dates.ts';
import { look } from '#main/exports/xlsx/styles.ts';
import { cellText, sheetNames, xmlText } from '#main/exports/xlsx/text.ts';
import { xlsxWriter } from '#main/exports/xlsx/workbook.ts';
import { convert, hasLibreOffice, LIBREOFFICE } from './libreoffice.ts';
import {
  bytesOf,
  deals,
  documentOf,
  emptyReader,
  flag,
  meta,
  money,
  of,
  pace,
  runOf,
  sheetOf,
} from './sample.ts';
import { unzip } from './unzip.ts';

function rowOf(columns: Parameters<typeof placesOf>[0], cells: Parameters<typeof rowXml>[1]): string {
  return rowXml(placesOf(columns), cells, 2);
}

describe('cells', () => {
  test('are typed by what the ledger holds, never by how it looks', () => {
    expect(rowOf([of('a', 'A')], ['-5.2'])).toBe(
      `<row r="2"><c r="A2" s="${look.quoted}" t="inlineStr"><is><t>-5.2</t></is></c></row>`,
    );
    expect(rowOf([of('a', 'A', { type: 'decimal' })], [-5.2])).toBe(
      `<row r="2"><c r="A2" s="${look.plain}"><v>-5.2</v></c></row>`,
    );
    expect(rowOf([of('a', 'A', { type: 'decimal' })], ['12'])).toContain('t="inlineStr"');
  });

  test('unknown is no cell, nothing listed is no cell, zero is zero', () => {
    expect(
      rowOf([of('a', 'A'), of('b', 'B', { type: 'list' }), of('c', 'C', { type: 'integer' })], [null, [], 0]),
    ).toBe(`<row r="2"><c r="C2" s="${look.plain}"><v>0</v></c></row>`);
  });

  test.each([
    ['USD', 38e9, look.whole],
    ['USD', 0.1, look.broken],
    ['x', 107.69, look.times],
    ['share', 0.436, look.share],
    ['index', 4145.2, look.index],
    ['percent', 31, look.whole],
    [null, 5.5, look.broken],
  ])('an amount in %s of %d keeps its digits and gets look %i', (unit, amount, style) => {
    const xml = rowOf([of('amount', 'Amount', money), of('currency', 'Currency')], [amount, unit]);
    expect(xml).toContain(`<c r="A2" s="${style}"><v>${amount}</v></c>`);
  });

  test('a percentage is the fraction that its format shows', () => {
    const percent = of('p', 'P', { type: 'percent' });
    for (const [printed, held] of [
      [5, 0.05],
      [-0.4, -0.004],
      [31.7, 0.317],
      [0.1 + 0.2, 0.003],
      [100, 1],
    ])
      expect(rowOf([percent], [printed ?? null])).toContain(`<v>${held}</v>`);
  });

  test('what is no number is refused', () => {
    expect(() => rowOf([of('a', 'A', { type: 'decimal' })], [Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  test('columns count on after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['1900-03-01', 61],
    ['2000-01-01', 36526],
    ['2024-02-29', 45351],
    ['2025-11-03', 45964],
    ['9999-12-31', 2958465],
    ['1900-02-28', null],
    ['2025-02-30', null],
    ['2025', null],
    ['soon', null],
  ])('%s is day %s', (day, serial) => {
    expect(daySerial(day)).toBe(serial);
  });

  test('instants keep the millisecond', () => {
    const ms = fc.integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2200, 0, 1) });
    fc.assert(
      fc.property(ms, (instant) => {
        const serial = instantSerial(new Date(instant).toISOString()) ?? 0;
        expect(Math.round((serial - 25_569) * 86_400_000)).toBe(instant);
      }),
    );
    expect(instantSerial('2025-11-03')).toBeNull();
  });
});

describe('text', () => {
  test('is escaped, stripped of control characters, and keeps its look-alike escapes', () => {
    expect(xmlText('a&b<c>"d"\u0000\u0007\uFFFE')).toBe('a&amp;b&lt;c&gt;&quot;d&quot;');
    expect(xmlText('a\r\nb\rc\td')).toBe('a\nb\nc\td');
    expect(xmlText('_x0041_ _x00_')).toBe('_x005F_x0041_ _x00_');
  });

  test('longer than a cell is cut and says so, never within a character', () => {
    expect(cellText('x'.repeat(32_767))).toHaveLength(32_767);
    const cut = cellText('x'.repeat(32_768));
    expect(cut).toHaveLength(32_767);
    expect(cut).toContain('32768 characters');
    for (const start of ['', 'x']) expect(cellText(start + '😀'.repeat(20_000)).isWellFormed()).toBe(true);
  });

  test('sheet names are what a workbook accepts', () => {
    expect(sheetNames(['Deals', 'deals', 'History', "'a[b]:c*d?e/f\\g'", '', 'x'.repeat(40)])).toEqual([
      'Deals',
      'deals (2)',
      'Change history',
      'a b  c d e f g',
      'Sheet',
      'x'.repeat(31),
    ]);
  });
});

describe('workbook', () => {
  test('is the same bytes the second time, with no time in them', async () => {
    const every = documentOf(deals, ...exportSheets(emptyReader, runOf(flag), null));
    const bytes = await bytesOf(xlsxWriter, every);
    expect(bytes).toEqual(await bytesOf(xlsxWriter, every));
    for (const { dosTime, extraLength } of unzip(bytes).values())
      expect({ dosTime, extraLength }).toEqual({ dosTime: 0x00210000, extraLength: 0 });
  });

  test('holds About and a sheet for every table, filter and titles over the used range', async () => {
    const parts = unzip(
      await bytesOf(xlsxWriter, documentOf(deals, ...exportSheets(emptyReader, runOf(flag), null))),
    );
    const workbook = parts.get('xl/workbook.xml')?.text ?? '';
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'About',
      'Deals',
      'Grades',
      'Signals',
      'Signal inputs',
      'Deals (2)',
      'Figures',
      'Quotes',
      'Market reactions',
      'Key dates',
      'Entities',
      'Sources',
      'Citations',
      'Passages',
      'Parties',
      'Schedules',
      'Prices',
      'Exchange rates',
      'Thresholds',
      'Own signals',
      'Picks',
      'Reviews of flags',
      'Rejections',
      'Originals',
      'Change history',
    ]);
    expect(workbook).toContain(`localSheetId="1" hidden="1">'Deals'!$A$1:$I$5</definedName>`);
    const sheet = parts.get('xl/worksheets/sheet2.xml')?.text ?? '';
    expect(sheet).toContain('<autoFilter ref="A1:I5"/>');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('&amp;LConfidential&amp;CLedger head ab12ab12ab12');
  });

  test('colours the severities of the signals, and says whose state it shows', async () => {
    const parts = unzip(
      await bytesOf(xlsxWriter, documentOf(...exportSheets(emptyReader, runOf(flag, flag), 'signals'))),
    );
    expect(parts.get('xl/worksheets/sheet2.xml')?.text).toContain('<conditionalFormatting sqref="E2:E3">');
    const about = parts.get('xl/worksheets/sheet1.xml')?.text ?? '';
    for (const text of ['Confidential', meta.headHash, '2025-11-03', 'Number 7'])
      expect(about).toContain(`>${text}</t>`);
  });

  test('no part holds a formula but the rules that colour severities', async () => {
    const parts = unzip(
      await bytesOf(xlsxWriter, documentOf(deals, ...exportSheets(emptyReader, runOf(flag), null))),
    );
    for (const { path, text } of parts.values()) {
      expect(text.replace(/<cfRule.*?<\/cfRule>/g, ''), path).not.toMatch(
        /<f[ >]|<formula|externalLink|hyperlink/,
      );
    }
  });

  test('a table longer than a sheet is refused by name', async () => {
    const long = { ...deals, rowCount: 1_048_576 };
    await expect(bytesOf(xlsxWriter, documentOf(long))).rejects.toMatchObject({
      code: 'EXPORT_SHORT',
      details: [expect.stringContaining('"Deals" has more than 1,048,575 rows')],
    });
  });

  test('an error among the rows is the error of the export, and the rows are closed', async () => {
    let isClosed = false;
    function* rows() {
      try {
        yield ['a'];
        throw new Error('the disk under the ledger failed');
      } finally {
        isClosed = true;
      }
    }
    const sheet = { ...sheetOf([of('a', 'A')], []), rows };
    await expect(bytesOf(xlsxWriter, documentOf(sheet))).rejects.toThrow('the disk under the ledger failed');
    expect(isClosed).toBe(true);
  });

  test('stops between chunks when cancelled, and closes the rows', async () => {
    const stop = new AbortController();
    let read = 0;
    let isClosed = false;
    function* rows() {
      try {
        for (; ; read += 1) yield [`deal ${read}`];
      } finally {
        isClosed = true;
      }
    }
    const endless = { ...sheetOf([of('a', 'A')], []), rowCount: 1_000_000, rows };
    const progress = (fraction: number) => {
      if (fraction > 0.003) stop.abort();
    };
    const reading = async () => {
      for await (const _ of xlsxWriter.bytes(documentOf(endless), { progress, signal: stop.signal }));
    };
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(isClosed).toBe(true);
    expect(read).toBeLessThan(50_000);
  });

  test('rows are closed when the reader of the bytes walks away', async () => {
    let isClosed = false;
    function* rows() {
      try {
        for (let at = 0; ; at += 1) yield [`deal ${at} ${Math.sin(at)}`];
      } finally {
        isClosed = true;
      }
    }
    for await (const chunk of xlsxWriter.bytes(documentOf({ ...sheetOf([of('a', 'A')], []), rows }), pace)) {
      if (chunk.length > 10_000) break;
    }
    expect(isClosed).toBe(true);
  });
});

describe.skipIf(!hasLibreOffice)(`workbook ${LIBREOFFICE}`, { timeout: 120_000 }, () => {
  test('numbers are numbers, dates dates, text text, and nothing is a formula', async () => {
    const hostile = [
      "=cmd|'/c calc'!A1",
      '=HYPERLINK("http://x")',
      '@SUM(1)',
      '+1',
      '\t=1',
      '_x0041_',
      ' two  blanks ',
    ];
    const texts = sheetOf(
      [of('a', 'A')],
      hostile.map((text) => [text]),
      'Hostile',
    );
    const bytes = await bytesOf(
      xlsxWriter,
      documentOf(deals, texts, ...exportSheets(emptyReader, runOf(flag), null)),
    );
    const fods = convert(bytes, 'xlsx', 'fods');
    expect(fods).not.toContain('table:formula');
    for (const typed of [
      'office:value-type="float" office:value="38000000000"',
      'office:value-type="float" office:value="-5.25"',
      'office:value-type="percentage" office:value="-0.004"',
      'office:value-type="date" office:date-value="2025-11-03"',
      'office:value-type="date" office:date-value="2024-02-29"',
      'office:value-type="date" office:date-value="2025-11-04T12:00:00"',
      'office:value-type="float" office:value="107.69"',
    ])
      expect(fods).toContain(typed);
    for (const shown of [
      '38,000,000,000',
      '1899-12-31',
      '=1+1',
      '-5.2',
      '107.69x',
      '_x0041_',
      '=cmd|&apos;/c calc&apos;!A1',
    ])
      expect(fods).toContain(`<text:p>${shown}</text:p>`);
    const tablesShown = Object.keys(tables).length + 5;
    expect(fods.match(/<table:table /g)).toHaveLength(tablesShown + 1);
    expect(fods.match(/display-filter-buttons="true"/g)).toHaveLength(tablesShown);
  });

  test('comes back as the same table', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [`deal ${at}`, at / 8, 'USD']);
    const sheet = sheetOf(
      [of('deal', 'Deal'), of('amount', 'Amount', money), of('currency', 'Currency')],
      rows,
    );
    const csv = convert(
      await bytesOf(xlsxWriter, documentOf(sheet)),
      'xlsx',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2',
    );
    expect(csv.replaceAll('"', '').trim().split('\n')).toEqual([
      'Deal,Amount,Currency',
      ...rows.map((row) => row.join(',')),
    ]);
  });
});
