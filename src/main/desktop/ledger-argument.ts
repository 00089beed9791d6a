import { resolve } from 'node:path';

/**
 * The ledger that a command line names, as an absolute path; null where it names none. Switches, addresses and files of
 * other kinds are passed over: a second start hands over whatever another program put there.
 */
export function ledgerArgument(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && isLedgerName(argument));
  return named === undefined ? null : resolve(folder, named);
}

function isLedgerName(argument: string): boolean {
  return /\.plumb$/i.test(argument) && !/^[a-z][a-z0-9+.-]+:/i.test(argument) && !argument.includes('\0');
}
