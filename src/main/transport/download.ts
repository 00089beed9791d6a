import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { refusal, refusalAnswer, streamAnswer } from './answers.ts';

const GONE = refusal(
  404,
  'REQUEST_INVALID',
  'That file was fetched already or is no longer there. Make it again.',
);

/**
 * The file of a ticket, once: it is renamed before the first byte goes out, so a second request finds nothing, and deleted
 * after the last. `ticket` is already known to be 32 hexadecimal digits.
 */
export async function fileAnswer(folder: string, ticket: string): Promise<Response> {
  const path = join(folder, `${ticket}.sent`);
  try {
    await rename(join(folder, ticket), path);
  } catch {
    return refusalAnswer(GONE);
  }
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const stream = file.createReadStream();
  stream.once('close', () => void rm(path, { force: true }));
  return streamAnswer(
    Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>,
    'application/octet-stream',
    {
      'Content-Length': String(size),
      'Content-Disposition': 'attachment',
    },
  );
}
