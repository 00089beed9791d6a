import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../ledger/temp-ledger.ts';

/** The built command line, as people run it: real processes, real files. */
const CLI = join(import.meta.dirname, '../../../out/main/cli.js');

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what the documented JSON holds.
  readonly json: any;
}

export interface Desk {
  readonly folder: string;
  readonly ledger: string;
  readonly run: (...args: string[]) => Ran;
  readonly serve: () => Promise<Served>;
}

/** A folder with the sample case in `case.plumb` and a Plumbline home of its own. */
export function newDesk(options: { readonly sample: boolean } = { sample: true }): Desk {
  if (!existsSync(CLI)) throw new Error('Build first: npm run build');
  const folder = tempFolder();
  const env = { ...process.env, PLUMBLINE_HOME: tempFolder(), PLUMBLINE_AUTHOR: 'Ana Lyst' };
  const ledger = join(folder, 'case.plumb');
  const run = (...args: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      env,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    });
    return {
      exit: status,
      out: stdout,
      err: stderr,
      json: args.includes('--json') && stdout !== '' ? JSON.parse(stdout) : null,
    };
  };
  if (options.sample) run('new', ledger, '--sample');
  return { folder, ledger, run, serve: () => serve(ledger, env) };
}

export interface Served {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly token: string;
  readonly call: (
    path: string,
    input: unknown,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
}

async function serve(ledger: string, env: NodeJS.ProcessEnv): Promise<Served> {
  const child = spawn(process.execPath, [CLI, 'serve', ledger, '--no-open', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  const url = new URL((JSON.parse(text) as { url: string }).url);
  const token = url.hash.slice('#t='.length);
  const session = await fetch(`${url.origin}/session`, post(url.origin, { t: token }, {}));
  const { k } = (await session.json()) as { k: string };
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call: Served['call'] = async (path, input) => {
    const response = await fetch(
      `${url.origin}/api/${path}`,
      post(url.origin, input, { cookie, 'x-plumbline-key': k }),
    );
    return { status: response.status, body: await response.json() };
  };
  return { process: child, origin: url.origin, token, call };
}

function post(origin: string, body: unknown, headers: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
