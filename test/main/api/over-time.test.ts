import { describe, expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

interface Told {
  readonly points: readonly {
    readonly at: string;
    readonly value: { readonly point: number } | null;
    readonly severity: string | null;
    readonly causes: readonly string[];
    readonly changes: readonly string[];
  }[];
  readonly looked: number;
  readonly skipped: number;
}

const NO_PROGRESS = { progress: () => undefined, signal: new AbortController().signal };

function asking(ledger: WritableLedger, subjectId: string) {
  const context = {
    session: { access: 'read' as const, ledger },
    today: '2025-12-31',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  return async (more: object, options = NO_PROGRESS): Promise<Told> => {
    const input = {
      subjectId,
      signal: 'commitment-to-revenue',
      measure: null,
      scopeId: null,
      axis: 'as-of',
      ...more,
    };
    return (await callProcedure(context, 'signals', 'overTime', input, options)) as Told;
  };
}

const USD = 1e11;
const revenue = (entityId: string, sourceId: string, bn: number, year: number) => ({
  op: 'add' as const,
  noun: 'figure' as const,
  fields: {
    entityId,
    sourceId,
    metric: 'revenue',
    qualifier: 'exact',
    unit: 'USD',
    lo: bn * USD,
    point: bn * USD,
    hi: bn * USD,
    basis: 'fiscal-year',
    status: 'reported',
    credibility: 3,
    periodStart: `${year}-01-01`,
    periodEnd: `${year + 1}-01-01`,
  },
});

function grown() {
  const { ledger } = newLedger();
  const { payer, source } = addDeal(ledger);
  const version = findLive(ledger, 'source', source)?.version ?? 0;
  write(ledger, [{ op: 'correct', id: source, version, fields: { publishedOn: '2024-02-01' } }]);
  write(ledger, [revenue(payer, source, 5, 2023)]);
  const { ids } = write(ledger, [
    {
      op: 'add',
      noun: 'source',
      fields: { title: 'Later accounts', kind: 'press', reliability: 'C', publishedOn: '2025-02-01' },
    },
  ]);
  write(ledger, [revenue(payer, ids[0] ?? '', 13, 2024)]);
  return { ledger, payer };
}

const undated = (entityId: string, sourceId: string) => ({
  ...revenue(entityId, sourceId, 19, 2024).fields,
  periodStart: null,
  periodEnd: null,
});

const idOfOwn = (ledger: WritableLedger) =>
  ledger.db.prepare<[], { id: string }>('SELECT id FROM own_signals').get()?.id ?? '';

describe('a signal over time', () => {
  it('as of each day: a gap until the source is published, then each revenue in turn', async () => {
    const { ledger, payer } = grown();
    const { points, skipped } = await asking(ledger, payer)({});
    const told = points.map(({ at, value, severity }) => [at, value?.point ?? null, severity]);
    expect(told[0]?.[1]).toBeNull();
    expect(told).toContainEqual(['2024-02-01', 38 / 5, 'critical']);
    expect(told).toContainEqual(['2025-01-01', 38 / 13, 'watch']);
    expect(told.at(-1)?.[0]).toBe('2025-12-31');
    expect(skipped).toBe(0);
    const turned = points.find(({ at }) => at === '2025-01-01');
    expect(turned?.causes).toContain('A period of revenue is over');
    expect(turned?.changes.join(' ')).toContain('Worked out: USD 38bn / USD 13bn');
  });

  it('known at each change: no flag before the company, a gap before its revenue', async () => {
    const { ledger, payer } = grown();
    const { points } = await asking(ledger, payer)({ axis: 'known-at' });
    expect(points.map(({ value }) => value?.point ?? null)).toContain(38 / 5);
    expect(points.at(-1)?.value?.point).toBe(38 / 13);
    expect(points.filter(({ value }) => value?.point === 0)).toEqual([]);
    expect(points.some(({ value, severity }) => value === null && severity !== 'clear')).toBe(true);
  });

  it('as of each day: turns on the day of a source that was recorded after the last look', async () => {
    const { ledger, payer } = grown();
    const look = async () => (await asking(ledger, payer)({})).points.map(({ at }) => at);
    await look();
    const { ids } = write(ledger, [
      {
        op: 'add',
        noun: 'source',
        fields: { title: 'Restated', kind: 'filing', reliability: 'A', publishedOn: '2025-08-08' },
      },
    ]);
    write(ledger, [{ ...revenue(payer, '', 19, 2025), fields: undated(payer, ids[0] ?? '') }]);
    expect(await look()).toEqual((await asking({ ...ledger }, payer)({})).points.map(({ at }) => at));
    expect(await look()).toContain('2025-08-08');
  });

  it('known at each change: an own signal by the expression of its time, and nothing before it', async () => {
    const { ledger, payer } = grown();
    const context = {
      session: { access: 'write' as const, ledger },
      today: '2025-12-31',
      author: 'ana',
      home: '',
      runFolder: '',
    };
    const own = {
      slug: 'years',
      name: 'Years',
      question: 'How many?',
      unit: 'x',
      isLowerWorse: false,
      watch: 1,
      warn: 3,
      critical: 6,
      pillar: 'funding',
      note: null,
      reason: 'a trial',
    };
    const save = (expression: string, version: number | null) =>
      callProcedure(context, 'ownSignals', 'save', { ...own, expression, version }, NO_PROGRESS);
    await save('commitments / revenue', null);
    const version = findLive(ledger, 'own-signal', idOfOwn(ledger))?.version ?? 0;
    await save('2 * commitments / revenue', version);
    const { points } = await asking(ledger, payer)({ axis: 'known-at', signal: 'own:years' });
    expect(points.map(({ value }) => value?.point ?? null)).toEqual([null, 38 / 13, 76 / 13]);
    expect(points[0]?.severity).toBeNull();
  });

  it('of a deal that is not there has no standing; of an unknown signal or company is refused', async () => {
    const { ledger, payer } = grown();
    const { points } = await asking(ledger, payer)({ scopeId: 'dea_none' });
    expect(points.every(({ severity, value }) => severity === null && value === null)).toBe(true);
    await expect(asking(ledger, payer)({ signal: 'luck' })).rejects.toMatchObject({ code: 'SIGNAL_UNKNOWN' });
    await expect(asking(ledger, 'ent_none')({})).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' });
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const { ledger, payer } = grown();
    const fractions: number[] = [];
    const stopper = new AbortController();
    const options = {
      progress: (fraction: number) => {
        fractions.push(fraction);
        if (fractions.length === 2) stopper.abort();
      },
      signal: stopper.signal,
    };
    await expect(asking(ledger, payer)({}, options as never)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(fractions).toHaveLength(2);
  });
});
