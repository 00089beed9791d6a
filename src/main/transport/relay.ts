import { PlumblineError } from '#shared/errors.ts';
import { type Call, type Connection, openConnection } from './connection.ts';
import type { StartLedgerChild } from './ledger-child.ts';
import type { OpenRequest } from './wire.ts';

/**
 * The host's way to the ledger process. Law: the host never touches the ledger file. A process that stopped by itself fails
 * the calls it held; the next call opens the same ledger again, once, and says so if that is refused.
 */
export interface Relay {
  /** Opens a ledger in a process of its own; the one that is open stays so until the new one stands. */
  readonly open: (request: OpenRequest) => Promise<void>;
  /** The answer as JSON text. Throws PlumblineError; CANCELLED as soon as `signal` aborts. */
  readonly call: (call: Call) => Promise<string>;
  /** Path of the open ledger, or null. */
  readonly path: () => string | null;
  readonly isBusy: () => boolean;
  readonly close: () => Promise<void>;
}

/** SECURITY R56: everything is closed within two seconds. */
const CLOSE_GRACE_MS = 1_500;

export function createRelay(start: StartLedgerChild): Relay {
  let current: Connection | null = null;
  let request: OpenRequest | null = null;
  let reopening: Promise<Connection> | null = null;

  async function open(asked: OpenRequest): Promise<void> {
    const next = await openConnection(start, asked);
    const before = current;
    current = next;
    request = { ...asked, create: null };
    await before?.close(CLOSE_GRACE_MS);
  }

  async function connected(): Promise<Connection> {
    if (current === null || request === null)
      throw new PlumblineError('LEDGER_MISSING', ['No ledger is open.']);
    if (current.isAlive()) return current;
    reopening ??= openConnection(start, request).finally(() => {
      reopening = null;
    });
    current = await reopening;
    return current;
  }

  async function close(): Promise<void> {
    const last = (await reopening?.catch(() => null)) ?? current;
    current = null;
    request = null;
    await last?.close(CLOSE_GRACE_MS);
  }

  return {
    open,
    call: async (call) => (await connected()).call(call),
    path: () => request?.path ?? null,
    isBusy: () => (current?.pending() ?? 0) > 0,
    close,
  };
}
