import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built program as people run it: real processes, real files, a home and a ledger folder of its own. */
export const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'out/main/cli.js');

export interface Place {
  /** Everything of one journey is in here. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Who every change of the journeys is by. */
export const AUTHOR = 'Ana Lyst';

export function placeIn(folder: string): Place {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    folder,
    env: {
      ...inherited,
      PLUMBLINE_HOME: join(folder, 'home'),
      PLUMBLINE_LEDGERS: join(folder, 'ledgers'),
      PLUMBLINE_AUTHOR: AUTHOR,
      TZ: 'UTC',
    },
  };
}

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** The flags of the sample ledger alone come to a megabyte, at which a child would be ended. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs the command line to its end. */
export function runCli({ folder, env }: Place, args: readonly string[]): Promise<Ran> {
  mustBeBuilt();
  return new Promise((resolve) => {
    const options = { cwd: folder, env, maxBuffer: MOST_OUTPUT };
    const child = execFile(process.execPath, [CLI, ...args], options, (_error, out, err) =>
      resolve({ exit: child.exitCode, out, err }),
    );
  });
}

export interface Served {
  readonly process: ChildProcess;
  /** With the token of the launch, which works once. */
  readonly url: string;
}

/** `plumbline serve`, without opening a browser; the first line it prints says where it is. */
export async function serve({ folder, env }: Place, ledger: string): Promise<Served> {
  mustBeBuilt();
  const child = spawn(process.execPath, [CLI, 'serve', ledger, '--no-open', '--json'], {
    cwd: folder,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  let line = '';
  for await (const chunk of child.stdout) {
    line += String(chunk);
    if (line.includes('\n')) break;
  }
  if (!line.includes('\n')) throw new Error(`plumbline serve ended before it was ready. ${line}${said}`);
  const { url } = JSON.parse(line) as { readonly url: string };
  return { process: child, url };
}

function mustBeBuilt(): void {
  if (!existsSync(CLI)) throw new Error('Build first: npm run build');
}

/** Asks a program to end and waits until it has. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Ends a program and everything it started, at once and without a chance to tidy up. */
export async function killTree(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else process.kill(-child.pid, 'SIGKILL');
  await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
