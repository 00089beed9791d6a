import { performance } from 'node:perf_hooks';
import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { openLedger } from '#main/ledger/open.ts';
import { findLive } from '#main/ledger/versions.ts';
import { median, quantile } from '../statistics.ts';
import { printMeasured } from './measured.ts';

/**
 * edit-figure LEDGER EDITS: with the companies under review on the screen, corrects one figure of one of them, durably,
 * and asks for all of them again; as the window does.
 */
const [path = '', edits = '0'] = process.argv.slice(2);
const home = process.env['PLUMBLINE_HOME'] ?? '';
let clock = Date.UTC(2026, 0, 1);
const now = (): string => {
  clock += 1_000;
  return new Date(clock).toISOString();
};
const session = openLedger({ path, access: 'write', author: 'bench', now, home });
const context: CallContext = { session, today: '2025-11-03', author: 'bench', home, runFolder: home };
const options = { progress: () => undefined, signal: new AbortController().signal };
const ask = (topic: string, name: string, input: unknown): Promise<unknown> =>
  callProcedure(context, topic, name, input, options);

interface Under {
  readonly id: string;
  readonly figure: string;
}

/** A company under review with one of its revenues. */
const under = session.ledger.db
  .prepare<[], Under>(
    `SELECT e.id, min(f.id) AS figure FROM entities e JOIN figures f ON f.entity_id = e.id
     WHERE e.under_review = 1 AND e.retracted_seq IS NULL AND f.deal_id IS NULL AND f.metric = 'cash' AND f.retracted_seq IS NULL
     GROUP BY e.id ORDER BY e.id`,
  )
  .all();

await printMeasured(async () => {
  await ask('signals', 'run', {});
  const times = { saved: [] as number[], whole: [] as number[] };
  for (let at = 0; at < Number(edits); at += 1) {
    const { id = '', figure = '' } = under[at % under.length] ?? {};
    const version = findLive(session.ledger, 'figure', figure)?.version ?? 0;
    const amount = 1_000_000 * (at + 1);
    const fields = { qualifier: 'exact', lo: amount, point: amount, hi: amount };
    const start = performance.now();
    const changes = [{ op: 'correct', id: figure, version, fields }];
    await ask('entries', 'write', { changes, summary: 'One edit' });
    times.saved.push(performance.now() - start);
    await ask('signals', 'run', { subjectId: id });
    times.whole.push(performance.now() - start);
  }
  return {
    rows: under.length,
    savedMs: median(times.saved),
    medianMs: median(times.whole),
    slowMs: quantile(times.whole, 0.95),
  };
});
session.close();
