import { parseDocument } from '#main/intake/documents/document-parser.ts';
import { kindByName } from '#main/intake/documents/document-type.ts';
import { DOCUMENT_LIMITS, tooBig } from '#main/intake/documents/limits.ts';
import type { StartParser } from '#main/intake/documents/parser.ts';
import { ENCODINGS, type EncodingName, type ParseRequest } from '#main/intake/documents/wire.ts';
import { takenAsSchema } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import { jsonAnswer } from './answers.ts';
import type { Relay } from './relay.ts';

/**
 * `POST /documents?name=…`: a document, as the bytes of a file or as pasted text. Law: bytes are counted while they come,
 * parsed in a process that may do nothing else, and only what that gives goes to the ledger's process. One at a time: a
 * parsing process may take a gigabyte.
 */
export interface DocumentRoute {
  /** Throws DOCUMENT_ errors, REQUEST_INVALID and what the ledger refuses. */
  readonly answer: (request: Request) => Promise<Response>;
}

const PASTED = 'Pasted text';
const LONGEST_NAME = 255;
/** What is refused is let through and dropped up to here. */
const DROPPED_BYTES = 400_000_000;

export function createDocumentRoute(relay: Relay, start: StartParser): DocumentRoute {
  let last: Promise<unknown> = Promise.resolve();

  async function take(asked: Asked, signal: AbortSignal): Promise<Response> {
    const document = await parseDocument(start, asked.file, { signal });
    const input = { document, bytes: asked.file.bytes, as: asked.as };
    return jsonAnswer(
      `{"ok":${await relay.call({ topic: 'intake', name: 'take', input, isJob: false, signal })}}`,
    );
  }

  return {
    answer: async (request) => {
      const asked = await askedIn(request);
      const turn = last.then(() => take(asked, request.signal));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

interface Asked {
  readonly file: ParseRequest;
  readonly as: string | null;
}

async function askedIn({ url, headers, body }: Request): Promise<Asked> {
  const bytes = countedBytes(body);
  try {
    const asked = new URL(url).searchParams;
    const isPasted = /^text\/plain\b/.test(headers.get('content-type') ?? '');
    const name = isPasted ? PASTED : nameIn(asked);
    const encoding = encodingIn(asked);
    const as = takenAsSchema.safeParse(asked.get('as'));
    if (!as.success) throw invalid('as: not an id.');
    const limit = DOCUMENT_LIMITS.bytes[isPasted ? 'text' : kindByName(name)];
    return { file: { name, isPasted, encoding, bytes: await bytes.within(limit) }, as: as.data };
  } catch (refusal) {
    await bytes.drop();
    throw refusal;
  }
}

/** The last part of what may be a path; the window gives a bare name. */
function nameIn(asked: URLSearchParams): string {
  const name = (asked.get('name') ?? '').split(/[/\\]/).at(-1)?.trim() ?? '';
  const isPlain = name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name);
  if (!isPlain) throw invalid(`name: a file name of 1 to ${LONGEST_NAME} characters.`);
  return name;
}

function encodingIn(asked: URLSearchParams): EncodingName | null {
  const name = asked.get('encoding');
  if (name === null) return null;
  const found = ENCODINGS.find((one) => one === name);
  if (found === undefined) throw invalid('encoding: not one that is read.');
  return found;
}

interface CountedBytes {
  /** Throws DOCUMENT_TOO_BIG with the size as far as it was seen. */
  readonly within: (limit: number) => Promise<Uint8Array>;
  /** Lets the rest pass. A browser that is cut off while it sends reports no answer at all. */
  readonly drop: () => Promise<void>;
}

function countedBytes(body: ReadableStream<Uint8Array> | null): CountedBytes {
  const chunks = (body ?? new ReadableStream<Uint8Array>({ start: (end) => end.close() })).getReader();
  let size = 0;

  async function next(): Promise<Uint8Array | null> {
    const { value } = await chunks.read();
    size += value?.length ?? 0;
    return value ?? null;
  }

  async function within(limit: number): Promise<Uint8Array> {
    const held: Uint8Array[] = [];
    for (let chunk = await next(); chunk !== null && size <= limit; chunk = await next()) held.push(chunk);
    if (size <= limit) return new Uint8Array(Buffer.concat(held));
    held.length = 0;
    await drop();
    throw tooBig(size, limit, 'bytes');
  }

  async function drop(): Promise<void> {
    try {
      while (size <= DROPPED_BYTES && (await next()) !== null);
    } catch {
      // The window has gone: nobody is left to hear why.
    }
  }
  return { within, drop };
}

function invalid(detail: string): PlumblineError {
  return new PlumblineError('REQUEST_INVALID', [detail]);
}
