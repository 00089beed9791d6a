import { Buffer } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PlumblineError } from '#shared/errors.ts';
import { leftoverName, sweepLeftovers } from './leftovers.ts';
import { isHeldByAnother, refusalOf } from './refusals.ts';

/**
 * Law: at every moment the path holds the whole old file or the whole new one. Bytes go to a file beside it, are
 * forced to the disk and compared with what was sent, and only then take the name.
 */
export interface WrittenFile {
  readonly size: number;
  readonly sha256: string;
}

const READ_BACK_BYTES = 262_144;
const RENAME_TRIES = 10;
const RENAME_PAUSE_MS = 200;

/**
 * Writes `chunks` to `path`, replacing what is there. Throws EXPORT_SHORT, EXPORT_LOCKED, DISK_FULL, DISK_IO,
 * LEDGER_READONLY, LEDGER_MISSING (no such folder) or LEDGER_EXISTS (a folder of that name), and whatever the chunks
 * throw; the old file is untouched then and the new one gone.
 */
export async function writeFileWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const folder = dirname(path);
  await sweepLeftovers(folder);
  const name = leftoverName(randomBytes(8).toString('hex'));
  const beside = join(folder, name.file);
  try {
    const written = await fill(beside, chunks);
    await compare(beside, written);
    await takeName(beside, path);
    await syncFolder(folder);
    return written;
  } catch (error) {
    await rm(beside, { force: true });
    throw refusalOf(error, path);
  } finally {
    name.release();
  }
}

async function fill(beside: string, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const file = await open(beside, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of chunks) {
      await writeAll(file, chunk);
      hash.update(chunk);
      size += chunk.byteLength;
    }
    await file.sync();
    return { size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

/** A full disk may take a part of a write without an error; the next write of the rest then names it. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let at = 0;
  while (at < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, at);
    if (bytesWritten === 0) throw new PlumblineError('EXPORT_SHORT');
    at += bytesWritten;
  }
}

/** Reads back through one small buffer: a stream's own would add tens of megabytes to a large export. */
async function compare(beside: string, written: WrittenFile): Promise<void> {
  const file = await open(beside, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafeSlow(READ_BACK_BYTES);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, READ_BACK_BYTES, size);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    if (size !== written.size || hash.digest('hex') !== written.sha256)
      throw new PlumblineError('EXPORT_SHORT', [
        `${size} of ${written.size} bytes reached the disk unchanged.`,
      ]);
  } finally {
    await file.close();
  }
}

/** Windows refuses for a moment while a virus scanner looks at either file. */
async function takeName(beside: string, path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(beside, path);
    } catch (error) {
      if (attempt === RENAME_TRIES || process.platform !== 'win32' || !isHeldByAnother(error)) throw error;
      await setTimeout(RENAME_PAUSE_MS);
    }
  }
}

/** The new name itself must survive a power cut. Windows cannot open a folder, and needs no more. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
