import { performance } from 'node:perf_hooks';
import { finished } from '#core/steps.ts';
import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { openLedger } from '#main/ledger/open.ts';
import { freshIndex } from '#main/ledger/search/keep-index.ts';
import { documents, vocabulary } from '../ledger/documents.ts';
import { quantile } from '../statistics.ts';
import { writeMadeUp } from './made-up.ts';
import { printMeasured } from './measured.ts';

/**
 * search-documents PATH DOCUMENTS SEED: a ledger of so many documents, its index caught up, and searches through the
 * public `search.find`, beside the same words ranked and cut out by FTS5 alone over the same index and texts.
 */
const [path = '', count = '0', seed = '1'] = process.argv.slice(2);
const BATCH = 1_000;
const home = process.env['PLUMBLINE_HOME'] ?? '';
const options = { progress: () => undefined, signal: new AbortController().signal };

/** From the commonest words to rare ones, alone, together and unfinished. */
const QUERIES: readonly { readonly text: string; readonly match: string }[] = [
  0, 1, 4, 15, 60, 250, 1_000, 4_000,
].flatMap((rank) => {
  const word = vocabulary[rank] ?? '';
  const other = vocabulary[2 * rank + 7] ?? '';
  return [
    { text: `${word} `, match: `"${word}"` },
    { text: `${word} ${other} `, match: `"${word}" AND "${other}"` },
    { text: `${other} ${word.slice(0, 4)}`, match: `"${other}" AND "${word.slice(0, 4)}" *` },
  ];
});

await printMeasured(async () => {
  const rows = await writeMadeUp(path, async (write) => {
    for (let from = 0; from < Number(count); from += BATCH)
      await write('documents', documents(from, Math.min(BATCH, Number(count) - from), Number(seed)));
  });
  const session = openLedger({
    path,
    access: 'write',
    author: 'bench',
    now: () => new Date(0).toISOString(),
    home,
  });
  const start = performance.now();
  finished(freshIndex(session.ledger));
  const indexingMs = performance.now() - start;
  const context: CallContext = { session, today: '2026-11-03', author: 'bench', home, runFolder: home };
  const ours: number[] = [];
  const peers: number[] = [];
  const plain = session.ledger.db.prepare(
    'SELECT s.id, substr(s.content, 1, 200) AS beginning FROM search_documents JOIN sources s ON s.version = search_documents.rowid WHERE search_documents MATCH ? ORDER BY rank LIMIT 8',
  );
  for (let round = 0; round < 5; round += 1)
    for (const { text, match } of QUERIES) {
      const from = performance.now();
      await callProcedure(context, 'search', 'find', { text, isTyping: true }, options);
      const between = performance.now();
      plain.all(match);
      if (round > 0) {
        ours.push(between - from);
        peers.push(performance.now() - between);
      }
    }
  session.close();
  return {
    rows,
    indexingMs,
    p50: quantile(ours, 0.5),
    p95: quantile(ours, 0.95),
    peerP50: quantile(peers, 0.5),
    peerP95: quantile(peers, 0.95),
  };
});
