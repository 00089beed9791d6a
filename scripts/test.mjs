import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { checks } from './check.mjs';
import { buildIfStale } from './project-node.mjs';
import { root, runSteps, tool } from './steps.mjs';

/** Everything: checks, build, unit and ledger tests, then the journeys in a real browser and, where it is, in Electron. */
const reports = mkdtempSync(join(tmpdir(), 'plumbline-report-'));
const unitReport = join(reports, 'unit.json');
const journeyReport = join(reports, 'journeys.json');
const browser = findOrInstallBrowser();
const hasElectron = electronBinary() !== null;

const results = runSteps([
  ...checks,
  ['build', () => (buildIfStale() ? 0 : 1)],
  [
    'unit and ledger tests',
    () =>
      tool('vitest/vitest.mjs', [
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ]),
  ],
  ['journeys', journeys],
]);

function journeys() {
  if (browser === null) {
    process.stdout.write(
      'NOT RUN: the journeys need a Chromium, and none was found or could be installed.\n',
    );
    return 1;
  }
  const env = {
    ...process.env,
    PLUMBLINE_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
  return tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env });
}

function electronBinary() {
  try {
    const path = createRequire(import.meta.url).resolve('electron/package.json');
    return readFileSync(join(path, '..', 'path.txt'), 'utf8') || null;
  } catch {
    return null;
  }
}

function unitCounts() {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
  return [numPassedTests, numFailedTests, numPendingTests];
}

function journeyCounts() {
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(journeyReport, 'utf8')).stats;
  return [expected + flaky, unexpected, skipped];
}

function countsOr(read) {
  try {
    return read();
  } catch {
    return [0, 0, 0];
  }
}

const counts = [countsOr(unitCounts), countsOr(journeyCounts)];
const [passed, failed, skipped] = [0, 1, 2].map((at) =>
  counts.reduce((sum, part) => sum + (part[at] ?? 0), 0),
);
const brokenSteps = results.filter(({ ok }) => !ok).length;
rmSync(reports, { recursive: true, force: true });

if (!hasElectron)
  process.stdout.write(
    '\nNOT RUN: the journeys in Electron; its binary is not on this machine. The same journeys ran in the browser.\n',
  );
process.stdout.write(
  `\n${passed} passed, ${failed === 0 && brokenSteps > 0 ? brokenSteps : failed} failed, ${skipped} skipped\n`,
);
process.chdir(root);
process.exitCode = brokenSteps === 0 ? 0 : 1;
