import { Buffer } from 'node:buffer';
import type { Cell } from '#core/model/field.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { ExportDocument, ExportSheet } from './document.ts';
import type { ExportPace } from './format.ts';

/** Large enough to keep the disk and the deflater busy, small enough to answer other requests in between. */
const CHUNK_BYTES = 131_072;
const MOST_BYTES_PER_CHARACTER = 3;

/** Keeps count over the sheets of one export, and stops it where it was cancelled. */
export class Pacer {
  private written = 0;
  private readonly total: number;
  private readonly pace: ExportPace;

  constructor(document: ExportDocument, pace: ExportPace) {
    this.total = document.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
    this.pace = pace;
  }

  /** Says that `rows` more are encoded. Throws CANCELLED. */
  step(rows: number, label: string): void {
    if (this.pace.signal.aborted) throw new PlumblineError('CANCELLED');
    this.written += rows;
    this.pace.progress(this.total === 0 ? 1 : Math.min(1, this.written / this.total), label);
  }
}

interface EncodedRows {
  readonly sheet: ExportSheet;
  /** The text of one row; `index` counts from 0. */
  readonly encode: (row: readonly Cell[], index: number) => string;
  readonly pacer: Pacer;
}

/** The rows of a sheet as UTF-8 chunks; the rows are closed however the reading ends. */
export function* encodedRows({ sheet, encode, pacer }: EncodedRows): Generator<Uint8Array> {
  let chunk = newChunk(0);
  let used = 0;
  let waiting = 0;
  let index = 0;
  for (const row of sheet.rows()) {
    const text = encode(row, index);
    if (text.length * MOST_BYTES_PER_CHARACTER > chunk.length - used) {
      if (used > 0) yield chunk.subarray(0, used);
      pacer.step(waiting, sheet.name);
      chunk = newChunk(text.length);
      used = 0;
      waiting = 0;
    }
    used += chunk.write(text, used, 'utf8');
    index += 1;
    waiting += 1;
  }
  pacer.step(waiting, sheet.name);
  if (used > 0) yield chunk.subarray(0, used);
}

/** Each row is written into the chunk at once: long joined strings would live long enough to fill the heap. */
function newChunk(characters: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, characters * MOST_BYTES_PER_CHARACTER));
}
