import { beforeEach, describe, expect, it } from 'vitest';
import { callProcedure } from '#main/api/api.ts';
import { findHead } from '#main/ledger/commit.ts';
import { redo, traceChange, undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { checkLedger } from '#main/ledger/verify.ts';
import { findLive } from '#main/ledger/versions.ts';
import { dispositionsTopic } from '#shared/contract/dispositions.ts';
import type { OutputOf, RequestOf } from '#shared/contract/procedure.ts';
import { signalsTopic } from '#shared/contract/signals.ts';
import { addDeal, newLedger, reopen, write } from '../ledger/temp-ledger.ts';

type Decision = RequestOf<typeof dispositionsTopic.decide>;

function clientOf(ledger: WritableLedger, author = 'ana', today = '2026-01-01') {
  const context = { session: { access: 'write' as const, ledger }, today, author, home: '', runFolder: '' };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  const call = (topic: string, name: string, input: unknown) =>
    callProcedure(context, topic, name, input, options);
  return {
    run: async (moment: { asOf?: string; knownAt?: string } = {}) => {
      const told = signalsTopic.run.output.parse(await call('signals', 'run', moment));
      const [subject] = told.subjects;
      if (subject === undefined) throw new Error('No subject.');
      const at = subject.flags.findIndex(
        ({ signal, scope }) => signal === 'commitment-to-revenue' && scope.kind === 'total',
      );
      return { ...subject, flag: subject.flags[at], review: subject.reviews[at] };
    },
    get: async (ref: Ref, moment: { asOf?: string; knownAt?: string } = {}) =>
      dispositionsTopic.get.output.parse(await call('dispositions', 'get', { ...ref, ...moment })),
    list: async (moment: { asOf?: string; knownAt?: string } = {}) =>
      dispositionsTopic.list.output.parse(await call('dispositions', 'list', moment)),
    decide: async (decision: Decision) =>
      (await call('dispositions', 'decide', decision)) as OutputOf<typeof dispositionsTopic.decide>,
    call,
  };
}

type Ref = Pick<Decision, 'signal' | 'measure' | 'subjectId' | 'scope' | 'scopeId'>;

const NOTE = 'Seen by the deal team on the first of the year.';
const refused = (code: string, detail?: RegExp) =>
  expect.objectContaining(
    detail === undefined
      ? { code }
      : { code, details: expect.arrayContaining([expect.stringMatching(detail)]) },
  );

const cents = (full: number) => ({ lo: full * 100, point: full * 100, hi: full * 100 });

interface Stage {
  readonly ledger: WritableLedger;
  readonly path: string;
  readonly home: string;
  readonly close: () => void;
  readonly ref: Ref;
  readonly source: string;
  readonly deal: string;
  readonly payer: string;
  readonly revenue: string;
}

/** One company with a commitment of 3.8 times its revenue: a warn. */
function stage(revenueFull = 10e9): Stage {
  const { ledger, path, home, close } = newLedger();
  const { payer, source, deal } = addDeal(ledger);
  const { ids } = write(ledger, [
    {
      op: 'add',
      noun: 'figure',
      fields: {
        entityId: payer,
        sourceId: source,
        metric: 'revenue',
        qualifier: 'exact',
        unit: 'USD',
        ...cents(revenueFull),
        basis: 'fiscal-year',
        status: 'reported',
        credibility: 3,
      },
    },
  ]);
  const ref = {
    signal: 'commitment-to-revenue',
    measure: null,
    subjectId: payer,
    scope: 'total',
    scopeId: null,
  } as const;
  return { ledger, path, home, close, ref, source, deal, payer, revenue: ids[0] ?? '' };
}

function setRevenue({ ledger, revenue }: Stage, full: number): void {
  const version = findLive(ledger, 'figure', revenue)?.version ?? 0;
  write(ledger, [{ op: 'correct', id: revenue, version, fields: cents(full) }]);
}

let at: Stage;
let client: ReturnType<typeof clientOf>;
beforeEach(() => {
  at = stage();
  client = clientOf(at.ledger);
});

async function decide(more: Partial<Decision> & Pick<Decision, 'state'>) {
  const { fingerprint } = await client.get(at.ref);
  return client.decide({ ...at.ref, fingerprint, note: NOTE, ...more });
}

const mitigate = () =>
  decide({ state: 'mitigated', mitigant: 'A guarantee of the parent', evidenceIds: [at.source] });

describe('a decision on a flag', () => {
  it('is one commit, shows in the run, the list and the history, and counts in the grade', async () => {
    expect(await client.run()).toMatchObject({
      flag: { severity: 'warn' },
      review: { state: 'open', since: null },
    });
    const before = findHead(at.ledger.db)?.seq ?? 0;
    const first = await decide({ state: 'acknowledged', reviewer: 'ben' });
    expect(first).toMatchObject({ seq: before + 1, isSelfReviewed: false });
    const second = await mitigate();
    const { review } = await client.run();
    expect(review).toEqual({
      state: 'mitigated',
      reopened: null,
      since: findHead(at.ledger.db)?.at,
      by: 'ana',
      reviewer: null,
      until: '2026-06-30',
      reasonCode: null,
      note: NOTE,
      mitigant: 'A guarantee of the parent',
      isSelfReviewed: false,
    });
    const { reviews } = await client.list();
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({ ...at.ref, subject: 'Buyer', severity: 'warn', review });
    expect(reviews[0]?.steps).toMatchObject([
      { step: 1, state: 'acknowledged', author: 'ana', reviewer: 'ben', expiresOn: '2026-04-01', note: NOTE },
      { step: 2, state: 'mitigated', evidence: [{ id: at.source, name: 'A newsletter' }], undoneAt: null },
    ]);
    const { entries } = traceChange(at.ledger, second.seq);
    expect(entries).toMatchObject([{ noun: 'disposition', did: 'added' }]);
    expect(entries[0]?.fields.find(({ field }) => field === 'evidenceIds')?.after).toBe('A newsletter');
    expect(isWhole(at.ledger)).toBe(true);
  });

  it('takes effect in the grade, beside the grade without any', async () => {
    const open = await client.run();
    const alone = open.flags.filter(({ severity }) => severity === 'warn' || severity === 'critical');
    for (const flag of alone) {
      const ref = {
        signal: flag.signal,
        measure: flag.measure,
        subjectId: flag.subjectId,
        scope: flag.scope.kind,
        scopeId: flag.scope.kind === 'total' ? null : flag.scope.id,
      };
      const { fingerprint } = await client.get(ref);
      await client.decide({ ...ref, fingerprint, note: NOTE, state: 'acknowledged' });
      await client.decide({
        ...ref,
        fingerprint,
        note: NOTE,
        state: 'false-positive',
        reasonCode: 'out-of-scope',
      });
    }
    const { grade } = await client.run();
    expect(alone.length).toBeGreaterThan(0);
    expect(grade.withoutDispositions).toBe(open.grade.grade);
    expect(['A', 'B', 'U']).toContain(grade.grade);
    expect(grade.why).not.toBe(open.grade.why);
  });

  it('is undone and made again, and the undone step stays readable', async () => {
    await decide({ state: 'acknowledged' });
    undo(at.ledger);
    expect((await client.run()).review?.state).toBe('open');
    const { steps, next } = await client.get(at.ref);
    expect(next).toEqual(['acknowledged']);
    expect(steps).toMatchObject([
      { state: 'acknowledged', undoneAt: findHead(at.ledger.db)?.at, undoneBy: 'ana' },
    ]);
    redo(at.ledger);
    expect((await client.run()).review?.state).toBe('acknowledged');
    undo(at.ledger);
    await decide({ state: 'acknowledged', note: 'Looked at once more, with the contract at hand.' });
    expect((await client.get(at.ref)).steps.map(({ step, undoneAt }) => [step, undoneAt === null])).toEqual([
      [1, false],
      [1, false],
      [1, true],
    ]);
  });

  it('is known only from its recording on', async () => {
    const earlier = findHead(at.ledger.db)?.at ?? '';
    await decide({ state: 'acknowledged' });
    expect((await client.run({ knownAt: earlier })).review?.state).toBe('open');
    expect((await client.get(at.ref, { knownAt: earlier })).steps).toEqual([]);
    expect((await client.list({ knownAt: earlier })).reviews).toEqual([]);
    const then = findHead(at.ledger.db)?.at ?? '';
    undo(at.ledger);
    expect((await client.run({ knownAt: then })).review?.state).toBe('acknowledged');
  });
});

describe('a decision no longer holds', () => {
  it('once an input has another value, and holds again when the change is undone', async () => {
    await decide({ state: 'acknowledged' });
    await mitigate();
    setRevenue(at, 9.9e9);
    const { flag, review } = await client.run();
    expect(flag?.severity).toBe('warn');
    expect(review).toMatchObject({
      state: 'open',
      reopened: { why: 'inputs-changed', from: 'mitigated' },
      by: 'ana',
    });
    expect((await client.get(at.ref)).next).toEqual(['acknowledged']);
    undo(at.ledger);
    expect((await client.run()).review).toMatchObject({ state: 'mitigated', reopened: null });
  });

  it('once the severity is higher, whatever raised it', async () => {
    await decide({ state: 'acknowledged' });
    await client.call('thresholds', 'set', {
      key: 'commitment-to-revenue',
      scope: 'ledger',
      watch: 1,
      warn: 2,
      critical: 3,
      reason: 'A stricter house view.',
    });
    expect(await client.run()).toMatchObject({
      flag: { severity: 'critical' },
      review: { reopened: { why: 'severity-increased', from: 'acknowledged' } },
    });
  });

  it('once other thresholds are in force, even with the same severity', async () => {
    await decide({ state: 'acknowledged' });
    await client.call('thresholds', 'set', {
      key: 'commitment-to-revenue',
      scope: 'ledger',
      watch: 1,
      warn: 3,
      critical: 7,
      reason: 'A milder house view.',
    });
    expect(await client.run()).toMatchObject({
      flag: { severity: 'warn' },
      review: { reopened: { why: 'inputs-changed' } },
    });
  });

  it('from the day it expires on, by the day of the run', async () => {
    await decide({ state: 'acknowledged', expiresOn: '2026-03-15' });
    expect((await client.run({ asOf: '2026-03-14' })).review).toMatchObject({
      state: 'acknowledged',
      until: '2026-03-15',
    });
    expect((await client.run({ asOf: '2026-03-15' })).review).toMatchObject({
      state: 'open',
      reopened: { why: 'expired', from: 'acknowledged' },
    });
  });

  it('once someone reopens it', async () => {
    await decide({ state: 'acknowledged' });
    await decide({ state: 'reopened' });
    expect((await client.run()).review).toMatchObject({
      state: 'open',
      reopened: { why: 'by-hand', from: 'acknowledged' },
      until: null,
    });
  });
});

describe('a decision is refused', () => {
  const problem = (more: Partial<Decision> & Pick<Decision, 'state'>, detail: RegExp) =>
    expect(decide(more)).rejects.toThrowError(refused('DISPOSITION_REFUSED', detail));

  it('where it skips a step or lacks what the step needs, and records nothing', async () => {
    const head = findHead(at.ledger.db)?.seq;
    await problem({ state: 'mitigated', mitigant: 'x', evidenceIds: [at.source] }, /cannot become mitigated/);
    await problem({ state: 'acknowledged', note: 'Too short.' }, /at least 20 characters/);
    await problem({ state: 'acknowledged', expiresOn: '2026-01-01' }, /later day/);
    expect(findHead(at.ledger.db)?.seq).toBe(head);
    await decide({ state: 'acknowledged' });
    await problem({ state: 'mitigated', evidenceIds: [at.source] }, /names what mitigates/);
    await problem({ state: 'mitigated', mitigant: 'x' }, /at least one entry/);
    const ghost = `src_${'0'.repeat(26)}`;
    await problem({ state: 'mitigated', mitigant: 'x', evidenceIds: [ghost] }, /not in the ledger/);
    await problem({ state: 'mitigated', mitigant: 'x', evidenceIds: ['nonsense'] }, /not in the ledger/);
    await problem({ state: 'false-positive' }, /one reason code/);
  });

  it('where the flag is not the one that was seen', async () => {
    const { fingerprint } = await client.get(at.ref);
    setRevenue(at, 9.9e9);
    await expect(
      client.decide({ ...at.ref, fingerprint, note: NOTE, state: 'acknowledged' }),
    ).rejects.toThrowError(refused('EDIT_CONFLICT'));
  });

  it('where the flag is clear', async () => {
    setRevenue(at, 100e9);
    expect((await client.get(at.ref)).next).toEqual([]);
    await problem({ state: 'acknowledged' }, /watch, warn or critical/);
  });

  it('where there is no such flag', async () => {
    const ref = { ...at.ref, scope: 'deal', scopeId: 'dea_none' } as const;
    await expect(client.get(ref)).rejects.toThrowError(refused('ENTRY_MISSING'));
  });

  it('as a plain entry, which would know no rules', async () => {
    const { id } = await decide({ state: 'acknowledged' });
    const version = findLive(at.ledger, 'disposition', id)?.version;
    const plain = [
      { op: 'retract', id, version },
      { op: 'correct', id, version, fields: { note: 'Rewritten afterwards, in other words.' } },
      { op: 'add', noun: 'disposition', fields: {} },
    ];
    for (const change of plain)
      await expect(client.call('entries', 'write', { summary: 'x', changes: [change] })).rejects.toThrowError(
        refused('ENTRY_REFUSED', /reviewed where it stands/),
      );
  });
});

describe('a critical flag', () => {
  beforeEach(() => {
    at = stage(1e9);
    client = clientOf(at.ledger);
  });

  it('is self-reviewed where one person keeps the file', async () => {
    expect((await client.get(at.ref)).isSingleUser).toBe(true);
    expect(await decide({ state: 'acknowledged' })).toMatchObject({ isSelfReviewed: true });
    expect((await client.run()).review).toMatchObject({ state: 'acknowledged', isSelfReviewed: true });
    expect(await decide({ state: 'reopened' })).toMatchObject({ isSelfReviewed: false });
    expect(await decide({ state: 'acknowledged', reviewer: 'ben' })).toMatchObject({ isSelfReviewed: false });
  });

  it('takes another reviewer where several people write to the file', async () => {
    at.close();
    const again = reopen(at.path, at.home);
    at = { ...at, ...again };
    client = clientOf(at.ledger, 'ben');
    expect((await client.get(at.ref)).isSingleUser).toBe(false);
    for (const reviewer of [null, 'Ben'])
      await expect(decide({ state: 'acknowledged', reviewer })).rejects.toThrowError(
        refused('DISPOSITION_REFUSED', /someone else/),
      );
    expect(await decide({ state: 'acknowledged', reviewer: 'ana' })).toMatchObject({ isSelfReviewed: false });
  });
});

describe('like flags', () => {
  it('are shown with how they were closed, once they were', async () => {
    const deal = { ...at.ref, scope: 'deal', scopeId: at.deal } as const;
    const { flags } = await client.run();
    expect(flags.some(({ scope }) => scope.kind === 'deal' && scope.id === at.deal)).toBe(true);
    const { fingerprint } = await client.get(deal);
    await client.decide({ ...deal, fingerprint, note: NOTE, state: 'acknowledged' });
    expect((await client.get(at.ref)).alike).toEqual([]);
    await client.decide({
      ...deal,
      fingerprint,
      note: NOTE,
      state: 'false-positive',
      reasonCode: 'duplicate',
    });
    expect((await client.get(at.ref)).alike).toMatchObject([
      {
        subject: 'Buyer',
        scopeName: 'Buyer rents compute',
        state: 'false-positive',
        reasonCode: 'duplicate',
      },
    ]);
    expect((await client.get(deal)).alike).toEqual([]);
    expect((await client.get(at.ref, { asOf: '2027-01-01' })).alike).toEqual([]);
  });
});

it('a review keeps no entry from being retracted', async () => {
  await decide({ state: 'acknowledged' });
  const version = findLive(at.ledger, 'figure', at.revenue)?.version ?? 0;
  write(at.ledger, [{ op: 'retract', id: at.revenue, version }]);
  const { flag, review } = await client.run();
  expect(flag?.severity).toBe('insufficient-data');
  expect(review).toMatchObject({ state: 'open', reopened: { why: 'inputs-changed' } });
});

function isWhole(ledger: WritableLedger): boolean {
  const checking = checkLedger(ledger.db);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value.ok;
  }
}
