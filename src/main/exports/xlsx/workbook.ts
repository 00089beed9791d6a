import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { Pacer } from '../chunks.ts';
import type { ExportDocument } from '../document.ts';
import type { ExportPace, FormatWriter } from '../format.ts';
import { aboutSheetXml } from './about-sheet.ts';
import {
  contentTypesXml,
  rootRelationshipsXml,
  type SheetPart,
  workbookRelationshipsXml,
  workbookXml,
} from './package.ts';
import { type TableSheet, tableSheetBytes } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { sheetNames } from './text.ts';

/**
 * A workbook, streamed: sheets are made, deflated and passed on row by row, so memory does not grow with the ledger.
 * Law: every part has the same fixed time and mode, so the same ledger state gives the same bytes.
 */
export const xlsxWriter: FormatWriter = {
  ext: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  holdsManyTables: true,
  bytes: workbookBytes,
};

const ABOUT = 'About';
/** 1980-01-01 in local time, which is what a ZIP entry holds: the earliest day it can. */
const PART = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compressionLevel: 6 };

interface Part {
  readonly path: string;
  readonly bytes: () => Iterable<Uint8Array>;
}

async function* workbookBytes(document: ExportDocument, pace: ExportPace): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const opened: Readable[] = [];
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { path, bytes } of partsOf(document, pace)) {
    zip.addReadStreamLazy(path, PART, (give) => {
      const stream = Readable.from(bytes(), { objectMode: false });
      // A pipe does not pass errors on; without this the reader would wait for ever.
      stream.on('error', (error) => output.destroy(error));
      opened.push(stream);
      give(null, stream);
    });
  }
  zip.end();
  try {
    for await (const chunk of output) yield chunk;
  } finally {
    for (const stream of opened) stream.destroy();
  }
}

/** In the order of the file; the part that names how far the sheets reach comes after them. */
function partsOf(document: ExportDocument, pace: ExportPace): readonly Part[] {
  const { meta, sheets } = document;
  const [about = ABOUT, ...names] = sheetNames([ABOUT, ...sheets.map(({ name }) => name)]);
  const footer = `&LConfidential&CLedger head ${meta.headHash.slice(0, 12)}&R&P of &N`;
  const pacer = new Pacer(document, pace);
  const tables = sheets.map((sheet): TableSheet => ({ sheet, footer, pacer, extent: { rows: 1 } }));
  const parts = () => [
    { name: about, table: null },
    ...tables.map((table, at) => sheetPart(table, names[at] ?? '')),
  ];
  return [
    textPart('[Content_Types].xml', () => contentTypesXml(sheets.length + 1)),
    textPart('_rels/.rels', rootRelationshipsXml),
    textPart('xl/styles.xml', stylesXml),
    textPart('xl/_rels/workbook.xml.rels', () => workbookRelationshipsXml(sheets.length + 1)),
    textPart(sheetPath(0), () => aboutSheetXml(document, names, footer)),
    ...tables.map((table, at) => ({ path: sheetPath(at + 1), bytes: () => tableSheetBytes(table) })),
    textPart('xl/workbook.xml', () => workbookXml(parts())),
  ];
}

function sheetPart({ sheet, extent }: TableSheet, name: string): SheetPart {
  return { name, table: { columns: sheet.columns.length, rows: extent.rows } };
}

function sheetPath(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`;
}

function textPart(path: string, text: () => string): Part {
  return { path, bytes: () => [Buffer.from(text(), 'utf8')] };
}
