import type Database from 'better-sqlite3';

/**
 * The open ledger as handlers see it. Law: only `main/ledger` prepares SQL; a query gets a ReadableLedger,
 * a command a WritableLedger, so that reading and writing differ in type as they do in fact.
 */
export interface ReadableLedger {
  readonly path: string;
  readonly id: string;
  readonly isReadOnly: boolean;
  readonly db: Database.Database;
}

declare const writable: unique symbol;

export interface WritableLedger extends ReadableLedger {
  readonly [writable]: true;
  readonly author: string;
  /** Device and inode of the file that was opened. */
  readonly fileId: string;
  /** The wall clock, passed in: UTC instant with milliseconds. */
  readonly now: () => string;
  /** Called after COMMIT has returned. */
  readonly onCommit: (seq: number, hash: string, at: string) => void;
}
