import { createHash, type Hash } from 'node:crypto';

/**
 * The canonical bytes of rows, for hashing (SECURITY R9). Law: every value carries its type and its length, so no two
 * different rows share bytes: null, 0, -0, 0.0, '' and an empty blob all differ.
 */
export type Stored = string | number | bigint | null | Buffer;
export type ColumnKind = 'INTEGER' | 'REAL' | 'TEXT';

const NULL = Buffer.from('n');

export function canonicalBytes(stored: Stored, kind: ColumnKind): Buffer {
  if (stored === null) return NULL;
  if (typeof stored === 'string') return tagged('t', Buffer.from(stored, 'utf8'));
  if (typeof stored === 'bigint') return kind === 'REAL' ? realBytes(Number(stored)) : integerBytes(stored);
  if (typeof stored === 'number')
    return kind === 'INTEGER' && Number.isInteger(stored) ? integerBytes(BigInt(stored)) : realBytes(stored);
  return tagged('b', stored);
}

function tagged(tag: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(tag, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function integerBytes(amount: bigint): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.write('i', 0, 'latin1');
  bytes.writeBigInt64BE(BigInt.asIntN(64, amount), 1);
  return bytes;
}

function realBytes(amount: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.write('f', 0, 'latin1');
  bytes.writeDoubleBE(amount, 1);
  return bytes;
}

/** A column as it goes into the hash of a row. */
export interface HashedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The name in canonical bytes, made once. */
  readonly label: Buffer;
}

export function hashedColumn(name: string, kind: ColumnKind): HashedColumn {
  return { name, kind, label: tagged('c', Buffer.from(name, 'utf8')) };
}

const ROW = Buffer.from('R');

/**
 * A hash over rows, fed table by table. Law: a cell counts under the name of its column and an empty one not at all, so
 * that a column which a later schema adds leaves the hashes of older rows as they were. Columns are never renamed.
 */
export class RowHash {
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  table(name: string, part: 'recorded' | 'retracted'): void {
    this.#hash.update(tagged('T', Buffer.from(`${part}:${name}`, 'utf8')));
  }

  row(cells: readonly Stored[], columns: readonly HashedColumn[]): void {
    this.#rows += 1;
    const parts: Buffer[] = [ROW];
    for (const [at, { label, kind }] of columns.entries()) {
      const cell = cells[at] ?? null;
      if (cell !== null) parts.push(label, canonicalBytes(cell, kind));
    }
    this.#hash.update(Buffer.concat(parts));
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** SHA-256 over a list of values, each with type and length. */
export function hashOf(cells: readonly Stored[]): string {
  const hash = createHash('sha256');
  for (const cell of cells) hash.update(canonicalBytes(cell, typeof cell === 'string' ? 'TEXT' : 'INTEGER'));
  return hash.digest('hex');
}
