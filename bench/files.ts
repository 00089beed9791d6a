import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Measured } from './programs/measured.ts';
import type { Programs } from './programs.ts';
import type { Result, Run } from './results.ts';
import { median } from './statistics.ts';

export interface Place {
  readonly root: string;
  /** Private folder of this run, and Plumbline's own folder too. */
  readonly folder: string;
  readonly programs: Programs;
  readonly ledger: string;
  readonly run: Run;
}

const EXPORT_ROWS = 100_000;

/** Makes the ledger through the public command, beside a plain insert loop of as many rows. */
export function measureFill({ programs, ledger, folder, run }: Place): readonly Result[] {
  const rounds = run.isQuick ? 1 : 2;
  const [ours, plain] = paired(
    rounds,
    () => programs.run('fill-ledger', ledger, String(run.rows), String(run.seed)),
    () => programs.run('plain-insert', join(folder, 'plain.db'), String(run.rows)),
  );
  const speed = ({ rows = 0, ms }: Measured): number => (rows / ms) * 1000;
  const [mine, peer] = [median(ours.map(speed)), median(plain.map(speed))];
  return [
    {
      row: '-',
      what: 'rows in the ledger',
      ours: ours[0]?.['rows'] ?? Number.NaN,
      unit: 'rows',
      target: `${run.rows}`,
    },
    {
      row: 'P1',
      what: 'bulk insert through entries.write',
      ours: mine,
      unit: 'rows/s',
      peer: { name: 'plain better-sqlite3 loop', measured: peer },
      ratio: peer / mine,
      target: '<= 1.3x the loop',
    },
  ];
}

/** A table of 100,000 x 15 by our writers and by plain streaming ones; then the whole ledger by the command. */
export function measureExports(place: Place): readonly Result[] {
  const rows = place.run.isQuick ? EXPORT_ROWS / 5 : EXPORT_ROWS;
  return [
    ...exportResults(place, { format: 'xlsx', peer: 'stream-xlsx', rows, target: '<= 1.3x' }),
    ...exportResults(place, { format: 'csv', peer: 'stream-csv', rows, target: 'none set' }),
    ...(place.run.isQuick ? [] : [millionRows(place)]),
    wholeLedger(place, 'xlsx'),
    wholeLedger(place, 'json'),
  ];
}

interface ExportPair {
  readonly format: 'xlsx' | 'csv';
  readonly peer: 'stream-xlsx' | 'stream-csv';
  readonly rows: number;
  readonly target: string;
}

function exportResults(
  { programs, folder, run }: Place,
  { format, peer, rows, target }: ExportPair,
): readonly Result[] {
  const [ours, plain] = paired(
    run.isQuick ? 3 : 5,
    () => programs.run('export-table', join(folder, `ours.${format}`), String(rows)),
    () => programs.run(peer, join(folder, `peer.${format}`), String(rows)),
  );
  const of = (runs: readonly Measured[], fact: 'ms' | 'peakMb'): number =>
    median(runs.map((one) => one[fact]));
  const what = `${format.toUpperCase()} of ${rows.toLocaleString('en-GB')} x 15`;
  const [ms, peerMs, peak, peerPeak] = [
    of(ours, 'ms'),
    of(plain, 'ms'),
    of(ours, 'peakMb'),
    of(plain, 'peakMb'),
  ];
  return [
    {
      row: 'P7',
      what,
      ours: ms,
      unit: 'ms',
      peer: { name: 'plain streaming writer', measured: peerMs },
      ratio: ms / peerMs,
      target,
    },
    {
      row: 'P7',
      what: `${what}, peak memory`,
      ours: peak,
      unit: 'MB',
      peer: { name: 'plain streaming writer', measured: peerPeak },
      ratio: peak / peerPeak,
      target: '<= 150 MB',
    },
  ];
}

/** Once only: it takes half a minute, and memory hardly varies. */
function millionRows({ programs, folder }: Place): Result {
  const ours = programs.run('export-table', join(folder, 'ours.xlsx'), '1000000').peakMb;
  const peer = programs.run('stream-xlsx', join(folder, 'peer.xlsx'), '1000000').peakMb;
  return {
    row: 'P7',
    what: 'XLSX of 1,000,000 x 15, peak memory',
    ours,
    unit: 'MB',
    peer: { name: 'plain streaming writer', measured: peer },
    ratio: ours / peer,
    target: '<= 150 MB',
  };
}

function wholeLedger({ root, folder, ledger, run }: Place, format: 'xlsx' | 'json'): Result {
  const start = performance.now();
  const env = { ...process.env, PLUMBLINE_HOME: folder };
  execFileSync(join(root, 'bin', 'plumbline'), ['export', ledger, join(folder, `whole.${format}`)], {
    env,
    stdio: 'ignore',
  });
  return {
    row: '-',
    what: `the whole ledger of ${run.rows.toLocaleString('en-GB')} rows to ${format}, by the command`,
    ours: performance.now() - start,
    unit: 'ms',
    target: 'none set',
  };
}

/** Both in turn, so that a busy moment of the machine falls on both. */
function paired(
  rounds: number,
  ours: () => Measured,
  peer: () => Measured,
): readonly [readonly Measured[], readonly Measured[]] {
  const turns = Array.from({ length: rounds }, () => [ours(), peer()] as const);
  return [turns.map(([mine]) => mine), turns.map(([, theirs]) => theirs)];
}
