import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDesk, type Desk } from '#main/transport/ledger-desk.ts';
import type { FromLedger, OpenRequest } from '#main/transport/wire.ts';
import { ledgerContract } from '#shared/contract/contract.ts';
import type { Contract } from '#shared/contract/procedure.ts';

/** The desk over real ledger files; only the channel is left out. */
let home: string;
let path: string;
let desk: Desk;
let told: FromLedger[];
let nextId: number;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plumbline-desk-'));
  path = join(home, 'case.plumb');
  told = [];
  nextId = 0;
  desk = createDesk((message) => told.push(message));
});
afterEach(() => {
  desk.close();
  rmSync(home, { recursive: true, force: true });
});

function open(create: OpenRequest['create'] = { sample: false }): Promise<void> {
  return desk.take({ kind: 'open', path, access: 'write', author: 'Ada', home, runFolder: home, create });
}

function ask(topic: string, name: string, input: unknown = {}): number {
  nextId += 1;
  void desk.take({ kind: 'call', id: nextId, topic, name, input });
  return nextId;
}

async function answerTo(id: number): Promise<FromLedger> {
  const found = (): FromLedger | undefined =>
    told.find((message) => 'id' in message && message.id === id && message.kind !== 'progress');
  await expect.poll(found, { timeout: 10_000 }).toBeDefined();
  const answer = found();
  if (answer === undefined) throw new Error('No answer.');
  return answer;
}

const KEYS = [
  'id',
  'subjectId',
  'table',
  'noun',
  'changes',
  'summary',
  'asOf',
  'key',
  'offset',
  'limit',
  '__proto__',
  'seq',
  'format',
] as const;

function addEntity(name: string): number {
  const changes = [{ op: 'add', noun: 'entity', fields: { name, kind: 'company' } }];
  return ask('entries', 'write', { changes, summary: `Add ${name}` });
}

describe('opening', () => {
  test('makes a ledger, takes a change and closes to one file', async () => {
    await open();
    expect(told).toEqual([{ kind: 'opened' }]);
    expect(await answerTo(addEntity('Acme'))).toMatchObject({ kind: 'answer' });
    desk.close();
    expect([path, `${path}-wal`, `${path}-shm`, `${path}.lock`].map((file) => existsSync(file))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('refuses what is no ledger, and leaves every byte', async () => {
    writeFileSync(path, 'notes of a meeting, longer than a header would be'.repeat(20));
    const before = readFileSync(path);
    await open(null);
    expect(told).toMatchObject([{ kind: 'refused', error: { code: 'LEDGER_NOT_PLUMBLINE' } }]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('makes nothing over a file that is there', async () => {
    await open();
    desk.close();
    const before = readFileSync(path);
    await open();
    expect(told.at(-1)).toMatchObject({ kind: 'refused', error: { code: 'LEDGER_EXISTS' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a ledger open elsewhere is refused, and works on there', async () => {
    await open();
    const second: FromLedger[] = [];
    const other = createDesk((message) => second.push(message));
    await other.take({
      kind: 'open',
      path,
      access: 'write',
      author: 'Bo',
      home,
      runFolder: home,
      create: null,
    });
    other.close();
    expect(second).toMatchObject([{ kind: 'refused', error: { code: 'LEDGER_IN_USE' } }]);
    expect(await answerTo(addEntity('Acme'))).toMatchObject({ kind: 'answer' });
  });
});

describe('calls', () => {
  test.each<[string, string, string, unknown]>([
    ['an unknown topic', 'nothing', 'info', {}],
    ['an unknown name', 'ledger', 'nothing', {}],
    ['an inherited name', 'ledger', 'constructor', {}],
    ['a call of the host', 'shell', 'state', {}],
    ['unknown keys', 'ledger', 'info', { more: 1 }],
    ['no input', 'ledger', 'info', null],
  ])('%s is refused as invalid', async (_what, topic, name, input) => {
    await open();
    expect(await answerTo(ask(topic, name, input))).toMatchObject({
      kind: 'failed',
      error: { code: 'REQUEST_INVALID' },
    });
  });

  const procedures = Object.entries(ledgerContract as Contract).flatMap(([topic, named]) =>
    Object.keys(named).map((name): [string, string] => [topic, name]),
  );

  test.each(procedures)(
    '%s.%s answers or refuses whatever it is sent, and never fails inside',
    async (topic, name) => {
      await open();
      const inputs = fc.sample(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue())),
        25,
      );
      for (const input of inputs) {
        const answer = await answerTo(ask(topic, name, input));
        if (answer.kind === 'failed')
          expect([answer.error.code, JSON.stringify(input)]).not.toContain('INTERNAL');
      }
    },
  );

  test('before a ledger is open say so', async () => {
    expect(await answerTo(ask('ledger', 'info'))).toMatchObject({
      kind: 'failed',
      error: { code: 'LEDGER_MISSING' },
    });
  });

  test('during a job: a query is answered, a change waits, and the job sees none of it', async () => {
    await open();
    const verify = ask('ledger', 'verify');
    const change = addEntity('Acme');
    const info = ask('ledger', 'info');
    await answerTo(change);
    const order = told.flatMap((message) =>
      'id' in message && message.kind !== 'progress' ? [message.id] : [],
    );
    expect(order).toEqual([info, verify, change]);
  });

  test('during a long query: others are answered, and a change waits until it is', async () => {
    await open({ sample: true });
    const run = ask('signals', 'run', { subjectId: null, asOf: '2025-11-03', knownAt: null });
    const change = addEntity('Acme');
    const info = ask('ledger', 'info');
    await answerTo(change);
    const order = told.flatMap((message) => ('id' in message ? [message.id] : []));
    expect(order).toEqual([info, run, change]);
  });

  test('a change that is cancelled while it waits is never made', async () => {
    await open();
    const verify = ask('ledger', 'verify');
    const change = addEntity('Acme');
    await desk.take({ kind: 'cancel', id: change });
    expect(await answerTo(change)).toMatchObject({ kind: 'failed', error: { code: 'CANCELLED' } });
    await answerTo(verify);
    const info = await answerTo(ask('ledger', 'info'));
    expect(info.kind === 'answer' && JSON.parse(info.json)).toMatchObject({ head: { seq: 1 } });
  });

  test('a cancelled job says so', async () => {
    await open({ sample: true });
    const verify = ask('ledger', 'verify');
    await desk.take({ kind: 'cancel', id: verify });
    expect(await answerTo(verify)).toMatchObject({ kind: 'failed', error: { code: 'CANCELLED' } });
  });
});
