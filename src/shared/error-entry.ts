/** One error: what is told, what to do next, and how each front answers with it. */
export interface ErrorEntry {
  readonly message: string;
  readonly action: string;
  readonly isRetryable: boolean;
  /** Exit code of the command line: 1 findings, 2 wrong usage, 3 refused. */
  readonly exit: 1 | 2 | 3;
  readonly status: number;
}

/** Refused: exit code 3. */
export const refused = (message: string, action: string, isRetryable = false, status = 409): ErrorEntry => ({
  message,
  action,
  isRetryable,
  exit: 3,
  status,
});
