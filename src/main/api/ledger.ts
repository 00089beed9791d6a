import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { backupTo } from '#main/ledger/backup.ts';
import { findHead } from '#main/ledger/commit.ts';
import { schemaOf } from '#main/ledger/migrate.ts';
import { freshIndex } from '#main/ledger/search/keep-index.ts';
import { checkLedger } from '#main/ledger/verify.ts';
import type { ledgerTopic, Ticket, Verification } from '#shared/contract/ledger.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers, JobContext } from './handlers.ts';
import { paced } from './paced.ts';

export const ledgerHandlers: Handlers<{ ledger: typeof ledgerTopic }>['ledger'] = {
  info: ({ ledger, today, author }) => {
    const head = findHead(ledger.db);
    if (head === null) throw new PlumblineError('LEDGER_DAMAGED');
    return {
      name: basename(ledger.path, '.plumb'),
      folder: dirname(ledger.path),
      id: ledger.id,
      isReadOnly: ledger.isReadOnly,
      schema: schemaOf(ledger.db),
      author,
      today,
      head: { seq: head.seq, hash: head.hash, at: head.at },
    };
  },
  verify: (context) => verify(context),
  backup: async ({ ledger, home, runFolder }) => {
    const fileName = `${basename(ledger.path, '.plumb')} backup ${findHead(ledger.db)?.at.slice(0, 10) ?? ''}.plumb`;
    return makeTicket(runFolder, fileName, (path) => backupTo(ledger, home, path));
  },
};

/** A search index that is found wrong is made anew at once where the ledger may be written. */
async function verify(context: JobContext): Promise<Verification> {
  const verification = await stepped(context, checkLedger(context.ledger.db));
  const { ledger, signal } = context;
  if (verification.findings.some(({ code }) => code === 'SEARCH_INDEX') && !ledger.isReadOnly)
    for await (const _ of paced(freshIndex(ledger, true), signal))
      context.progress(1, 'Making the search index anew');
  return verification;
}

async function stepped(
  { progress, signal }: JobContext,
  checking: Generator<number, Verification>,
): Promise<Verification> {
  try {
    for (;;) {
      const step = checking.next();
      if (step.done === true) return step.value;
      progress(step.value, 'Checking the log');
      await nextTurn();
      if (signal.aborted) throw new PlumblineError('CANCELLED');
    }
  } finally {
    checking.return(NOTHING_CHECKED);
  }
}

const NOTHING_CHECKED: Verification = { ok: false, head: null, changes: 0, rows: 0, findings: [] };

/** Has `write` make a file in the run folder, under a name that cannot be guessed, for the window to fetch once. */
export async function makeTicket(
  runFolder: string,
  fileName: string,
  write: (path: string) => void | Promise<void>,
): Promise<Ticket> {
  const ticket = createHash('sha256').update(randomBytes(32)).digest('hex').slice(0, 32);
  const path = join(runFolder, ticket);
  await write(path);
  return { ticket, fileName, size: statSync(path).size };
}
