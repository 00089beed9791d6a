import type { ParseRequest, RequestHead } from './wire.ts';

const LINE_BREAK = 0x0a;

/** Requests as they come on a stream: a line of JSON, then as many bytes as it says. */
export async function* requestsFrom(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ParseRequest> {
  const bytes = queueOf(stream);
  for (let line = await bytes.line(); line !== null; line = await bytes.line()) {
    const { size, ...request } = JSON.parse(line) as RequestHead;
    const body = await bytes.take(size);
    if (body === null) return;
    yield { ...request, bytes: body };
  }
}

/** The same from the other side: what goes to the stream in turn. */
export function requestParts({ bytes, ...request }: ParseRequest): readonly [Uint8Array, Uint8Array] {
  const head: RequestHead = { ...request, size: bytes.length };
  return [Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), bytes];
}

interface ByteQueue {
  /** Null where the stream has ended. */
  readonly line: () => Promise<string | null>;
  readonly take: (size: number) => Promise<Uint8Array | null>;
}

function queueOf(stream: AsyncIterable<Uint8Array>): ByteQueue {
  const chunks = stream[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];

  async function gather(isEnough: () => boolean): Promise<Buffer | null> {
    while (!isEnough()) {
      const next = await chunks.next();
      if (next.done === true) return null;
      held.push(next.value);
    }
    return Buffer.concat(held);
  }

  async function line(): Promise<string | null> {
    const all = await gather(() => held.some((chunk) => chunk.includes(LINE_BREAK)));
    if (all === null) return null;
    const at = all.indexOf(LINE_BREAK);
    held = [all.subarray(at + 1)];
    return all.toString('utf8', 0, at);
  }

  async function take(size: number): Promise<Uint8Array | null> {
    const all = await gather(() => held.reduce((sum, chunk) => sum + chunk.length, 0) >= size);
    if (all === null) return null;
    held = [all.subarray(size)];
    return new Uint8Array(all.subarray(0, size));
  }

  return { line, take };
}
