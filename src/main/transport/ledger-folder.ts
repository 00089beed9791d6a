import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { safeFileName } from '#main/exports/file-name.ts';

/** Where ledgers made from the window are kept: PLUMBLINE_LEDGERS, else `Plumbline` among the user's documents. */
export function ledgersFolder(): string {
  const own = process.env.PLUMBLINE_LEDGERS;
  if (own !== undefined && own !== '') return own;
  const documents = join(homedir(), 'Documents');
  const hasDocuments = statSync(documents, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return join(hasDocuments ? documents : homedir(), 'Plumbline');
}

/** A file name that every system takes, from a name that a person typed; null where no letter or digit is in it. */
export function ledgerFileName(name: string): string | null {
  const stem = name.replace(/\.plumb$/i, '');
  return /[\p{L}\p{N}]/u.test(stem) ? safeFileName(stem, '.plumb') : null;
}
