import { fork } from 'node:child_process';
import type { LedgerChild } from './ledger-child.ts';
import type { FromLedger } from './wire.ts';

/**
 * Starts the built ledger process under the Node that runs this one. Its output goes nowhere: a crash text could quote
 * the ledger; what may be kept of a fault is in the fault log.
 */
export function startNodeChild(entry: string): LedgerChild {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isGone = false;
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromLedger)),
    onExit: (listener) => {
      const once = (): void => {
        if (isGone) return;
        isGone = true;
        listener();
      };
      child.once('exit', once);
      child.once('error', once);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
