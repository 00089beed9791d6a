import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { type ErrorCode, PlumblineError } from '#shared/errors.ts';

/** Codes of what takes the file: one for a file that cannot be had, one for what is no file. */
export interface RegularFileCodes {
  readonly unreadable: ErrorCode;
  readonly type: ErrorCode;
}

/** Only an ordinary file: no link, no device, no pipe that would never end. */
export async function openRegular(path: string, codes: RegularFileCodes): Promise<FileHandle> {
  const found = await lstat(path).catch(() => null);
  if (found === null) throw new PlumblineError(codes.unreadable, ['There is no file of that name.']);
  if (!found.isFile())
    throw new PlumblineError(codes.type, ['Only ordinary files are read, no folders, links or devices.']);
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  return open(path, flags).catch((error: unknown) => {
    throw new PlumblineError(codes.unreadable, ['The file may not be read.'], { cause: error });
  });
}
