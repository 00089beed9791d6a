import { rmSync } from 'node:fs';
import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { createLedgerFile } from '#main/ledger/create.ts';
import { openLedger } from '#main/ledger/open.ts';
import { entriesTopic } from '#shared/contract/entries.ts';
import type { Writer } from '../ledger/entries.ts';

/**
 * Makes a ledger through the public `entries.write`, a commit for every 5,000 entries; answers with the rows added.
 * PLUMBLINE_HOME must name a folder for seals and heads.
 */
const BATCH = 5_000;
const author = 'bench';

export async function writeMadeUp(path: string, fill: (write: Writer) => Promise<void>): Promise<number> {
  rmSync(path, { force: true });
  const now = steadyClock();
  createLedgerFile(path, author, now);
  const home = process.env['PLUMBLINE_HOME'] ?? '';
  const session = openLedger({ path, access: 'write', author, now, home });
  const context: CallContext = { session, today: '2025-11-03', author, home, runFolder: home };
  let added = 0;
  await fill(async (stage, additions) => {
    const ids: string[] = [];
    for (let at = 0; at < additions.length; at += BATCH) {
      const input = { changes: additions.slice(at, at + BATCH), summary: `Made-up ${stage}` };
      const answer = entriesTopic.write.output.parse(
        await callProcedure(context, 'entries', 'write', input, options),
      );
      added += answer.added;
      ids.push(...answer.ids.map(String));
    }
    return ids;
  });
  session.close();
  return added;
}

const options = { progress: () => undefined, signal: new AbortController().signal };

/** A second passes with each question, so that the same run gives the same file. */
function steadyClock(): () => string {
  let clock = Date.UTC(2025, 10, 3);
  return () => {
    clock += 1_000;
    return new Date(clock).toISOString();
  };
}
