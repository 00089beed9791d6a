import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDocuments } from './documents.ts';
import { measureExports, measureFill, type Place } from './files.ts';
import { buildBarePage, buildPrograms } from './programs.ts';
import { print, type Result, type Run, save } from './results.ts';
import { measureSignals } from './signals.ts';
import { measureSimulation } from './simulations.ts';
import { findBrowser } from './window.ts';
import { measureWindow } from './window-results.ts';

/** Everything that `npm run bench` measures, one after the other; nothing is asserted. */
export async function runBench(root: string, args: readonly string[]): Promise<void> {
  const run = runOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const results: Result[] = [];
  const report = (found: readonly Result[]): void => {
    found.forEach(print);
    results.push(...found);
  };
  try {
    const programs = await buildPrograms(root, folder);
    const place: Place = { root, folder, programs, ledger: join(folder, 'bench.plumb'), run };
    report(measureFill(place));
    say(`The ledger has ${Math.round(statSync(place.ledger).size / 2 ** 20)} MB.`);
    report(measureExports(place));
    report(measureSimulation(place));
    report(measureSignals(place));
    report(measureDocuments(place));
    const browser = findBrowser();
    if (browser === null) say('Window: not run, there is no Chromium here.');
    else report(await measureWindow(place, browser, await buildBarePage(root)));
    say(`Written to ${save(root, run, results)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOf(args: readonly string[]): Run {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rows: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const rows = Number(values.rows ?? (values.quick ? 20_000 : 100_000));
  return { rows, seed: Number(values.seed), isQuick: values.quick };
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
