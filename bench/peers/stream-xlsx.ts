import { createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { printMeasured } from '../programs/measured.ts';
import { tableColumns, tableRows } from '../programs/table-rows.ts';

/** stream-xlsx PATH ROWS: the least that streams the same rows into a workbook; what our export is measured against. */
const [path = '', rows = '0'] = process.argv.slice(2);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FIXED: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Deals" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function* sheetText(): Generator<Buffer> {
  let xml = `<worksheet xmlns="${MAIN}"><sheetData>`;
  const letters = tableColumns.map((_, at) => String.fromCharCode(65 + at));
  let number = 0;
  for (const row of tableRows(Number(rows))) {
    number += 1;
    xml += `<row r="${number}">`;
    row.forEach((cell, at) => {
      const ref = `${letters[at]}${number}`;
      xml +=
        typeof cell === 'number'
          ? `<c r="${ref}"><v>${cell}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${escaped(String(cell))}</t></is></c>`;
    });
    xml += '</row>';
    if (xml.length < 65_536) continue;
    yield Buffer.from(xml);
    xml = '';
  }
  yield Buffer.from(`${xml}</sheetData></worksheet>`);
}

await printMeasured(async () => {
  const zip = new ZipFile();
  for (const [part, xml] of Object.entries(FIXED)) zip.addBuffer(Buffer.from(xml), part);
  zip.addReadStream(Readable.from(sheetText(), { objectMode: false }), 'xl/worksheets/sheet1.xml', {
    compressionLevel: 6,
  });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return { rows: Number(rows), size: statSync(path).size };
});
