import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { PlumblineError } from '#shared/errors.ts';
import { DOCUMENT_LIMITS, tooBig } from '../limits.ts';
import type { TellProgress } from '../wire.ts';

/**
 * The parts of a zipped document. Law (SECURITY R29, R30): the list of entries is checked before anything is inflated, and
 * what comes out is counted while it comes; what an archive says of its sizes is never believed.
 */
export interface ZipParts {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** The bytes of one part as they are inflated; empty where there is none of that name. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
}

const { zip } = DOCUMENT_LIMITS;

export async function openZip(bytes: Uint8Array, tell: TellProgress): Promise<ZipParts> {
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: true,
  });
  const entries = await checkedEntries(file);
  const counted = { unpacked: 0 };
  return {
    has: (name) => entries.has(name),
    names: [...entries.keys()],
    read: (name) => inflated({ file, entry: entries.get(name), counted, tell }),
  };
}

/** Throws DOCUMENT_TOO_BIG or DOCUMENT_UNSAFE. */
async function checkedEntries(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > zip.entries) throw tooBig(file.entryCount, zip.entries, 'parts');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of file.eachEntry()) {
    const name = safeName(entry);
    if (entries.has(name)) throw unsafe(`Two of its parts have the same name, ${quoted(name)}.`);
    if (entry.isEncrypted()) throw unsafe('Its parts are locked with a password.');
    refuseRatio(entry.uncompressedSize, entry.compressedSize);
    unpacked += entry.uncompressedSize;
    if (unpacked > zip.unpacked) throw tooBig(unpacked, zip.unpacked, 'bytes when unpacked');
    entries.set(name, entry);
  }
  return entries;
}

/** Names are compared without case, as the readers of Office documents compare them. */
function safeName(entry: Entry): string {
  const name = Buffer.from(entry.fileNameRaw).toString('utf8');
  const isBad =
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..');
  if (isBad) throw unsafe(`One of its parts has a name that leads out of the document, ${quoted(name)}.`);
  return name.toLowerCase();
}

interface Inflating {
  readonly file: ZipFile;
  readonly entry: Entry | undefined;
  readonly counted: { unpacked: number };
  readonly tell: TellProgress;
}

async function* inflated({ file, entry, counted, tell }: Inflating): AsyncGenerator<Uint8Array> {
  if (entry === undefined) return;
  let size = 0;
  const stream = await file.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    counted.unpacked += chunk.length;
    if (counted.unpacked > zip.unpacked) throw tooBig(counted.unpacked, zip.unpacked, 'bytes when unpacked');
    refuseRatio(size, entry.compressedSize);
    tell();
    yield chunk;
  }
}

function refuseRatio(unpacked: number, packed: number): void {
  if (unpacked <= zip.ratioFrom || unpacked <= packed * zip.ratio) return;
  const ratio = Math.floor(unpacked / Math.max(packed, 1)).toLocaleString('en');
  throw unsafe(
    `One of its parts unpacks to ${ratio} times its size or more; the limit is ${zip.ratio} times.`,
  );
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

function unsafe(sentence: string): PlumblineError {
  return new PlumblineError('DOCUMENT_UNSAFE', [sentence]);
}
