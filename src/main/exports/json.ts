import { Buffer } from 'node:buffer';
import type { Cell } from '#core/model/field.ts';
import type { Column } from '#core/report/table-spec.ts';
import { encodedRows, Pacer } from './chunks.ts';
import type { ExportDocument, ExportSheet } from './document.ts';
import type { ExportPace, FormatWriter } from './format.ts';

/**
 * One JSON document, a row a line. Amounts are numbers in full units, percentages as printed (5 is 5 %),
 * days ISO text, yes/no true and false, unknown null; keys in the order of the columns.
 */
export const jsonWriter: FormatWriter = {
  ext: 'json',
  mime: 'application/json',
  holdsManyTables: true,
  bytes: jsonBytes,
};

async function* jsonBytes(document: ExportDocument, pace: ExportPace): AsyncGenerator<Uint8Array> {
  const pacer = new Pacer(document, pace);
  yield Buffer.from(opening(document), 'utf8');
  for (const [index, sheet] of document.sheets.entries()) {
    yield Buffer.from(`${index === 0 ? '' : ','}\n${tableOpening(sheet)}`, 'utf8');
    yield* encodedRows({ sheet, pacer, encode: rowEncoder(sheet) });
    yield Buffer.from('\n]}', 'utf8');
  }
  yield Buffer.from('\n}}\n', 'utf8');
}

function opening({ meta }: ExportDocument): string {
  const head = {
    ledger: meta.ledger,
    asOf: meta.asOf,
    knownAt: meta.knownAt,
    head: { seq: meta.seq, hash: meta.headHash },
    confidential: true,
    ...(meta.exportedBy === undefined ? {} : { exportedBy: meta.exportedBy }),
  };
  return `${JSON.stringify(head).slice(0, -1)},"tables":{`;
}

function tableOpening({ id, columns }: ExportSheet): string {
  return `${JSON.stringify(id)}:{"columns":${JSON.stringify(columns.map(columnText))},"rows":[`;
}

function columnText({ key, label, of }: Column): Readonly<Record<string, string>> {
  return of.type === 'amount'
    ? { key, label, type: of.type, unitKey: of.unitKey }
    : { key, label, type: of.type };
}

function rowEncoder({ columns }: ExportSheet): (row: readonly Cell[], index: number) => string {
  return (row, index) => {
    const cells = columns.map((column, at) => [column.key, jsonCell(row[at] ?? null, column)] as const);
    return `${index === 0 ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(cells))}`;
  };
}

function jsonCell(cell: Cell, { of }: Column): Cell | boolean {
  return of.type === 'flag' && typeof cell === 'number' ? cell !== 0 : cell;
}
