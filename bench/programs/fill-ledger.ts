import { rmSync } from 'node:fs';
import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { createLedgerFile } from '#main/ledger/create.ts';
import { openLedger } from '#main/ledger/open.ts';
import { entriesTopic } from '#shared/contract/entries.ts';
import { fillLedger, shapeOf, type Writer } from '../ledger/entries.ts';
import { printMeasured } from './measured.ts';

/**
 * fill-ledger PATH ROWS SEED: makes a ledger through the public `entries.write`, a commit for every 5,000 entries.
 * PLUMBLINE_HOME must name a folder for seals and heads.
 */
const [path = '', rows = '0', seed = '1'] = process.argv.slice(2);
const BATCH = 5_000;
const author = 'bench';
const home = process.env['PLUMBLINE_HOME'] ?? '';
let clock = Date.UTC(2025, 10, 3);
const now = (): string => {
  clock += 1_000;
  return new Date(clock).toISOString();
};

rmSync(path, { force: true });
createLedgerFile(path, author, now);
const session = openLedger({ path, access: 'write', author, now, home });
const context: CallContext = { session, today: '2025-11-03', author, home, runFolder: home };
const options = { progress: () => undefined, signal: new AbortController().signal };

let added = 0;
const write: Writer = async (stage, additions) => {
  const ids: string[] = [];
  for (let at = 0; at < additions.length; at += BATCH) {
    const changes = additions.slice(at, at + BATCH);
    const answer = entriesTopic.write.output.parse(
      await callProcedure(context, 'entries', 'write', { changes, summary: `Made-up ${stage}` }, options),
    );
    added += answer.added;
    ids.push(...answer.ids.map(String));
  }
  return ids;
};

await printMeasured(async () => {
  await fillLedger(shapeOf(Number(rows)), Number(seed), write);
  return { rows: added };
});
session.close();
