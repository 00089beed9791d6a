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
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ...facts, ms, peakMb } satisfies Measured)}\n`);
}
