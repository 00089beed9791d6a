import { beforeEach, describe, expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { sampleBatches } from '#main/intake/sample-case.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findEntityNamed } from '#main/ledger/subjects.ts';
import type { SimulationPlan, SimulationReport } from '#shared/contract/simulation.ts';
import { layBatches, newLedger } from '../ledger/temp-ledger.ts';

/** Over a real ledger with the sample case, through the API as the window calls it. */
let ledger: WritableLedger;
let subjectId = '';

beforeEach(() => {
  ledger = newLedger().ledger;
  layBatches(ledger, sampleBatches());
  subjectId = findEntityNamed(ledger, 'OpenAI')?.id ?? '';
});

interface Watching {
  readonly progress?: (fraction: number, label: string) => void;
  readonly signal?: AbortSignal;
}

function call(name: string, input: object, { progress, signal }: Watching = {}): Promise<unknown> {
  const context = {
    session: { access: 'write' as const, ledger },
    today: '2025-11-30',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  return callProcedure(
    context,
    'simulation',
    name,
    { subjectId, ...input },
    { progress: progress ?? (() => undefined), signal: signal ?? new AbortController().signal },
  );
}

const run = async (input: object, watching: Watching = {}) =>
  (await call('run', input, watching)) as SimulationReport;
const plan = async (input: object) => (await call('plan', input)) as SimulationPlan;

const refused = (code: string, detail?: RegExp) =>
  expect.objectContaining(
    detail === undefined
      ? { code }
      : { code, details: expect.arrayContaining([expect.stringMatching(detail)]) },
  );

const ALL_SOURCES = { signal: 'ntm-commitment-burden', policy: 'range-hull' };

describe('a simulation of the sample case', () => {
  it('draws the tenor of the commitments and says how often thresholds are passed', async () => {
    const report = await run({ signal: 'ntm-commitment-burden' });
    expect(report.inputs.map(({ role, distribution }) => [role, distribution])).toEqual([
      ['total commitments', 'constant'],
      ['tenor', 'uniform'],
      ['annual revenue', 'constant'],
    ]);
    const { p5, p50, p95, bounds, trials, seed, beyond } = report;
    expect([trials, seed]).toEqual([100_000, 20_251_103]);
    expect(bounds.lo).toBeCloseTo(15.3846, 3);
    expect(bounds.hi).toBeCloseTo(21.5385, 3);
    // U(5, 7) years: the percentiles are known without drawing.
    expect(p5).toBeCloseTo(1400 / 13 / 6.9, 1);
    expect(p50).toBeCloseTo(1400 / 13 / 6, 1);
    expect(p95).toBeCloseTo(1400 / 13 / 5.1, 1);
    expect(beyond.map(({ level, share }) => [level, share])).toEqual([
      ['watch', 1],
      ['warn', 1],
      ['critical', 1],
    ]);
    expect(report.histogram?.counts.reduce((total, count) => total + count, 0)).toBeGreaterThan(98_000);
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const order = { signal: 'ntm-commitment-burden', trials: 5_000 };
    const [one, again, other] = [await run(order), await run(order), await run({ ...order, seed: 7 })];
    expect(again).toEqual(one);
    expect(other.p50).not.toBe(one.p50);
  });

  it('draws from the range of all sources where asked for it', async () => {
    const open = (await plan({ ...ALL_SOURCES, signal: 'commitment-to-revenue' })).inputs.filter(
      ({ distribution }) => distribution === null,
    );
    const caps = Object.fromEntries(open.map(({ id, amount }) => [id, 2 * (amount.point ?? amount.lo)]));
    const report = await run({ ...ALL_SOURCES, signal: 'commitment-to-revenue', caps, trials: 20_000 });
    expect(report.inputs.some(({ distribution }) => distribution === 'triangular')).toBe(true);
    expect(report.p5).toBeLessThan(report.p95);
  });

  it('asks for an end where none is on file, and takes the one it is given', async () => {
    const order = { signal: 'valuation-multiple', measure: 'present' };
    const { inputs, obstacle } = await plan(order);
    expect(obstacle).toBe(null);
    const [open, ...more] = inputs.filter(({ distribution }) => distribution === null);
    if (open === undefined) throw new Error('nothing is open');
    expect(more).toEqual([]);
    await expect(run(order)).rejects.toThrowError(refused('SIMULATION_OPEN_ENDED', /value of the company/));
    const report = await run({ ...order, caps: { [open.id]: 750e9 } });
    expect(report.inputs[0]).toMatchObject({ id: open.id, isCapped: true, distribution: 'triangular' });
    expect(report.p5).toBeGreaterThan(500 / 13);
    expect(report.p95).toBeLessThan(750 / 13);
  });

  it('refuses an end that fits no open input', async () => {
    const order = { signal: 'valuation-multiple', measure: 'present' };
    const { inputs } = await plan(order);
    const id = inputs.find(({ distribution }) => distribution === null)?.id ?? '';
    const closed = inputs.find(({ distribution }) => distribution !== null)?.id ?? '';
    await expect(run({ ...order, caps: { [id]: 1 } })).rejects.toThrowError(
      refused('SIMULATION_CAP', /above/),
    );
    await expect(run({ ...order, caps: { [closed]: 1e12 } })).rejects.toThrowError(
      refused('SIMULATION_CAP', /has an upper end/),
    );
    await expect(run({ ...order, caps: { nothing: 1e12 } })).rejects.toThrowError(
      refused('SIMULATION_CAP', /no input/),
    );
  });

  it('says why a signal has nothing to draw', async () => {
    const { obstacle, inputs } = await plan({ signal: 'stance-dispersion' });
    expect(obstacle).toMatch(/\.$/);
    expect(inputs).toEqual([]);
    await expect(run({ signal: 'stance-dispersion' })).rejects.toThrowError(refused('SIMULATION_NO_FORMULA'));
    await expect(run({ signal: 'cash-runway' })).rejects.toThrowError(
      refused('SIMULATION_NO_FORMULA', /Nothing was computed/),
    );
    await expect(plan({ signal: 'no-such' })).rejects.toThrowError(refused('SIGNAL_UNKNOWN'));
    await expect(plan({ signal: 'loss-to-revenue', scopeId: 'dea_none' })).rejects.toThrowError(
      refused('SIMULATION_NO_FORMULA'),
    );
    await expect(plan({ signal: 'loss-to-revenue', subjectId: 'ent_none' })).rejects.toThrowError(
      refused('SUBJECT_UNKNOWN'),
    );
  });

  it('says where every trial would give the same', async () => {
    const order = { signal: 'commitment-to-revenue' };
    expect(await plan(order)).toMatchObject({ isExact: true, obstacle: null });
    const report = await run({ ...order, trials: 1_000 });
    expect([report.p5, report.p95, report.histogram]).toEqual([report.p50, report.p50, null]);
    expect(report.words).toMatch(/^Every trial gives 107\.7x/);
  });

  it('keeps within bounds of trials and seeds', async () => {
    for (const wrong of [{ trials: 999 }, { trials: 1_000_001 }, { seed: -1 }, { policy: 'whichever' }])
      await expect(run({ signal: 'ntm-commitment-burden', ...wrong })).rejects.toThrowError(
        refused('REQUEST_INVALID'),
      );
  });
});

describe('while it runs', () => {
  it('says how far it is and lets others in', async () => {
    const fractions: number[] = [];
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await run(
      { signal: 'ntm-commitment-burden', trials: 1_000_000 },
      { progress: (fraction) => fractions.push(fraction) },
    );
    clearInterval(ticking);
    expect(fractions.length).toBeGreaterThan(50);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(turns).toBeGreaterThan(10);
  });

  it('stops at once when cancelled, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const head = () => ledger.db.prepare('SELECT count(*) AS n FROM changes').get();
    const before = head();
    let stoppedAt = 0;
    const running = run(
      { signal: 'ntm-commitment-burden', trials: 1_000_000 },
      {
        signal: stop.signal,
        progress: (fraction) => {
          if (fraction < 0.1 || stop.signal.aborted) return;
          stoppedAt = performance.now();
          stop.abort();
        },
      },
    );
    await expect(running).rejects.toThrowError(refused('CANCELLED'));
    expect(performance.now() - stoppedAt).toBeLessThan(100);
    expect(head()).toEqual(before);
  });
});
