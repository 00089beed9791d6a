import { performance } from 'node:perf_hooks';
import { runAllSignals } from '#main/api/signals.ts';
import { shortSubjectDocument } from '#main/cli/signals.ts';
import { openLedger } from '#main/ledger/open.ts';
import { printMeasured } from './measured.ts';

/** run-signals LEDGER: every signal of every company, each written as `signals --all --json` writes it and let go. */
const [path = ''] = process.argv.slice(2);
const home = process.env['PLUMBLINE_HOME'] ?? '';
const session = openLedger({
  path,
  access: 'read',
  author: 'bench',
  now: () => '2025-11-03T09:00:00.000Z',
  home,
});

await printMeasured(async () => {
  const facts = { rows: 0, flags: 0, mb: 0, longestMs: 0 };
  let since = performance.now();
  for (const subject of runAllSignals(session.ledger, { asOf: '2025-11-03', knownAt: null })) {
    if (subject !== null) {
      facts.rows += 1;
      facts.flags += subject.flags.length;
      facts.mb += JSON.stringify(shortSubjectDocument(subject)).length / 2 ** 20;
    }
    const at = performance.now();
    facts.longestMs = Math.max(facts.longestMs, at - since);
    since = at;
  }
  return facts;
});
session.close();
