import { expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { undo } from '#main/ledger/history.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

const DRAFT = { unit: 'x', isLowerWorse: false, watch: 1, warn: 3, critical: 6 } as const;
const MINE = {
  ...DRAFT,
  slug: 'twice',
  name: 'Twice the commitments',
  question: 'How much is twice?',
  expression: '2 * commitments / revenue',
  pillar: 'evidence',
  note: null,
  reason: 'a trial',
} as const;

function stage() {
  const { ledger } = newLedger();
  const { payer, source } = addDeal(ledger);
  const context = {
    session: { access: 'write' as const, ledger },
    today: '2025-12-31',
    author: 'ana',
    home: '',
    runFolder: '',
  };
  const controller = new AbortController();
  const call = async (topic: string, name: string, input: unknown) =>
    callProcedure(context, topic, name, input, { progress: () => undefined, signal: controller.signal });
  const addRevenue = () =>
    write(ledger, [
      {
        op: 'add',
        noun: 'figure',
        fields: {
          entityId: payer,
          sourceId: source,
          metric: 'revenue',
          qualifier: 'exact',
          unit: 'USD',
          lo: 1_900_000_000_000,
          point: 1_900_000_000_000,
          hi: 1_900_000_000_000,
          basis: 'fiscal-year',
          status: 'reported',
          credibility: 3,
        },
      },
    ]);
  return { ledger, payer, call, addRevenue, controller };
}

const refusal = async (call: Promise<unknown>) => {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown as { readonly code: string; readonly details: readonly string[] };
};

it('tells the vocabulary and where an expression is wrong', async () => {
  const { call } = stage();
  const { words } = (await call('ownSignals', 'vocabulary', {})) as {
    words: { id: string; group: string }[];
  };
  expect(words.filter(({ group }) => group === 'amount').map(({ id }) => id)).toContain('commitments');
  expect(await call('ownSignals', 'check', { expression: 'commitments / revenu' })).toMatchObject({
    problem: { start: 14, end: 20, line: 1, column: 15 },
    units: [],
  });
  expect(await call('ownSignals', 'check', { expression: 'cash / cash_burn' })).toEqual({
    problem: null,
    units: ['months'],
    names: ['cash', 'cash_burn'],
  });
});

it('previews a draft over the companies and over the changes of the ledger', async () => {
  const { call, payer, addRevenue } = stage();
  addRevenue();
  const order = { ...DRAFT, expression: 'commitments / revenue', subjectId: payer };
  expect(await call('ownSignals', 'preview', order)).toMatchObject({
    problem: null,
    subjects: [{ id: payer, severity: 'watch', value: { lo: 2, point: 2, hi: 2 } }],
    more: 0,
    history: [
      { severity: 'insufficient-data', value: null },
      { severity: 'watch', value: { lo: 2, point: 2, hi: 2 } },
    ],
  });
  const before = await call('ownSignals', 'preview', { ...order, expression: 'a.b' });
  expect(before).toMatchObject({ problem: { column: 2 }, subjects: [] });
});

it('stops a preview that nobody waits for', async () => {
  const { call, payer, controller } = stage();
  const preview = call('ownSignals', 'preview', {
    ...DRAFT,
    expression: 'commitments / revenue',
    subjectId: payer,
  });
  controller.abort();
  expect((await refusal(preview)).code).toBe('CANCELLED');
});

it('saves a signal that runs, keeps thresholds for it, corrects it and takes it back, undoably', async () => {
  const { ledger, call, payer, addRevenue } = stage();
  addRevenue();
  const run = async (knownAt: string | null = null) => {
    const answer = (await call('signals', 'run', { subjectId: payer, knownAt })) as {
      subjects: { grade: { deciding: { family: string }[] }; flags: Record<string, unknown>[] }[];
    };
    const [subject] = answer.subjects;
    return subject?.flags.find((flag) => flag['signal'] === 'own:twice') ?? null;
  };
  expect(await run()).toBeNull();
  const { id } = (await call('ownSignals', 'save', { ...MINE, version: null })) as { id: string };
  expect(await run()).toMatchObject({
    severity: 'warn',
    value: { point: 4 },
    workings: '2 * USD 38bn / USD 19bn = 4x',
  });

  const keys = ((await call('thresholds', 'list', {})) as { measures: { key: string }[] }).measures;
  expect(keys.at(-1)?.key).toBe('own:twice');
  const set = { key: 'own:twice', scope: 'ledger', watch: 5, warn: 6, critical: 7 };
  expect(await call('thresholds', 'preview', set)).toMatchObject({
    moved: [{ before: 'warn', after: 'clear' }],
  });
  await call('thresholds', 'set', { ...set, reason: 'too strict' });
  expect(await run()).toMatchObject({ severity: 'clear', thresholds: { origin: 'ledger', watch: 5 } });
  undo(ledger);

  const [listed] = (await call('ownSignals', 'list', {})) as { version: number; recordedAt: string }[];
  const version = listed?.version ?? 0;
  const known = listed?.recordedAt ?? '';
  expect((await refusal(call('ownSignals', 'save', { ...MINE, version: null }))).code).toBe(
    'OWN_SIGNAL_REFUSED',
  );
  expect((await refusal(call('ownSignals', 'save', { ...MINE, version: version + 9 }))).code).toBe(
    'EDIT_CONFLICT',
  );
  await call('ownSignals', 'save', { ...MINE, version, expression: '3 * commitments / revenue' });
  expect(await run()).toMatchObject({ value: { point: 6 } });
  expect(await run(known)).toMatchObject({ value: { point: 4 } });
  undo(ledger);
  expect(await run()).toMatchObject({ value: { point: 4 } });

  const [now] = (await call('ownSignals', 'list', {})) as { version: number }[];
  await call('ownSignals', 'retract', { id, version: now?.version, reason: 'not needed' });
  expect(await run()).toBeNull();
  undo(ledger);
  expect(await run()).toMatchObject({ value: { point: 4 } });
});

it('refuses what cannot be saved, with its place', async () => {
  const { call } = stage();
  const save = (extra: object) => refusal(call('ownSignals', 'save', { ...MINE, version: null, ...extra }));
  expect(await save({ expression: 'commitments /\n revenu' })).toMatchObject({
    code: 'OWN_SIGNAL_REFUSED',
    details: ['Line 2, column 2: “revenu” is not in the vocabulary. Did you mean revenue?'],
  });
  expect((await save({ unit: 'months' })).details).toEqual([
    'The result cannot be shown in months; choose x or share or score or index.',
  ]);
  expect((await save({ warn: 9 })).code).toBe('THRESHOLDS_REFUSED');
  expect((await save({ isLowerWorse: true })).code).toBe('THRESHOLDS_REFUSED');
  expect((await save({ slug: 'Not A Slug' })).code).toBe('REQUEST_INVALID');
});
