import { PlumblineError } from '#shared/errors.ts';
import { lockDown } from './lock-down.ts';
import { guardAllocations } from './memory-guard.ts';
import { parseBytes } from './parse-bytes.ts';
import { requestsFrom } from './requests.ts';
import type { ParseRequest, ParserLine } from './wire.ts';

/**
 * The process that parses untrusted documents (SECURITY R25): no ledger, no files, no network. It gets bytes and gives
 * lines of JSON, by its standard streams or by the desktop shell's port, and ends with whoever started it.
 */
interface ParentPort {
  readonly postMessage: (line: string) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: ParseRequest }) => void) => void;
}

const TELL_EVERY_MS = 500;

const port = (process as { readonly parentPort?: ParentPort }).parentPort;
const send: (line: ParserLine) => void =
  port === undefined
    ? (line) => void process.stdout.write(`${JSON.stringify(line)}\n`)
    : (line) => port.postMessage(JSON.stringify(line));

// A library that is stopped in the middle may leave promises that nobody awaits; the answer does not depend on them.
process.on('unhandledRejection', () => undefined);
guardAllocations();
lockDown();
send({ progress: true });
if (port === undefined) {
  for await (const request of requestsFrom(process.stdin)) send(await answerTo(request));
} else {
  port.on('message', ({ data }) => void answerTo(data).then(send));
}

async function answerTo(request: ParseRequest): Promise<ParserLine> {
  try {
    return { parsed: await parseBytes(request, tellSometimes()) };
  } catch (thrown) {
    const { code, details } =
      thrown instanceof PlumblineError ? thrown : new PlumblineError('DOCUMENT_UNREADABLE');
    return { refused: { code, details } };
  }
}

function tellSometimes(): () => void {
  let toldAt = performance.now();
  return () => {
    const at = performance.now();
    if (at - toldAt < TELL_EVERY_MS) return;
    toldAt = at;
    send({ progress: true });
  };
}
