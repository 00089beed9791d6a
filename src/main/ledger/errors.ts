import { randomBytes } from 'node:crypto';
import { type ErrorCode, PlumblineError } from '#shared/errors.ts';

/** Every fault of SQLite and of the file system as one of our codes (SECURITY R67); the first match wins. */
const BY_CODE: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_(BUSY_SNAPSHOT)/, 'EDIT_CONFLICT'],
  [/^SQLITE_(BUSY|LOCKED)/, 'LEDGER_IN_USE'],
  [/^SQLITE_READONLY/, 'LEDGER_READONLY'],
  [/^SQLITE_NOTADB/, 'LEDGER_NOT_PLUMBLINE'],
  [/^SQLITE_CORRUPT/, 'LEDGER_DAMAGED'],
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'DISK_FULL'],
  [/^SQLITE_IOERR|^EIO/, 'DISK_IO'],
  [/^SQLITE_CANTOPEN|^ENOENT|^ENOTDIR/, 'LEDGER_MISSING'],
  [/^EROFS|^EACCES|^EPERM/, 'LEDGER_READONLY'],
  [/^EEXIST/, 'LEDGER_EXISTS'],
  [/^SQLITE_CONSTRAINT/, 'ENTRY_REFUSED'],
];

/** Our error for anything thrown; unknown faults become INTERNAL with a reference and keep their cause. */
export function asPlumblineError(thrown: unknown): PlumblineError {
  if (thrown instanceof PlumblineError) return thrown;
  const code = codeOf(thrown);
  const known = BY_CODE.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return new PlumblineError(known[1], [], { cause: thrown });
  const error = new PlumblineError('INTERNAL', [], { cause: thrown });
  error.ref = randomBytes(4).toString('hex');
  return error;
}

function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
