import { plumblineHome } from '#main/home.ts';
import { findAppRoot } from './app-root.ts';
import { reportFault } from './fault-log.ts';
import { createDesk } from './ledger-desk.ts';
import { createLongTextReader } from './long-texts.ts';
import type { FromLedger, ToLedger } from './wire.ts';

/**
 * The process that owns the ledger file. It speaks only with the host that started it, by Node's channel or by the
 * desktop shell's port, and closes the file cleanly when it is told to, when the host is gone, or on a signal.
 */
interface ParentPort {
  readonly postMessage: (message: FromLedger) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: ToLedger }) => void) => void;
}

interface Channel {
  readonly send: (message: FromLedger) => void;
  readonly listen: (take: (message: ToLedger) => Promise<void>) => void;
}

const channel = channelToHost();
const desk = createDesk(channel.send, createLongTextReader(findAppRoot().readingThread));

channel.listen(async (message) => {
  await desk.take(message);
  if (message.kind === 'close') process.exit(0);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave);
process.on('disconnect', leave);
process.on('uncaughtException', (thrown) => {
  reportFault(plumblineHome(), thrown);
  desk.close();
  process.exit(1);
});

function leave(): void {
  desk.close();
  process.exit(0);
}

function channelToHost(): Channel {
  const port = (process as { readonly parentPort?: ParentPort }).parentPort;
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      listen: (take) => port.on('message', ({ data }) => void take(data)),
    };
  }
  if (process.send === undefined) throw new Error('The ledger process is started by Plumbline, not by hand.');
  return {
    send: (message) => {
      // A host that has gone cannot be told; 'disconnect' follows and closes the file.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    listen: (take) => process.on('message', (message: ToLedger) => void take(message)),
  };
}
