import { assertNever } from '#core/assert-never.ts';
import { errorFrom, PlumblineError } from '#shared/errors.ts';
import type { LedgerChild, StartLedgerChild } from './ledger-child.ts';
import type { FromLedger, OpenRequest } from './wire.ts';

/** One ledger process with its open ledger: matches answers to calls, and ends a job that does not let go. */
export interface Connection {
  readonly path: string;
  readonly call: (call: Call) => Promise<string>;
  readonly isAlive: () => boolean;
  readonly pending: () => number;
  /** Closes the ledger cleanly, by force after `graceMs`. */
  readonly close: (graceMs: number) => Promise<void>;
}

export interface Call {
  readonly topic: string;
  readonly name: string;
  readonly input: unknown;
  readonly isJob: boolean;
  readonly progress?: (fraction: number, label: string) => void;
  readonly signal?: AbortSignal;
}

interface Pending {
  readonly resolve: (json: string) => void;
  readonly reject: (error: PlumblineError) => void;
  readonly progress: ((fraction: number, label: string) => void) | undefined;
  overdue: NodeJS.Timeout | null;
}

const STOPPED = [
  'Everything shown as saved is in the file; your next step opens it again.',
  'If you were saving just now, look at the history to see whether that change is there.',
] as const;

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: PlumblineError) => void;
}

/** How long a cancelled job may go on before its process is ended. Jobs only read, so nothing is lost by it. */
const CANCEL_GRACE_MS = 4_000;

/** Starts a ledger process and opens the ledger in it. Throws what the process refuses with. */
export async function openConnection(start: StartLedgerChild, request: OpenRequest): Promise<Connection> {
  const child = start();
  const pending = new Map<number, Pending>();
  let isAlive = true;
  let nextId = 1;
  const opening = deferred();
  const gone = deferred();

  child.onMessage((message) => take(message, pending, opening));
  child.onExit(() => {
    isAlive = false;
    opening.reject(new PlumblineError('LEDGER_STOPPED', STOPPED.slice(0, 1)));
    for (const id of [...pending.keys()])
      settle(pending, id, (call) => call.reject(new PlumblineError('LEDGER_STOPPED', STOPPED)));
    gone.resolve();
  });

  const close = async (graceMs: number): Promise<void> => {
    if (!isAlive) return;
    child.send({ kind: 'close' });
    const force = setTimeout(() => child.kill(), graceMs);
    await gone.promise;
    clearTimeout(force);
  };

  child.send({ kind: 'open', ...request });
  await opening.promise.catch(async (refusal: unknown) => {
    await close(1_000);
    throw refusal;
  });

  const call = (asked: Call): Promise<string> => {
    if (!isAlive) return Promise.reject(new PlumblineError('LEDGER_STOPPED', STOPPED));
    return ask(child, pending, nextId++, asked);
  };
  return { path: request.path, call, isAlive: () => isAlive, pending: () => pending.size, close };
}

function ask(child: LedgerChild, pending: Map<number, Pending>, id: number, asked: Call): Promise<string> {
  const { topic, name, input, isJob, progress, signal } = asked;
  if (signal?.aborted) return Promise.reject(new PlumblineError('CANCELLED'));
  return new Promise((resolve, reject) => {
    const entry: Pending = { resolve, reject, progress, overdue: null };
    pending.set(id, entry);
    child.send({ kind: 'call', id, topic, name, input });
    signal?.addEventListener(
      'abort',
      () => {
        if (!pending.has(id)) return;
        reject(new PlumblineError('CANCELLED'));
        child.send({ kind: 'cancel', id });
        if (isJob) entry.overdue = setTimeout(() => child.kill(), CANCEL_GRACE_MS);
      },
      { once: true },
    );
  });
}

function take(message: FromLedger, pending: Map<number, Pending>, opening: Deferred): void {
  switch (message.kind) {
    case 'opened':
      opening.resolve();
      break;
    case 'refused':
      opening.reject(errorFrom(message.error));
      break;
    case 'progress':
      pending.get(message.id)?.progress?.(message.fraction, message.label);
      break;
    case 'answer':
      settle(pending, message.id, (call) => call.resolve(message.json));
      break;
    case 'failed':
      settle(pending, message.id, (call) => call.reject(errorFrom(message.error)));
      break;
    default:
      assertNever(message);
  }
}

function settle(pending: Map<number, Pending>, id: number, by: (call: Pending) => void): void {
  const call = pending.get(id);
  if (call === undefined) return;
  pending.delete(id);
  if (call.overdue !== null) clearTimeout(call.overdue);
  by(call);
}

function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  let reject: (error: PlumblineError) => void = () => undefined;
  const promise = new Promise<void>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  return { promise, resolve, reject };
}
