import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockedFlags } from '#main/intake/documents/lock-down.ts';
import { tempFolder } from '../../ledger/temp-ledger.ts';

/**
 * What the parsing process may not do, tried for real in a process with its flags and its lock. The sabotage check runs
 * the same attempts without flags or lock: they succeed, so a wall that falls is seen.
 */
const ROOT = join(import.meta.dirname, '../../../..');
const SCRIPT = join(import.meta.dirname, 'attempts.mjs');

interface Outcome {
  readonly done: readonly string[];
  readonly denied: readonly (readonly [string, string])[];
}

let server: Server;
let requests = 0;

beforeAll(async () => {
  server = createServer((_request, answer) => {
    requests += 1;
    answer.end('ok');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

interface Tried extends Outcome {
  /** Names in its folder afterwards; `kept` was there before. */
  readonly left: readonly string[];
  readonly requests: number;
}

async function tried(
  flags: readonly string[],
  mode: 'locked' | 'open',
  env: NodeJS.ProcessEnv,
): Promise<Tried> {
  const folder = tempFolder();
  const secret = join(tempFolder(), 'case.plumb');
  writeFileSync(secret, 'words');
  writeFileSync(join(folder, 'kept'), '');
  requests = 0;
  const { port } = server.address() as AddressInfo;
  const child = spawn(
    process.execPath,
    [...flags, '--no-warnings', SCRIPT, secret, folder, String(port), mode],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let out = '';
  for await (const chunk of child.stdout) out += String(chunk);
  return { ...(JSON.parse(out) as Outcome), left: readdirSync(folder), requests };
}

const READABLE = [join(ROOT, 'src', '*'), join(ROOT, 'package.json'), SCRIPT];

describe('the parsing process', () => {
  let locked: Tried;
  beforeAll(async () => {
    locked = await tried(lockedFlags(READABLE), 'locked', {});
  }, 60_000);

  test('can do nothing but parse', () => {
    expect(locked.done).toEqual([]);
    expect(locked.denied.length).toBeGreaterThan(40);
  });

  test('left no trace in the folder or at the port', () => {
    expect(locked.left).toEqual(['kept']);
    expect(locked.requests).toBe(0);
  });

  test('would be seen without its wall and its lock', async () => {
    const open = await tried([], 'open', { ...process.env, PLUMBLINE_SECRET: 'x' });
    const only = open.denied.map(([name]) => name);
    expect(only).toEqual([]);
    expect(open.left).toEqual(expect.arrayContaining(['written', 'made.db', 'link']));
    expect(open.requests).toBeGreaterThan(0);
  }, 60_000);
});

test('the built process is started with these flags and reads its own program only', () => {
  const source = readFileSync(join(ROOT, 'src/main/intake/documents/node-parser.ts'), 'utf8');
  expect(source).toContain("lockedFlags([entry, join(folder, 'chunks', '*')])");
  expect(lockedFlags(['/program'])).toEqual([
    '--permission',
    '--allow-fs-read=/program',
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    '--max-old-space-size=1024',
    '--no-experimental-sqlite',
    '--no-experimental-websocket',
    '--no-warnings',
  ]);
});
