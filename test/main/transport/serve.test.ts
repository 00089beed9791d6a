import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageHeaders, requestText, sendRaw } from './stage.ts';

/** The command itself, as a user starts it: real processes, a real ledger, real requests. */
const bin = join(import.meta.dirname, '../../../bin/plumbline');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'plumbline-serve-'));
const home = join(folder, 'home');
const env = { ...process.env, PLUMBLINE_HOME: home, PLUMBLINE_LEDGERS: join(folder, 'ledgers') };
const ledger = join(folder, 'case.plumb');

interface Place {
  readonly url: string;
  readonly port: number;
  readonly ledger: string;
  readonly pid: number;
}

let server: ChildProcess;
let place: Place;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  await run(bin, ['new', ledger], { env });
  ({ server, place } = await start());
  headers = await logIn(place);
}, 240_000);
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(): Promise<{ readonly server: ChildProcess; readonly place: Place }> {
  const started = spawn(bin, ['serve', ledger, '--no-open', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    started.stdout.once('data', (line: Buffer) => {
      started.removeAllListeners('exit');
      resolve({ server: started, place: JSON.parse(line.toString('utf8')) as Place });
    });
  });
}

async function logIn({ url, port }: Place): Promise<Readonly<Record<string, string>>> {
  const t = new URL(url).hash.slice('#t='.length);
  const answer = await sendRaw(
    port,
    requestText(pageHeaders(port), { target: '/session', body: JSON.stringify({ t }) }),
  );
  const { k } = JSON.parse(answer.body) as { readonly k: string };
  return {
    ...pageHeaders(port),
    Cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    'X-Plumbline-Key': k,
  };
}

async function call(target: string, input: unknown): Promise<Record<string, unknown>> {
  const { body } = await sendRaw(place.port, requestText(headers, { target, body: JSON.stringify(input) }));
  return JSON.parse(body) as Record<string, unknown>;
}

function addEntity(name: string): Promise<Record<string, unknown>> {
  const changes = [{ op: 'add', noun: 'entity', fields: { name, kind: 'company' } }];
  return call('/api/entries/write', { changes, summary: `Add ${name}` });
}

async function entities(): Promise<unknown> {
  const { ok } = (await call('/api/entries/page', { table: 'entities', limit: 1 })) as {
    readonly ok: { readonly total: number };
  };
  return ok.total;
}

/** Process id of the ledger process, found by its parent. */
async function ledgerProcess(): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const child = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .find(([, parent]) => parent === place.pid);
  return child?.[0] ?? 0;
}

async function refused(
  ...args: readonly string[]
): Promise<{ readonly exit: number; readonly code: string }> {
  const failed = await run(bin, [...args, '--json'], { env }).then(
    () => null,
    (error: { readonly code: number; readonly stdout: string }) => error,
  );
  const { error } = JSON.parse(failed?.stdout ?? '{}') as { readonly error: { readonly code: string } };
  return { exit: failed?.code ?? 0, code: error.code };
}

describe('plumbline serve', () => {
  test('is the one process it names, with the ledger in another', async () => {
    expect(place).toMatchObject({ ledger, pid: server.pid });
    expect(await ledgerProcess()).toBeGreaterThan(0);
  });

  test('keeps what was saved when the ledger process is killed, and opens it again by itself', async () => {
    expect(await addEntity('Acme')).toHaveProperty('ok');
    const before = await ledgerProcess();
    process.kill(before, 'SIGKILL');
    await expect.poll(async () => (await ledgerProcess()) === before, { timeout: 10_000 }).toBe(false);
    expect(await entities()).toBe(1);
    expect(await addEntity('Bolt')).toHaveProperty('ok');
    expect(await entities()).toBe(2);
  });

  test('refuses a second writer, a port in use and what is no ledger, each by its code', async () => {
    expect(await refused('serve', ledger)).toEqual({ exit: 3, code: 'LEDGER_IN_USE' });
    expect(await refused('serve', bin)).toEqual({ exit: 3, code: 'LEDGER_NOT_PLUMBLINE' });
    expect(await refused('serve', join(folder, 'none.plumb'))).toEqual({ exit: 3, code: 'LEDGER_MISSING' });
    expect(await refused('serve', ledger, '--port', '99999')).toEqual({ exit: 2, code: 'USAGE' });
  });

  test('makes another ledger, opens it, and goes back to the first', async () => {
    expect(await call('/api/shell/create', { name: 'Second' })).toEqual({ ok: { name: 'Second' } });
    expect(await entities()).toBe(0);
    const { ok } = (await call('/api/shell/state', {})) as {
      readonly ok: { readonly recents: readonly { id: string; name: string }[] };
    };
    const first = ok.recents.find(({ name }) => name === 'case');
    expect(await call('/api/shell/open', { id: first?.id })).toEqual({ ok: { name: 'case' } });
    expect(await entities()).toBe(2);
  });

  test('hands the token to the browser in a private file, never as an argument, and deletes it with its use', async () => {
    const tools = join(folder, 'tools');
    const seen = join(folder, 'seen');
    mkdirSync(tools);
    writeFileSync(join(tools, 'xdg-open'), `#!/bin/sh\necho "$@" > ${seen}\n`, { mode: 0o755 });
    const screen = { ...env, DISPLAY: ':0', WAYLAND_DISPLAY: '', PATH: `${tools}:${process.env.PATH}` };
    const other = spawn(bin, ['serve', join(folder, 'ledgers', 'Second.plumb'), '--json'], {
      env: screen,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await expect
      .poll(() => existsSync(seen) && readFileSync(seen, 'utf8').endsWith('\n'), { timeout: 10_000 })
      .toBe(true);
    const launch = readFileSync(seen, 'utf8').trim();
    expect(statSync(launch).mode & 0o777).toBe(0o600);
    expect(launch.startsWith(join(home, 'runs'))).toBe(true);
    const url = /url=([^"]+)/.exec(readFileSync(launch, 'utf8'))?.[1] ?? '';
    await logIn({ ...place, url, port: Number(new URL(url).port) });
    expect(existsSync(launch)).toBe(false);
    other.kill();
    expect(await new Promise((resolve) => other.once('exit', resolve))).toBe(0);
  });

  test.each(['SIGHUP', 'SIGINT', 'SIGTERM'] as const)(
    'ends within two seconds on %s and leaves one file',
    async (signal) => {
      const startedAt = performance.now();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill(signal);
      expect(await ended).toBe(0);
      // Two seconds are promised; the third is for a busy machine.
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      expect(['-wal', '-shm', '.lock'].filter((end) => existsSync(`${ledger}${end}`))).toEqual([]);
      expect(readdirSync(join(home, 'runs'))).toEqual([]);
      ({ server, place } = await start());
      headers = await logIn(place);
      expect(await entities()).toBe(2);
    },
  );

  test('closes the ledger also when it is killed itself', async () => {
    const orphan = await ledgerProcess();
    process.kill(place.pid, 'SIGKILL');
    await expect.poll(() => isRunning(orphan), { timeout: 10_000 }).toBe(false);
    expect(existsSync(`${ledger}-wal`)).toBe(false);
  });
});

describe('npm start', () => {
  const fresh = { ...env, PLUMBLINE_HOME: join(folder, 'fresh'), PLUMBLINE_LEDGERS: join(folder, 'cases') };

  function startApp(more: NodeJS.ProcessEnv): { readonly child: ChildProcess; readonly said: () => string } {
    const script = join(import.meta.dirname, '../../../scripts/start.mjs');
    const child = spawn(process.execPath, [script], {
      env: { ...fresh, ...more },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    return { child, said: () => said };
  }

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    [
      'without a screen: the sample case, the address and the flags',
      { DISPLAY: '', WAYLAND_DISPLAY: '' },
      /^There is no screen here, /,
    ],
    [
      'when browser mode is asked for: the last ledger',
      { PLUMBLINE_HOST: 'browser', DISPLAY: '', WAYLAND_DISPLAY: '' },
      /^Browser mode was asked for, /,
    ],
  ])(
    '%s',
    async (_what, more, sentence) => {
      const { child, said } = startApp(more);
      await expect
        .poll(said, { timeout: 60_000 })
        .toMatch(/http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43} .*--port N, --no-open/);
      expect(said()).toMatch(sentence);
      expect(existsSync(join(folder, 'cases', 'Sample case.plumb'))).toBe(true);
      child.kill();
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    },
    90_000,
  );
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
