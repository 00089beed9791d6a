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

/** A hash over rows, fed table by table. */
export class RowHash {
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  table(name: string, part: 'recorded' | 'retracted'): void {
    this.#hash.update(tagged('T', Buffer.from(`${part}:${name}`, 'utf8')));
  }

  row(cells: readonly Stored[], kinds: readonly ColumnKind[]): void {
    this.#rows += 1;
    this.#hash.update(
      Buffer.concat([
        Buffer.from('R'),
        ...cells.map((cell, at) => canonicalBytes(cell, kinds[at] ?? 'TEXT')),
      ]),
    );
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
