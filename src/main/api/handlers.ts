import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import type { Contract, InputOf, OutputOf, Procedure } from '#shared/contract/procedure.ts';
import type { LongTextReader } from './documents/reading.ts';

/** What every handler gets from outside: no handler reads a clock, a user name or a folder by itself. */
export interface QueryContext {
  readonly ledger: ReadableLedger;
  /** The analyst's day, as `2025-11-03`. */
  readonly today: string;
  readonly author: string;
  /** Plumbline's own folder: seals, backups. */
  readonly home: string;
  /** Private folder of this run for files the window fetches; deleted at exit. */
  readonly runFolder: string;
  /** Null: long texts are read at once, while the caller waits. */
  readonly longTexts: LongTextReader | null;
}

export interface CommandContext extends QueryContext {
  readonly ledger: WritableLedger;
}

export interface JobContext extends QueryContext {
  readonly progress: (fraction: number, label: string) => void;
  readonly signal: AbortSignal;
}

type ContextOf<K> = K extends 'command' ? CommandContext : K extends 'job' ? JobContext : QueryContext;

/** A command may be synchronous only: its transaction cannot wait. Jobs await between chunks, and long queries may. */
type AnswerOf<P> =
  P extends Procedure<'job'>
    ? Promise<OutputOf<P>>
    : P extends Procedure<'query'>
      ? OutputOf<P> | Promise<OutputOf<P>>
      : OutputOf<P>;

export type Handler<P> =
  P extends Procedure<infer K> ? (context: ContextOf<K>, input: InputOf<P>) => AnswerOf<P> : never;

/** One handler for every procedure of a contract; a missing one does not compile. */
export type Handlers<C extends Contract> = {
  readonly [T in keyof C]: { readonly [N in keyof C[T]]: Handler<C[T][N]> };
};
