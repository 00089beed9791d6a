import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeInTurn } from '#core/intake/change.ts';
import { handlers } from '#main/api/api.ts';
import { commandContext } from '#main/api/context.ts';
import { authorName, now, plumblineHome, today } from '#main/home.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import { createLedgerFile } from '#main/ledger/create.ts';
import { openLedger } from '#main/ledger/open.ts';
import { entriesTopic } from '#shared/contract/entries.ts';
import type { Terminal } from './terminal.ts';

export interface CreateOptions {
  readonly sample: boolean;
  readonly author: string;
  readonly now: () => string;
  readonly home: string;
}

/**
 * Makes a ledger file; with `sample`, enters the reference case through the public commands, as an analyst would.
 * Throws LEDGER_EXISTS, LEDGER_MISSING, LEDGER_READONLY; on failure no file is left.
 */
export function createLedger(path: string, options: CreateOptions): void {
  createLedgerFile(path, options.author, options.now);
  if (!options.sample) return;
  try {
    enterSample(path, options);
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${resolve(path)}${suffix}`, { force: true });
    throw thrown;
  }
}

function enterSample(path: string, { author, now, home }: CreateOptions): void {
  const session = openLedger({ path, access: 'write', author, now, home });
  try {
    const context = commandContext({ session, today: today(), author, home, runFolder: '' });
    writeInTurn(sampleBatches(), {
      write: ({ summary, changes }) => {
        const input = entriesTopic.write.input.parse({ summary, changes });
        return handlers.entries.write(context, input).ids;
      },
      versionOf: (id) => handlers.entries.get(context, entriesTopic.get.input.parse({ id })).version ?? 0,
    });
  } finally {
    session.close();
  }
}

export function newCommand(path: string, options: { readonly sample?: boolean }, terminal: Terminal): number {
  const sample = options.sample === true;
  createLedger(path, { sample, author: authorName(), now, home: plumblineHome() });
  terminal.say(sample ? `Made ${path} with the sample case.` : `Made ${path}.`);
  terminal.say(`Open it with: plumbline serve ${path}`);
  terminal.document({ ledger: resolve(path), sample });
  return 0;
}
