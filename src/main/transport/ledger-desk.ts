import { callProcedure } from '#main/api/api.ts';
import type { LongTextReader } from '#main/api/documents/reading.ts';
import { inPauses } from '#main/api/paced.ts';
import { createLedger } from '#main/cli/new.ts';
import { now, today } from '#main/home.ts';
import { type LedgerSession, openLedger } from '#main/ledger/open.ts';
import { freshIndex } from '#main/ledger/search/keep-index.ts';
import { innerContract } from '#shared/contract/contract.ts';
import type { Contract, ProcedureKind } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import { reportFault } from './fault-log.ts';
import type { CallMessage, FromLedger, OpenRequest, ToLedger } from './wire.ts';

/**
 * Takes the calls of one ledger in the order they came. Law: commands and jobs wait until no job runs, and commands until
 * no query is half answered, so that each answer shows one state of the ledger; queries are taken at once, also between
 * a job's chunks.
 */
export interface Desk {
  readonly take: (message: ToLedger) => Promise<void>;
  /** Stops every job and closes the file; safe to call twice. */
  readonly close: () => void;
}

/** After so long without a command the write-ahead log is folded into the file (SECURITY R13). */
const QUIET_MS = 30_000;

/** Progress more often than this is not seen by anyone. */
const PROGRESS_EVERY_MS = 50;

interface OpenDesk {
  readonly session: LedgerSession;
  readonly request: OpenRequest;
}

/** `send` carries an answer to the host. Without a reader of long texts everybody waits while one is read. */
export function createDesk(send: (message: FromLedger) => void, longTexts?: LongTextReader): Desk {
  let open: OpenDesk | null = null;
  let home = '';
  const waiting: CallMessage[] = [];
  const jobs = new Map<number, AbortController>();
  let queries = 0;
  let quiet: NodeJS.Timeout | null = null;

  function openFile(request: OpenRequest): void {
    home = request.home;
    try {
      const { path, access, author, create } = request;
      if (create !== null) createLedger(path, { sample: create.sample, author, now, home });
      open = { session: openLedger({ path, access, author, now, home }), request };
      send({ kind: 'opened' });
      catchUpSearch();
    } catch (thrown) {
      send({ kind: 'refused', error: reportFault(home, thrown) });
    }
  }

  function startWaiting(): void {
    let at = 0;
    while (at < waiting.length) {
      const call = waiting[at];
      if (call === undefined) return;
      if (mustWait(kindOf(call))) {
        at += 1;
        continue;
      }
      waiting.splice(at, 1);
      void answer(call);
    }
  }

  function mustWait(kind: ProcedureKind): boolean {
    return kind !== 'query' && (jobs.size > 0 || (kind === 'command' && queries > 0));
  }

  async function answer(call: CallMessage): Promise<void> {
    const controller = new AbortController();
    const kind = kindOf(call);
    if (kind === 'job') jobs.set(call.id, controller);
    if (kind === 'query') queries += 1;
    try {
      const output = await run(call, controller.signal);
      send({ kind: 'answer', id: call.id, json: JSON.stringify(output) ?? 'null' });
    } catch (thrown) {
      const error = controller.signal.aborted ? new PlumblineError('CANCELLED') : thrown;
      send({ kind: 'failed', id: call.id, error: reportFault(home, error) });
    }
    if (kind === 'query') queries -= 1;
    if (jobs.delete(call.id) || (kind === 'query' && queries === 0)) startWaiting();
    if (kind === 'command') tidyWhenQuiet();
  }

  function tidyWhenQuiet(): void {
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(() => {
      open?.session.tidy();
      catchUpSearch();
    }, QUIET_MS);
    quiet.unref();
  }

  /** While nobody waits for it; a search that comes first does the rest itself, and so does the next opening. */
  function catchUpSearch(): void {
    if (open?.session.access === 'write') inPauses(freshIndex(open.session.ledger)).catch(() => undefined);
  }

  function run(call: CallMessage, signal: AbortSignal): Promise<unknown> {
    if (open === null) throw new PlumblineError('LEDGER_MISSING', ['No ledger is open.']);
    const { session, request } = open;
    const { author, runFolder } = request;
    const context = {
      ...{ session, today: today(), author, home, runFolder },
      ...(longTexts === undefined ? {} : { longTexts }),
    };
    return callProcedure(context, call.topic, call.name, call.input, {
      progress: progressOf(call.id, send),
      signal,
    });
  }

  function cancel(id: number): void {
    const at = waiting.findIndex((call) => call.id === id);
    if (at < 0) {
      jobs.get(id)?.abort();
      return;
    }
    waiting.splice(at, 1);
    send({ kind: 'failed', id, error: reportFault(home, new PlumblineError('CANCELLED')) });
  }

  function close(): void {
    waiting.length = 0;
    if (quiet !== null) clearTimeout(quiet);
    for (const controller of jobs.values()) controller.abort();
    open?.session.close();
    open = null;
  }

  async function take(message: ToLedger): Promise<void> {
    if (message.kind === 'open') return openFile(message);
    if (message.kind === 'cancel') return cancel(message.id);
    if (message.kind === 'close') return close();
    waiting.push(message);
    startWaiting();
  }

  return { take, close };
}

/** An unknown name counts as a query: it is refused at once, whatever runs. */
function kindOf({ topic, name }: CallMessage): ProcedureKind {
  const procedures = Object.hasOwn(innerContract, topic) ? (innerContract as Contract)[topic] : undefined;
  const procedure =
    procedures !== undefined && Object.hasOwn(procedures, name) ? procedures[name] : undefined;
  return procedure?.kind ?? 'query';
}

function progressOf(
  id: number,
  send: (message: FromLedger) => void,
): (fraction: number, label: string) => void {
  let sentAt = Number.NEGATIVE_INFINITY;
  return (fraction, label) => {
    const at = performance.now();
    if (at - sentAt < PROGRESS_EVERY_MS && fraction < 1) return;
    sentAt = at;
    send({ kind: 'progress', id, fraction, label });
  };
}
