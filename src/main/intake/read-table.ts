import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Table, TableRow } from '#core/intake/table.ts';
import { PlumblineError } from '#shared/errors.ts';
import { delimiterOf } from './delimiter.ts';
import { type Encoding, encodingOf, refuseEnding } from './file-kind.ts';
import { CSV_LIMITS, type ImportLimits } from './import-limits.ts';
import { openRegular } from './open-regular.ts';

/** A table and what identifies the file that it was read from. */
export interface TableFile extends Table {
  readonly size: number;
  readonly sha256: string;
}

const START = 65_536;

/**
 * Reads a table of text: UTF-8, or UTF-16 with its mark; cells separated by comma, semicolon or tab as the header shows.
 * The first row is the header. Blank rows are passed over. Nothing is kept in part.
 * Throws IMPORT_TYPE, IMPORT_TOO_BIG or IMPORT_UNREADABLE, each with the limit or the place in its details.
 */
export async function readTable(path: string, limits: ImportLimits = CSV_LIMITS): Promise<TableFile> {
  refuseEnding(path);
  const file = await openRegular(path, { unreadable: 'IMPORT_UNREADABLE', type: 'IMPORT_TYPE' });
  try {
    const { size } = await file.stat();
    if (size > limits.bytes) throw tooBig('bytes', size, limits.bytes);
    return await readOpen(file, limits);
  } catch (error) {
    throw asRefusal(error, limits);
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle, limits: ImportLimits): Promise<TableFile> {
  const start = Buffer.alloc(START);
  const { bytesRead } = await file.read(start, 0, START, 0);
  const head = start.subarray(0, bytesRead);
  const encoding = encodingOf(head);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
  const hash = createHash('sha256');
  const size = { read: 0 };
  const records: string[][] = [];
  await pipeline(
    Readable.from(textOf({ file, encoding, hash, size, limits })),
    parse({ delimiter, relax_column_count: true, max_record_size: limits.row, info: false }),
    async (parsed: AsyncIterable<string[]>) => {
      for await (const record of parsed) {
        refuseLimits(record, records.length, limits);
        records.push(record);
      }
    },
  );
  return { ...tableOf(records), delimiter, size: size.read, sha256: hash.digest('hex') };
}

interface Reading {
  readonly file: FileHandle;
  readonly encoding: Encoding;
  readonly hash: Hash;
  readonly size: { read: number };
  readonly limits: ImportLimits;
}

/** The text without its mark. A file that grows while it is read meets the limit here. */
async function* textOf({ file, encoding, hash, size, limits }: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of file.createReadStream({
    start: 0,
    autoClose: false,
    highWaterMark: START,
  }) as AsyncIterable<Buffer>) {
    size.read += bytes.byteLength;
    if (size.read > limits.bytes) throw tooBig('bytes', size.read, limits.bytes);
    hash.update(bytes);
    yield withoutZeros(decoder.decode(bytes, { stream: true }));
  }
  yield decoder.decode();
}

function withoutZeros(text: string): string {
  if (text.includes('\0'))
    throw new PlumblineError('IMPORT_UNREADABLE', ['The file holds bytes that are no text.']);
  return text;
}

function refuseLimits(record: readonly string[], rows: number, limits: ImportLimits): void {
  if (rows > limits.rows) throw tooBig('rows', rows, limits.rows);
  if (record.length > limits.columns) throw tooBig('columns', record.length, limits.columns);
  for (const cell of record)
    if (cell.length > limits.cell) throw tooBig('characters in a cell', cell.length, limits.cell);
}

function tableOf(records: readonly (readonly string[])[]): Pick<Table, 'headers' | 'rows'> {
  const [headers, ...rest] = records;
  if (headers === undefined || headers.every((header) => header.trim() === ''))
    throw new PlumblineError('IMPORT_UNREADABLE', ['The file has no header row.']);
  const rows = rest
    .map((cells, at): TableRow => ({ number: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { headers, rows };
}

function tooBig(what: string, found: number, limit: number): PlumblineError {
  return new PlumblineError('IMPORT_TOO_BIG', [
    `It has ${found.toLocaleString('en')} ${what}; the limit is ${limit.toLocaleString('en')}.`,
  ]);
}

function asRefusal(error: unknown, limits: ImportLimits): unknown {
  if (error instanceof PlumblineError) return error;
  if (error instanceof CsvError) {
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return new PlumblineError('IMPORT_TOO_BIG', [
        `A row has more than ${limits.row.toLocaleString('en')} characters; a quotation mark may be missing.`,
      ]);
    return new PlumblineError(
      'IMPORT_UNREADABLE',
      [`Line ${String(error.lines ?? 'unknown')}: a quotation mark is out of place.`],
      { cause: error },
    );
  }
  if (
    error instanceof TypeError &&
    (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  )
    return new PlumblineError(
      'IMPORT_UNREADABLE',
      ['The text is not UTF-8. Save it as "CSV UTF-8" and try again.'],
      { cause: error },
    );
  return new PlumblineError('IMPORT_UNREADABLE', [], { cause: error });
}
