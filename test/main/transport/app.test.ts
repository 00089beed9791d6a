import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerChild } from '#main/transport/ledger-child.ts';
import type { ToLedger } from '#main/transport/wire.ts';
import { echoChild, logIn, openStage, requestText, type Stage, sendRaw } from './stage.ts';

let stage: Stage;
let good: Readonly<Record<string, string>>;
const heard: ToLedger[] = [];

beforeAll(async () => {
  stage = await openStage({ start: listening });
  good = await logIn(stage);
});
afterAll(() => stage.close());

/** Answers like the echo, except a backup, which runs until it is cancelled. */
function listening(): LedgerChild {
  const child = echoChild();
  return {
    ...child,
    send: (message) => {
      heard.push(message);
      if (message.kind !== 'call' || message.name !== 'backup') child.send(message);
    },
  };
}

async function post(
  target: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: string }> {
  return sendRaw(stage.port, requestText(good, { target, body: JSON.stringify(body) }));
}

describe('the api', () => {
  test('answers a query with one document', async () => {
    const { body } = await post('/api/entries/get', { id: 'd1' });
    expect(JSON.parse(body)).toEqual({ ok: { topic: 'entries', name: 'get', input: { id: 'd1' } } });
  });

  test('streams a job as lines: progress, then the result', async () => {
    const { body } = await post('/api/ledger/verify', {});
    const lines = body
      .split('\r\n')
      .filter((line) => line.startsWith('{'))
      .flatMap((line) => line.trim().split('\n'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { progress: { fraction: 0.5, label: 'Half' } },
      { ok: { topic: 'ledger', name: 'verify', input: {} } },
    ]);
  });

  test('cancels a job whose window has gone', async () => {
    const socket = connect({ host: '127.0.0.1', port: stage.port });
    socket.write(requestText(good, { target: '/api/ledger/backup', body: '{}' }));
    await expect
      .poll(() => heard.some((message) => message.kind === 'call' && message.name === 'backup'), {
        timeout: 10_000,
      })
      .toBe(true);
    socket.destroy();
    await expect.poll(() => heard.some(({ kind }) => kind === 'cancel'), { timeout: 10_000 }).toBe(true);
  });
});

describe('a download', () => {
  test('gives the bytes once and leaves no file', async () => {
    const ticket = '0f'.repeat(16);
    writeFileSync(join(stage.runFolder, ticket), 'the export');
    const [first, second] = await Promise.all([
      post(`/download/${ticket}`, {}),
      post(`/download/${ticket}`, {}),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    expect([first.body, second.body]).toContain('the export');
    await expect
      .poll(() => existsSync(join(stage.runFolder, `${ticket}.sent`)), { timeout: 10_000 })
      .toBe(false);
  });
});

describe('the list of ledgers', () => {
  test('names the open one by an id that says nothing of its path', async () => {
    const { body } = await post('/api/shell/state', {});
    const { ok } = JSON.parse(body) as {
      readonly ok: { readonly isOpen: boolean; readonly recents: readonly unknown[] };
    };
    expect(ok).toMatchObject({ host: 'browser', isOpen: true });
  });

  test('makes a ledger in the folder for ledgers, whatever its name says', async () => {
    const { body } = await post('/api/shell/create', { name: '../../evil: plan?' });
    const { ok } = JSON.parse(body) as { readonly ok: { readonly name: string } };
    expect(ok.name).not.toMatch(/[/\\:?]/);
    const made = heard.find((message) => message.kind === 'open' && message.create !== null);
    expect(made).toMatchObject({
      path: join(stage.home, 'ledgers', `${ok.name}.plumb`),
      create: { sample: false },
    });
  });

  test('refuses a name without letters', async () => {
    expect((await post('/api/shell/create', { name: '...' })).status).toBe(422);
  });
});

describe('a flood', () => {
  test('of half-open connections does not shut the window out', async () => {
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect({ host: '127.0.0.1', port: stage.port });
      socket.on('error', () => undefined);
      socket.write('POST / HTTP/1.1\r\nX-Slow: ');
      return socket;
    });
    await sleep(100);
    const startedAt = performance.now();
    expect((await post('/api/ledger/info', {})).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    for (const socket of sockets) socket.destroy();
  });
});
