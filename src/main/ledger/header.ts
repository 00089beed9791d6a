import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { PlumblineError } from '#shared/errors.ts';
import { asPlumblineError } from './errors.ts';

/** "PLMB": the application id that makes an SQLite file a ledger. */
export const APPLICATION_ID = 0x504c4d42;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

export interface Header {
  readonly userVersion: number;
  readonly applicationId: number;
  /** File format version needed to read; 1 rollback journal, 2 write-ahead log. */
  readonly readVersion: number;
  readonly isSqlite: boolean;
  /** How many of the 20 bytes that name a ledger (magic and application id) are right. */
  readonly likeness: number;
}

/**
 * Reads the header without SQLite, before any connection is open, so that a foreign file is never touched.
 * Throws LEDGER_MISSING and LEDGER_NOT_PLUMBLINE (a folder, a device, a file too short).
 */
export function readHeader(path: string): Header {
  try {
    if (!statSync(path).isFile()) throw new PlumblineError('LEDGER_NOT_PLUMBLINE');
    return decode(readFirst(path));
  } catch (thrown) {
    throw asPlumblineError(thrown);
  }
}

function readFirst(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, bytes, 0, HEADER_BYTES, 0);
    if (read < HEADER_BYTES) throw new PlumblineError('LEDGER_NOT_PLUMBLINE');
    return bytes;
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): Header {
  const expected = Buffer.concat([Buffer.from(MAGIC, 'latin1'), Buffer.from([0x50, 0x4c, 0x4d, 0x42])]);
  const found = Buffer.concat([bytes.subarray(0, 16), bytes.subarray(68, 72)]);
  return {
    userVersion: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
    readVersion: bytes.readUInt8(19),
    isSqlite: bytes.subarray(0, 16).equals(expected.subarray(0, 16)),
    likeness: [...found].filter((byte, at) => byte === expected[at]).length,
  };
}

/** Refuses whatever is not a ledger of this or an older Plumbline; nothing is opened, nothing changes. */
export function refuseForeign(header: Header, newest: number): void {
  if (!header.isSqlite || header.applicationId !== APPLICATION_ID)
    throw new PlumblineError('LEDGER_NOT_PLUMBLINE');
  if (header.userVersion > newest || header.readVersion > 2)
    throw new PlumblineError('LEDGER_NEWER', [
      `The file has schema ${header.userVersion}; this Plumbline knows ${newest}.`,
    ]);
}
