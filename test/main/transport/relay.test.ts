import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerChild } from '#main/transport/ledger-child.ts';
import { startNodeChild } from '#main/transport/node-child.ts';
import { createRelay, type Relay } from '#main/transport/relay.ts';
import type { OpenRequest } from '#main/transport/wire.ts';

const entry = join(import.meta.dirname, 'partner.mjs');
let started: LedgerChild[];
let relay: Relay;

beforeEach(() => {
  started = [];
  relay = createRelay(() => {
    const child = startNodeChild(entry);
    started.push(child);
    return child;
  });
});
afterEach(() => relay.close());

function request(path: string): OpenRequest {
  return { path, access: 'write', author: 'Ada', home: '/nowhere', runFolder: '/nowhere', create: null };
}

function call(
  name: string,
  more: { readonly isJob?: boolean; readonly signal?: AbortSignal } = {},
): Promise<string> {
  return relay.call({ topic: 't', name, input: { words: 'unchanged' }, isJob: false, ...more });
}

async function pid(): Promise<number> {
  return (JSON.parse(await call('echo')) as { readonly pid: number }).pid;
}

describe('a ledger process', () => {
  test('answers in the order of its calls, with what it was sent', async () => {
    await relay.open(request('/a'));
    const answers = await Promise.all([call('echo'), call('echo'), call('echo')]);
    expect(answers.map((json) => (JSON.parse(json) as { input: unknown }).input)).toEqual(
      Array(3).fill({ words: 'unchanged' }),
    );
  });

  test('is asked nothing while no ledger is open', async () => {
    await expect(call('echo')).rejects.toMatchObject({ code: 'LEDGER_MISSING' });
    expect(started).toHaveLength(0);
  });

  test('passes the refusal of a file on, and the ledger before it stays open', async () => {
    await relay.open(request('/a'));
    const before = await pid();
    await expect(relay.open(request('/damaged'))).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
    expect(await pid()).toBe(before);
    expect(relay.path()).toBe('/a');
  });

  test('gives way to that of the next ledger', async () => {
    await relay.open(request('/a'));
    const before = await pid();
    await relay.open(request('/b'));
    expect(await pid()).not.toBe(before);
    expect(() => process.kill(before, 0)).toThrow('ESRCH');
  });
});

describe('a crash', () => {
  test('fails the calls that were under way with a sentence, and the next call opens the ledger again, once', async () => {
    await relay.open(request('/a'));
    const lost = await Promise.allSettled([call('wait', { isJob: true }), call('crash'), call('echo')]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(call('crash')).rejects.toMatchObject({
      code: 'LEDGER_STOPPED',
      details: [expect.stringContaining('shown as saved'), expect.any(String)],
    });
    const pids = await Promise.all([pid(), pid(), pid()]);
    expect(new Set(pids).size).toBe(1);
    expect(started).toHaveLength(3);
  });
});

describe('a cancelled job', () => {
  test('is told to stop, and the caller knows at once', async () => {
    await relay.open(request('/a'));
    const before = await pid();
    const stop = new AbortController();
    const waiting = call('wait', { isJob: true, signal: stop.signal });
    await expect.poll(() => relay.isBusy(), { timeout: 10_000 }).toBe(true);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect.poll(() => relay.isBusy(), { timeout: 10_000 }).toBe(false);
    expect(await pid()).toBe(before);
  });

  test('that does not stop is ended with its process; the next call works', async () => {
    await relay.open(request('/a'));
    const before = await pid();
    const stop = new AbortController();
    const hanging = call('hang', { isJob: true, signal: stop.signal });
    await expect.poll(() => relay.isBusy(), { timeout: 10_000 }).toBe(true);
    stop.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect.poll(() => relay.isBusy(), { timeout: 12_000 }).toBe(false);
    expect(await pid()).not.toBe(before);
  });

  test('that was cancelled before it began is never sent', async () => {
    await relay.open(request('/a'));
    await expect(call('wait', { isJob: true, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(relay.isBusy()).toBe(false);
  });
});

test('closing ends a process that hears nothing, within two seconds', async () => {
  await relay.open(request('/a'));
  const hanging = call('hang').catch((error: unknown) => error);
  const startedAt = performance.now();
  await relay.close();
  // Two seconds are promised; the third is for a busy machine.
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(await hanging).toMatchObject({ code: 'LEDGER_STOPPED' });
});
