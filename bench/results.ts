import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measured line. A ratio is ours over the peer of the same run; absolute times mean little on another machine. */
export interface Result {
  /** Row of the table of targets, e.g. P7. */
  readonly row: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: 'ms' | 'MB' | 'rows/s' | 'rows';
  readonly peer?: { readonly name: string; readonly measured: number };
  /** Ours over the peer, or the peer over ours where more is better; 1 is as good as the peer. */
  readonly ratio?: number;
  readonly target: string;
}

export interface Run {
  readonly rows: number;
  readonly seed: number;
  readonly isQuick: boolean;
}

export function print(result: Result): void {
  const peer =
    result.peer === undefined ? '' : `  ${result.peer.name} ${shown(result.peer.measured)} ${result.unit}`;
  const ratio = result.ratio === undefined ? '' : `  ratio ${result.ratio.toFixed(2)}`;
  process.stdout.write(
    `${result.row.padEnd(4)} ${result.what}: ${shown(result.ours)} ${result.unit}${peer}${ratio}  (target ${result.target})\n`,
  );
}

/** Writes bench/results/<day>.json and answers with its path. */
export function save(root: string, run: Run, results: readonly Result[]): string {
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const path = join(folder, `${at.slice(0, 10)}${run.isQuick ? '-quick' : ''}.json`);
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(path, `${JSON.stringify({ at, ...run, machine, results }, null, 2)}\n`);
  return path;
}

function shown(amount: number): string {
  return amount.toLocaleString('en-GB', { maximumFractionDigits: amount < 100 ? 1 : 0 });
}
