import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { LongTextReader } from './documents/reading.ts';
import type { CommandContext, JobContext, QueryContext } from './handlers.ts';

/** What the process that owns the ledger hands to every call. */
export interface CallContext {
  readonly session: { readonly access: 'read' | 'write'; readonly ledger: ReadableLedger | WritableLedger };
  readonly today: string;
  readonly author: string;
  readonly home: string;
  readonly runFolder: string;
  readonly longTexts?: LongTextReader;
}

export interface CallOptions {
  readonly progress: (fraction: number, label: string) => void;
  readonly signal: AbortSignal;
}

export function queryContext({ session, longTexts, ...context }: CallContext): QueryContext {
  const { today, author, home, runFolder } = context;
  return { ledger: session.ledger, today, author, home, runFolder, longTexts: longTexts ?? null };
}

/** Throws LEDGER_READONLY where the ledger was opened for reading. */
export function commandContext(context: CallContext): CommandContext {
  const { session } = context;
  if (session.access !== 'write') throw new PlumblineError('LEDGER_READONLY');
  return { ...queryContext(context), ledger: session.ledger as WritableLedger };
}

export function jobContext(context: CallContext, options: CallOptions): JobContext {
  return { ...queryContext(context), progress: options.progress, signal: options.signal };
}
