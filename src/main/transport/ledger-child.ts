import type { FromLedger, ToLedger } from './wire.ts';

/** The ledger process as its host sees it, whatever starts it: Node's fork or the desktop shell's utility process. */
export interface LedgerChild {
  /** Does nothing once the process is gone. */
  readonly send: (message: ToLedger) => void;
  readonly onMessage: (listener: (message: FromLedger) => void) => void;
  /** Called once, however the process ended. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

export type StartLedgerChild = () => LedgerChild;
