import { resolve } from 'node:path';
import { plumblineHome } from '#main/home.ts';
import { backupTo } from '#main/ledger/backup.ts';
import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function backupCommand(path: string, target: string, terminal: Terminal): Promise<number> {
  await withLedger({ path, access: 'read', terminal }, async ({ context }) =>
    backupTo(context.session.ledger, plumblineHome(), resolve(target)),
  );
  terminal.say(`Backed up to ${target}; the copy was read back and is whole.`);
  terminal.document({ ledger: path, backup: resolve(target) });
  return 0;
}
