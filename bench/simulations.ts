import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Place } from './files.ts';
import type { Result } from './results.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

/** A million trials over ten years with the pauses of the ledger's process, beside the draws alone in plain C. */
export function measureSimulation({ root, folder, programs, run }: Place): readonly Result[] {
  const trials = run.isQuick ? 200_000 : 1_000_000;
  const inC = compiled(join(root, 'bench', 'peers', 'draws.c'), join(folder, 'draws'));
  const ours: number[] = [];
  const peers: number[] = [];
  const steps: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = programs.run('draw-trials', String(trials));
    ours.push(mine.ms);
    steps.push(mine['longestMs'] ?? Number.NaN);
    if (inC === null) continue;
    const peer = inC(trials);
    if (peer.p50 !== mine['p50']) throw new Error(`C draws ${peer.p50}, Plumbline ${mine['p50']}.`);
    peers.push(peer.drawing);
  }
  const [mine, peer] = [median(ours), median(peers)];
  return [
    {
      row: 'P6',
      what: `${trials.toLocaleString('en-GB')} trials over 10 years, with percentiles`,
      ours: mine,
      unit: 'ms',
      ...(inC === null ? {} : { peer: { name: 'the draws alone in C', measured: peer }, ratio: mine / peer }),
      target: '<= 3x C',
    },
    {
      row: 'P6',
      what: 'longest step between two pauses',
      ours: median(steps),
      unit: 'ms',
      target: '<= 50 ms',
    },
  ];
}

interface Drawn {
  readonly drawing: number;
  readonly p50: number;
}

/** Null where there is no C compiler. */
function compiled(source: string, program: string): ((trials: number) => Drawn) | null {
  try {
    execFileSync('cc', ['-O2', '-o', program, source, '-lm'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return (trials) => JSON.parse(execFileSync(program, [String(trials)], { encoding: 'utf8' })) as Drawn;
}
