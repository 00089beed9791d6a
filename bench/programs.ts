import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'vite';
import type { Measured } from './programs/measured.ts';

/** The programs of the benchmark: built as Plumbline itself is built, each run in a process of its own. */
const PROGRAMS = {
  'fill-ledger': 'programs/fill-ledger.ts',
  'fill-market': 'programs/fill-market.ts',
  'run-signals': 'programs/run-signals.ts',
  'edit-figure': 'programs/edit-figure.ts',
  'sql-aggregate': 'peers/sql-aggregate.ts',
  'export-table': 'programs/export-table.ts',
  'stream-xlsx': 'peers/stream-xlsx.ts',
  'stream-csv': 'peers/stream-csv.ts',
  'plain-insert': 'peers/plain-insert.ts',
  'bare-query': 'peers/bare-query.ts',
  'draw-trials': 'programs/draw-trials.ts',
  'search-documents': 'programs/search-documents.ts',
  'extract-text': 'programs/extract-text.ts',
} as const;
type Program = keyof typeof PROGRAMS;

export interface Programs {
  /** What the program printed about its work. */
  readonly run: (program: Program, ...args: readonly string[]) => Measured;
  /** Milliseconds from start to end of the whole process. */
  readonly life: (program: Program, ...args: readonly string[]) => number;
}

export async function buildPrograms(root: string, home: string): Promise<Programs> {
  const outDir = join(root, 'out', 'bench');
  const input = Object.fromEntries(
    Object.entries(PROGRAMS).map(([name, path]) => [name, join(root, 'bench', path)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
  const env = { ...process.env, PLUMBLINE_HOME: home };
  const start = (program: Program, args: readonly string[]): string =>
    execFileSync(process.execPath, [join(outDir, `${program}.js`), ...args], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  return {
    run: (program, ...args) => JSON.parse(start(program, args)) as Measured,
    life: (program, ...args) => {
      const from = performance.now();
      start(program, args);
      return performance.now() - from;
    },
  };
}

/** Builds the page that holds a grid and nothing else; answers with its folder. */
export async function buildBarePage(root: string): Promise<string> {
  const outDir = join(root, 'out', 'bench-page');
  await build({
    root: join(root, 'bench', 'peers', 'bare-grid'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4_000 },
  });
  return outDir;
}
