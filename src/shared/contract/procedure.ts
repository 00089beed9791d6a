import type { z } from 'zod';

/**
 * A procedure of the API: what goes in, what comes out, and whether it reads or writes.
 * Queries get a readable ledger, commands a writable one, jobs run long, report progress and can be cancelled.
 */
export type ProcedureKind = 'query' | 'command' | 'job';

export interface Procedure<
  K extends ProcedureKind = ProcedureKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

export type Topic = Readonly<Record<string, Procedure>>;
export type Contract = Readonly<Record<string, Topic>>;

export type InputOf<P> = P extends Procedure<ProcedureKind, infer I> ? z.infer<I> : never;
/** What a caller may send: defaults may be left out. */
export type RequestOf<P> = P extends Procedure<ProcedureKind, infer I> ? z.input<I> : never;
export type OutputOf<P> = P extends Procedure<ProcedureKind, z.ZodType, infer O> ? z.infer<O> : never;

const of =
  <K extends ProcedureKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<K, I, O> => ({
    kind,
    input,
    output,
  });

export const query = of('query');
export const command = of('command');
export const job = of('job');

/** One line of a job's answer: progress lines, then exactly one result or error line (newline-delimited JSON). */
export interface ProgressLine {
  readonly progress: { readonly fraction: number; readonly label: string };
}
