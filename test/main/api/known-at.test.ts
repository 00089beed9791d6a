import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOUN_IDS } from '#core/model/field.ts';
import { TABLE_IDS } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import { callProcedure } from '#main/api/api.ts';
import { findHead } from '#main/ledger/commit.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { openSnapshot } from '#main/ledger/snapshot.ts';
import { findLatest, findLive } from '#main/ledger/versions.ts';
import { addDeal, headline, newLedger, tickingClock, write } from '../ledger/temp-ledger.ts';

/** METHODS §2: what is asked of a moment of the past is what was answered then. */
const TODAY = '2025-12-31';
const NOW = { asOf: null, knownAt: null };

interface Moment {
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

type Call = (topic: string, name: string, input: unknown) => Promise<unknown>;

function caller(ledger: WritableLedger): Call {
  const context = {
    session: { access: 'write' as const, ledger },
    today: TODAY,
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  return (topic, name, input) => callProcedure(context, topic, name, input, options);
}

interface Page {
  readonly keys: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly total: number;
}

/** Without what a page of the past says of the time after it. */
function plain({ keys, rows, total }: Page): Page {
  const kept = keys.map((key) => !['later', 'later_at', 'not_yet'].includes(key));
  const only = <T>(cells: readonly T[]): T[] => cells.filter((_, at) => kept[at]);
  return { keys: only(keys), rows: rows.map(only), total };
}

async function pages(call: Call, moment: Moment): Promise<unknown[]> {
  const read: unknown[] = [];
  for (const table of TABLE_IDS) {
    for (const retracted of [false, true])
      read.push(plain((await call('entries', 'page', { table, limit: 500, retracted, ...moment })) as Page));
    read.push(await call('entries', 'facets', { table, key: tables[table].columns[0]?.key, ...moment }));
  }
  for (const noun of NOUN_IDS) read.push(await call('entries', 'choices', { noun, ...moment }));
  return read;
}

async function entries(call: Call, ids: readonly string[], moment: Moment): Promise<unknown[]> {
  const read: unknown[] = [];
  for (const id of ids) {
    const entry = (await call('entries', 'get', { id, ...moment })) as { becameLater: unknown };
    read.push({ ...entry, becameLater: null });
  }
  return read;
}

async function reports(call: Call, moment: Moment): Promise<unknown[]> {
  const subjects = (await call('signals', 'subjects', moment)) as readonly { readonly id: string }[];
  const runs: unknown[] = [subjects, await call('thresholds', 'list', moment)];
  for (const { id } of subjects) {
    const run = (await call('signals', 'run', { subjectId: id, ...moment })) as { knownAt: unknown };
    runs.push({ ...run, knownAt: null }, await call('overview', 'get', { subjectId: id, ...moment }));
  }
  return runs;
}

function exported(ledger: WritableLedger, knownAt: string | null): unknown[] {
  const snapshot = openSnapshot(ledger, knownAt);
  try {
    return [snapshot.head, ...TABLE_IDS.map((table) => [snapshot.count(table), [...snapshot.rows(table)]])];
  } finally {
    snapshot.close();
  }
}

/** Everything that can be read of a moment, as one text. */
async function all(ledger: WritableLedger, moment: Moment, ids: readonly string[]): Promise<string> {
  const call = caller(ledger);
  return JSON.stringify([
    await pages(call, moment),
    await entries(call, ids, moment),
    await reports(call, moment),
    exported(ledger, moment.knownAt),
  ]);
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('deal', 'correct', 'rename', 'retract', 'restore', 'thresholds', 'undo', 'redo'),
    at: fc.nat(9),
  }),
  { minLength: 1, maxLength: 7 },
);

type Ids = ReturnType<typeof addDeal>;

async function act(ledger: WritableLedger, ids: Ids, what: string, at: number): Promise<void> {
  const call = caller(ledger);
  const live = findLive(ledger, 'figure', ids.figure);
  if (what === 'correct' && live !== null) {
    const { lo, point, hi } = headline(ids.deal, ids.payer, ids.source, 1_000_000 * (at + 1));
    write(ledger, [{ op: 'correct', id: ids.figure, version: live.version, fields: { lo, point, hi } }]);
  }
  if (what === 'retract' && live !== null)
    write(ledger, [{ op: 'retract', id: ids.figure, version: live.version }]);
  if (what === 'restore' && live === null && findLatest(ledger, 'figure', ids.figure) !== null)
    write(ledger, [{ op: 'restore', id: ids.figure }]);
  const payer = findLive(ledger, 'entity', ids.payer);
  if (what === 'rename' && payer !== null)
    write(ledger, [
      { op: 'correct', id: ids.payer, version: payer.version, fields: { name: `Buyer ${at}` } },
    ]);
  if (what === 'deal' && payer !== null)
    write(ledger, [
      {
        op: 'add',
        noun: 'deal',
        key: '$d',
        fields: { name: `Deal ${at}`, kind: 'supply', status: 'signed', sourceId: ids.source },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$d', entityId: ids.payee, role: 'payer' } },
      { op: 'add', noun: 'figure', fields: headline('$d', ids.payee, ids.source, 5_000 * (at + 1)) },
    ]);
  if (what === 'thresholds')
    await call('thresholds', 'set', {
      key: 'commitment-to-revenue',
      scope: 'entity',
      entityId: ids.payer,
      watch: 1,
      warn: 2,
      critical: 3 + at,
      reason: 'the house view',
    }).catch(() => undefined);
  if (what === 'undo' || what === 'redo') await call('history', what, {}).catch(() => undefined);
}

describe('known-at', () => {
  it('gives back, at each change, what was read right after it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { ledger, close } = newLedger();
        const ids = addDeal(ledger);
        const told = [ids.payer, ids.deal, ids.figure, ids.source];
        const seen: { at: string; read: string }[] = [];
        const note = async () =>
          seen.push({ at: findHead(ledger.db)?.at ?? '', read: await all(ledger, NOW, told) });
        await note();
        for (const { what, at } of taken) {
          await act(ledger, ids, what, at);
          await note();
        }
        for (const { at, read } of seen)
          expect(await all(ledger, { asOf: TODAY, knownAt: at }, told)).toBe(read);
        close();
      }),
      { numRuns: 4 },
    );
  }, 180_000);

  it('of now, as of today, is the plain result byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { ledger, close } = newLedger();
        const ids = addDeal(ledger);
        for (const { what, at } of taken) await act(ledger, ids, what, at);
        const told = [ids.payer, ids.deal, ids.figure];
        const now = { asOf: TODAY, knownAt: '2099-01-01T00:00:00.000Z' };
        expect(await all(ledger, now, told)).toBe(await all(ledger, NOW, told));
        close();
      }),
      { numRuns: 2 },
    );
  }, 180_000);

  it('says of a row and of an entry what became of them later', async () => {
    const { ledger } = newLedger();
    const { figure, deal, payer } = addDeal(ledger);
    const call = caller(ledger);
    const knownAt = findHead(ledger.db)?.at ?? '';
    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: figure, version, fields: { note: 'as restated' } }]);
    const corrected = findHead(ledger.db)?.at;
    write(ledger, [{ op: 'retract', id: deal, version: findLive(ledger, 'deal', deal)?.version ?? 0 }]);
    const retracted = findHead(ledger.db)?.at;

    const later = async (table: string) => {
      const { keys, rows } = (await call('entries', 'page', { table, knownAt })) as Page;
      return rows.map((row) => [row[keys.indexOf('later')], row[keys.indexOf('later_at')]]);
    };
    expect(await later('figures')).toEqual([['corrected', corrected]]);
    expect(await later('deals')).toEqual([['retracted', retracted]]);
    expect(await later('entities')).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await call('entries', 'get', { id: deal, knownAt })).toMatchObject({
      becameLater: { what: 'retracted', at: retracted },
      versions: [{ retractedAt: null }],
    });
    expect(await call('entries', 'get', { id: figure, knownAt })).toMatchObject({
      version,
      becameLater: { what: 'corrected', at: corrected },
    });
    expect(await call('entries', 'get', { id: payer, knownAt })).toMatchObject({ becameLater: null });
  });

  it('refuses an entry that was recorded only later', async () => {
    const { ledger } = newLedger();
    const before = findHead(ledger.db)?.at ?? '';
    const { deal } = addDeal(ledger);
    await expect(caller(ledger)('entries', 'get', { id: deal, knownAt: before })).rejects.toThrowError(
      expect.objectContaining({ code: 'ENTRY_LATER' }),
    );
  });

  it('stands between any two changes, however fast they follow each other', async () => {
    const { ledger } = newLedger(() => '2025-11-03T09:00:00.000Z');
    for (const name of ['A', 'B', 'C'])
      write(ledger, [{ op: 'add', noun: 'entity', fields: { name, kind: 'company' } }]);
    const instants = ledger.db.prepare<[], string>('SELECT at FROM changes ORDER BY seq').pluck().all();
    expect(instants).toEqual([0, 1, 2, 3].map((tick) => `2025-11-03T09:00:00.00${tick}Z`));
    const names = (knownAt: string) => caller(ledger)('entries', 'choices', { noun: 'entity', knownAt });
    const counts = await Promise.all(
      instants.map(async (at) => ((await names(at)) as readonly unknown[]).length),
    );
    expect(counts).toEqual([0, 1, 2, 3]);
  });

  it('does not take a clock for wrong that fast changes have run ahead of', () => {
    const clock = tickingClock();
    const first = clock();
    const { ledger } = newLedger(() => first);
    for (const name of ['A', 'B'])
      write(ledger, [{ op: 'add', noun: 'entity', fields: { name, kind: 'company' } }]);
    const clocks = ledger.db.prepare<[], string>('SELECT clock FROM changes').pluck().all();
    expect(new Set(clocks)).toEqual(new Set(['ok']));
  });
});
