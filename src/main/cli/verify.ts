import { plumblineHome } from '#main/home.ts';
import { verifyFile } from '#main/ledger/verify.ts';
import type { Terminal } from './terminal.ts';

/** Exit code 1 where damage is found. */
export function verifyCommand(path: string, terminal: Terminal): number {
  const verification = verifyFile(path, plumblineHome(), terminal.progress);
  terminal.document({ ledger: path, ...verification });
  if (verification.ok) {
    terminal.say(
      `The chain is whole: ${verification.changes} changes over ${verification.rows} rows, head ${verification.head?.hash.slice(0, 16)}.`,
    );
    return 0;
  }
  terminal.say(`Damage found in ${path}:`);
  for (const { code, message, where } of verification.findings)
    terminal.say(`  ${code} (${where}): ${message}`);
  terminal.say('Nothing was repaired. Restore a backup, or export what can be read.');
  return 1;
}
