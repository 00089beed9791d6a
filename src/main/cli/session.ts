import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { authorName, now, plumblineHome, runFolder, today } from '#main/home.ts';
import { openLedger } from '#main/ledger/open.ts';
import type { ledgerContract } from '#shared/contract/contract.ts';
import type { OutputOf, RequestOf } from '#shared/contract/procedure.ts';
import type { Terminal } from './terminal.ts';

type Ledger = typeof ledgerContract;

/** The API over one ledger in this process, for commands: the same handlers as the window's. */
export interface LedgerClient {
  readonly context: CallContext;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly call: <T extends keyof Ledger, N extends keyof Ledger[T] & string>(
    topic: T,
    name: N,
    input: RequestOf<Ledger[T][N]>,
  ) => Promise<OutputOf<Ledger[T][N]>>;
}

export interface LedgerAccess {
  readonly path: string;
  readonly access: 'read' | 'write';
  readonly terminal: Terminal;
  readonly author?: string | undefined;
}

/** Opens the ledger, lets `work` use it and closes it cleanly, whatever happens. */
export async function withLedger<T>(
  options: LedgerAccess,
  work: (client: LedgerClient) => Promise<T>,
): Promise<T> {
  const home = plumblineHome();
  const author = options.author ?? authorName();
  const session = openLedger({ path: options.path, access: options.access, author, now, home });
  const context: CallContext = { session, today: today(), author, home, runFolder: runFolder(home) };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const call: LedgerClient['call'] = (topic, name, input) =>
      callProcedure(context, topic as string, name, input, {
        progress: options.terminal.progress,
        signal: stop.signal,
      }) as never;
    return await work({ context, signal: stop.signal, call });
  } finally {
    process.removeListener('SIGINT', interrupt);
    session.close();
  }
}
