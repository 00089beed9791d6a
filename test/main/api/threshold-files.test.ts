import { describe, expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { listThresholds } from '#main/ledger/thresholds.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

function caller(ledger: WritableLedger) {
  const context = {
    session: { access: 'write' as const, ledger },
    today: '2025-12-31',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  return async <T>(name: string, input: object): Promise<T> =>
    (await callProcedure(context, 'thresholds', name, input, options)) as T;
}

/** A ledger with a set for the whole of it, one for a sector and one for an entity. */
async function withSets() {
  const { ledger } = newLedger();
  const { payer } = addDeal(ledger);
  const call = caller(ledger);
  const set = (place: object, watch: number) =>
    call('set', {
      key: 'commitment-to-revenue',
      ...place,
      watch,
      warn: watch + 1,
      critical: watch + 2,
      reason: `From ${watch}`,
    });
  await set({ scope: 'ledger' }, 2);
  await set({ scope: 'sector', sector: 'AI "labs"' }, 3);
  await set({ scope: 'entity', entityId: payer }, 4);
  return { ledger, call, payer };
}

const placesOf = (ledger: WritableLedger) =>
  listThresholds(ledger, null)
    .map(({ signal, scope, entity, sector, watch, warn, critical, reason }) =>
      [signal, scope, entity, sector, watch, warn, critical, reason].join('|'),
    )
    .toSorted();

describe('threshold sets as a file', () => {
  it('exported, cleared and imported are the same sets, in one change that undo takes back', async () => {
    const { ledger, call } = await withSets();
    const before = placesOf(ledger);
    const { text, count, fileName } = await call<{ text: string; count: number; fileName: string }>(
      'exportFile',
      {},
    );
    expect([count, fileName.endsWith(' thresholds.json')]).toEqual([3, true]);
    for (const { id, version } of listThresholds(ledger, null))
      await call('clear', { id, version, reason: 'anew' });
    expect(placesOf(ledger)).toEqual([]);
    const done = await call<{ imported: number; same: number }>('importFile', { text, reason: 'Back again' });
    expect(done).toMatchObject({ imported: 3, same: 0 });
    expect(placesOf(ledger)).toEqual(before);
    undo(ledger);
    expect(placesOf(ledger)).toEqual([]);
  });

  it('says beforehand what would be new, changed or as it is, and which flags would move', async () => {
    const { ledger, call, payer } = await withSets();
    const { text } = await call<{ text: string }>('exportFile', {});
    const wanted = text.replace('"watch":4,"warn":5,"critical":6', '"watch":40,"warn":50,"critical":60');
    const read = await call<{ faults: unknown[]; sets: { change: string; entity: string | null }[] }>(
      'readFile',
      {
        text: wanted,
      },
    );
    expect(read.faults).toEqual([]);
    expect(read.sets.map(({ change }) => change).toSorted()).toEqual(['changed', 'same', 'same']);
    const live = listThresholds(ledger, null).find(({ entity_id }) => entity_id === payer);
    expect(live?.watch).toBe(4);
    await call('importFile', { text: wanted, reason: 'House view' });
    expect(listThresholds(ledger, null).find(({ entity_id }) => entity_id === payer)?.watch).toBe(40);
    expect(findLive(ledger, 'threshold', live?.id ?? '')?.version).toBeGreaterThan(live?.version ?? 0);
  });

  it('with a fault on any line changes nothing', async () => {
    const { ledger, call } = await withSets();
    const before = placesOf(ledger);
    const { text } = await call<{ text: string }>('exportFile', {});
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('"entity":"'));
    const faulty = text
      .replace(/"entity":"[^"]+"/, '"entity":"Nobody Ltd"')
      .replace('"watch":2,"warn":3', '"watch":2,"warn":7');
    await expect(call('importFile', { text: faulty, reason: 'House view' })).rejects.toMatchObject({
      code: 'THRESHOLDS_FILE',
      details: [expect.stringMatching(/^Line \d+: The steps of commitment-to-revenue are not in order/)],
    });
    const stranger = text.replace(/"entity":"[^"]+"/, '"entity":"Nobody Ltd"');
    await expect(call('importFile', { text: stranger, reason: 'House view' })).rejects.toMatchObject({
      details: [`Line ${at + 1}: There is no entity Nobody Ltd in this ledger.`],
    });
    expect(await call('readFile', { text: stranger })).toMatchObject({
      faults: [{ line: at + 1 }],
      sets: [],
    });
    expect(placesOf(ledger)).toEqual(before);
  });

  it('names an entity once, by its name or by an alias', async () => {
    const { ledger, call, payer } = await withSets();
    const version = findLive(ledger, 'entity', payer)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: payer, version, fields: { aliases: ['The buyer'] } }]);
    const before = placesOf(ledger);
    const { text } = await call<{ text: string }>('exportFile', {});
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('"entity":"Buyer"'));
    const alias = lines[at]?.replace('"Buyer"', '"the buyer"').replace('"critical":6', '"critical":60') ?? '';
    const twice = lines.toSpliced(at, 0, `${alias},`.replace(',,', ',')).join('\n');
    await expect(call('importFile', { text: twice, reason: 'House view' })).rejects.toMatchObject({
      details: [`Line ${at + 2}: The same place is set on line ${at + 1} already: both name Buyer.`],
    });
    expect(placesOf(ledger)).toEqual(before);
  });

  it('that says what holds already is refused rather than recorded again', async () => {
    const { call } = await withSets();
    const { text } = await call<{ text: string }>('exportFile', {});
    await expect(call('importFile', { text, reason: 'House view' })).rejects.toMatchObject({
      details: ['Its sets are in force already.'],
    });
  });
});
