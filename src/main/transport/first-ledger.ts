import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ledgersFolder } from './ledger-folder.ts';
import { listRecents } from './recents.ts';
import type { Shell } from './shell.ts';

const SAMPLE_NAME = 'Sample case.plumb';

/** What opens when nothing is named: the last ledger, and the sample case on the first run. */
export async function openFirstLedger(shell: Shell, home: string): Promise<void> {
  const [last] = listRecents(home);
  if (last !== undefined) return shell.openPath(last.path);
  const sample = join(ledgersFolder(), SAMPLE_NAME);
  return existsSync(sample) ? shell.openPath(sample) : shell.createAt(sample, true);
}
