import { dirname } from 'node:path';
import { type ErrorCode, PlumblineError } from '#shared/errors.ts';

/** What the system's refusals mean to the analyst. */
const MEANING: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EIO: 'DISK_IO',
  EFBIG: 'EXPORT_SHORT',
  EROFS: 'LEDGER_READONLY',
  EACCES: 'LEDGER_READONLY',
  EPERM: 'LEDGER_READONLY',
  ENOENT: 'LEDGER_MISSING',
  ENOTDIR: 'LEDGER_MISSING',
  EISDIR: 'LEDGER_EXISTS',
  ENOTEMPTY: 'LEDGER_EXISTS',
  ENAMETOOLONG: 'LEDGER_MISSING',
};

const DETAIL: Readonly<Partial<Record<ErrorCode, (path: string) => string>>> = {
  LEDGER_MISSING: (path) => `There is no folder ${dirname(path)} to write to.`,
  LEDGER_EXISTS: (path) => `${path} is a folder.`,
  LEDGER_READONLY: (path) => `The folder is ${dirname(path)}.`,
};

interface SystemError {
  readonly code: string;
  readonly syscall: string;
}

/** Turns a refusal of the system into one of ours; any other error stays as it is. */
export function refusalOf(error: unknown, path: string): unknown {
  const refused = systemErrorOf(error);
  if (refused === null) return error;
  const code = isHeldByAnother(error) ? 'EXPORT_LOCKED' : MEANING[refused.code];
  if (code === undefined) return error;
  const detail = DETAIL[code]?.(path);
  return new PlumblineError(code, detail === undefined ? [] : [detail], { cause: error });
}

/** A rename is refused while another program holds either file. */
export function isHeldByAnother(error: unknown): boolean {
  const refused = systemErrorOf(error);
  if (refused === null) return false;
  return (
    refused.code === 'EBUSY' || (refused.syscall === 'rename' && ['EPERM', 'EACCES'].includes(refused.code))
  );
}

function systemErrorOf(error: unknown): SystemError | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return { code: String(error.code), syscall: String(error.syscall) };
}
