import { utilityProcess } from 'electron';
import type { LedgerChild } from '#main/transport/ledger-child.ts';
import type { FromLedger } from '#main/transport/wire.ts';

/** The ledger process of the desktop: Node's own fork is switched off in a packaged app (SECURITY R45). */
export function startUtilityChild(entry: string): LedgerChild {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Plumbline ledger', stdio: 'ignore' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromLedger) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
    // The child's own kill() asks with SIGTERM, which a process busy in a query does not hear.
    kill: () => void (child.pid !== undefined && process.kill(child.pid, 'SIGKILL')),
  };
}
