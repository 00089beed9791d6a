import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What a program of the benchmark prints: its own facts, the time of its work and its peak memory. */
export interface Measured {
  readonly ms: number;
  readonly peakMb: number;
  readonly [fact: string]: number;
}

/** Runs the work once and prints one line of JSON. */
export async function printMeasured(work: () => Promise<Readonly<Record<string, number>>>): Promise<void> {
  const start = performance.now();
  const facts = await work();
  const ms = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ ...facts, ms, peakMb: peakMb() } satisfies Measured)}\n`);
}

/** On Linux from /proc, because the peak that getrusage tells starts with that of the process which started this one. */
function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(peak?.[1] ?? Number.NaN) / 1024;
}
