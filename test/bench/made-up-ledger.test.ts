import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import type { CallContext } from '#main/api/context.ts';
import { createLedgerFile } from '#main/ledger/create.ts';
import { openLedger } from '#main/ledger/open.ts';
import { entriesTopic } from '#shared/contract/entries.ts';
import { fillLedger, shapeOf, type Writer } from '../../bench/ledger/entries.ts';
import { fillMarket, marketOf } from '../../bench/ledger/market.ts';

type Added = Parameters<Writer>[1][number];

async function additionsOf(rows: number, seed: number): Promise<readonly Added[]> {
  const all: Added[] = [];
  await fillLedger(shapeOf(rows), seed, async (stage, additions) => {
    all.push(...additions);
    return additions.map((_, at) => `${stage} ${at}`);
  });
  return all;
}

let folder = '';
afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

describe('the made-up ledger', () => {
  test('is the same for the same seed, another for another', async () => {
    expect(await additionsOf(2_000, 1)).toEqual(await additionsOf(2_000, 1));
    expect(await additionsOf(2_000, 1)).not.toEqual(await additionsOf(2_000, 2));
  });

  test.each([1_000, 20_000, 100_000])('of %i rows has that many', async (rows) => {
    expect(await additionsOf(rows, 1)).toHaveLength(rows);
  });

  test('is accepted whole by the public command', async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-made-up-'));
    const path = join(folder, 'made-up.plumb');
    const now = () => '2025-11-03T09:00:00.000Z';
    createLedgerFile(path, 'test', now);
    const session = openLedger({ path, access: 'write', author: 'test', now, home: folder });
    const context: CallContext = {
      session,
      today: '2025-11-03',
      author: 'test',
      home: folder,
      runFolder: folder,
    };
    const options = { progress: () => undefined, signal: new AbortController().signal };
    let added = 0;
    const write: Writer = async (stage, changes) => {
      const answer = await callProcedure(context, 'entries', 'write', { changes, summary: stage }, options);
      const written = entriesTopic.write.output.parse(answer);
      added += written.added;
      return written.ids.map(String);
    };
    await fillLedger(shapeOf(400), 3, write);
    expect(added).toBe(400);
    await fillMarket(marketOf(20), 3, write);
    session.close();
    expect(added).toBeGreaterThan(400 + 20 * (1 + 10 * 3 + 20));
  });
});

describe('the made-up market', () => {
  const of = async (seed: number): Promise<readonly Added[]> => {
    const all: Added[] = [];
    await fillMarket(marketOf(100), seed, async (stage, additions) => {
      all.push(...additions);
      return additions.map((_, at) => `${stage} ${at}`);
    });
    return all;
  };

  test('is the same for the same seed, another for another', async () => {
    expect(await of(1)).toEqual(await of(1));
    expect(await of(1)).not.toEqual(await of(2));
  });

  test('has ten deals and thirty figures for each company', async () => {
    const count = Map.groupBy(await of(1), ({ noun }) => noun);
    expect(count.get('entity')).toHaveLength(100);
    expect(count.get('deal')).toHaveLength(1_000);
    expect(count.get('figure')).toHaveLength(3_000);
  });
});
