import { describe, expect, it } from 'vitest';
import { refOf } from '#core/signals/disposition.ts';
import { handlers } from '#main/api/api.ts';
import { fingerprintOf } from '#main/api/reviews.ts';
import { evaluate } from '#main/api/signals.ts';
import { findHead } from '#main/ledger/commit.ts';
import { undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import { overviewTopic } from '#shared/contract/reports.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

/** A clock that the test moves. */
function stagedLedger(start: string) {
  let at = Date.parse(start);
  const { ledger } = newLedger(() => {
    at += 1000;
    return new Date(at).toISOString();
  });
  return {
    ledger,
    moveTo: (instant: string) => {
      at = Date.parse(instant);
    },
  };
}

const context = (ledger: WritableLedger) => ({
  ledger,
  today: '2026-01-31',
  author: 'ana',
  home: '',
  runFolder: '',
  longTexts: null,
});

function changes(ledger: WritableLedger, request: object) {
  const input = overviewTopic.changes.input.parse(request);
  return overviewTopic.changes.output.parse(handlers.overview.changes(context(ledger), input));
}

const revenue = (entityId: string, sourceId: string, full: number): Change => ({
  op: 'add',
  noun: 'figure',
  fields: {
    entityId,
    sourceId,
    metric: 'revenue',
    qualifier: 'exact',
    unit: 'USD',
    lo: full * 100,
    point: full * 100,
    hi: full * 100,
    basis: 'fiscal-year',
    status: 'reported',
    credibility: 3,
  },
});

function correct(ledger: WritableLedger, id: string, full: number): void {
  const version = findLive(ledger, 'figure', id)?.version ?? 0;
  const fields = { lo: full * 100, point: full * 100, hi: full * 100 };
  write(ledger, [{ op: 'correct', id, version, fields }], 'a correction');
}

/** A deal on the 5th, its revenue on the 10th: commitments are 3.8 times it. */
function staged() {
  const { ledger, moveTo } = stagedLedger('2026-01-05T09:00:00.000Z');
  const { payer, source } = addDeal(ledger);
  moveTo('2026-01-10T09:00:00.000Z');
  const { ids } = write(ledger, [revenue(payer, source, 10e9)]);
  return { ledger, moveTo, payer, source, figure: ids[0] ?? '' };
}

const RATIO = 'Purchase commitments to revenue';

describe('what changed since', () => {
  it('the day before the last change, unless told otherwise', () => {
    const { ledger, payer } = staged();
    const told = changes(ledger, { subjectId: payer });
    expect(told).toMatchObject({
      since: '2026-01-09T23:59:59.999Z',
      commits: 1,
      before: { asOf: '2026-01-09' },
      after: { asOf: '2026-01-31' },
      facts: [{ noun: 'figure', label: 'Figure', added: 1, corrected: 0, retracted: 0 }],
      reviews: [],
    });
    expect(told.flags).toContainEqual(
      expect.objectContaining({ name: RATIO, scopeName: null, before: 'insufficient-data', after: 'warn' }),
    );
    const { flags } = evaluate(ledger, { subjectId: payer, asOf: '2026-01-31', knownAt: null });
    for (const { name, after, place } of told.flags)
      if (place !== null) expect([flags[place]?.name, flags[place]?.severity]).toEqual([name, after]);
  });

  it('a moment at which the subject was not on file: no grade then, and every entry new', () => {
    const { ledger, payer } = staged();
    const told = changes(ledger, { subjectId: payer, since: '2026-01-01T00:00:00Z' });
    expect(told).toMatchObject({ before: { grade: null }, flags: [] });
    expect(told.facts).toContainEqual({ noun: 'deal', label: 'Deal', added: 1, corrected: 0, retracted: 0 });
    expect(told.facts.find(({ noun }) => noun === 'figure')).toMatchObject({ added: 2, label: 'Figures' });
  });

  it('counts an entry by what it was and is: what was taken back counts as nothing', () => {
    const { ledger, moveTo, payer, source, figure } = staged();
    moveTo('2026-01-20T09:00:00.000Z');
    const since = '2026-01-15T00:00:00Z';
    const facts = () => changes(ledger, { subjectId: payer, since }).facts;
    correct(ledger, figure, 1e9);
    expect(facts()).toMatchObject([{ noun: 'figure', added: 0, corrected: 1, retracted: 0 }]);
    undo(ledger);
    expect(facts()).toEqual([]);
    write(ledger, [revenue(payer, source, 20e9)]);
    expect(facts()).toMatchObject([{ noun: 'figure', added: 1 }]);
    undo(ledger);
    expect(facts()).toEqual([]);
    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    write(ledger, [{ op: 'retract', id: figure, version }]);
    expect(facts()).toMatchObject([{ noun: 'figure', added: 0, corrected: 0, retracted: 1 }]);
    expect(changes(ledger, { subjectId: payer, since }).commits).toBe(5);
  });

  it('tells severities then and now, and grades', () => {
    const { ledger, moveTo, payer, figure } = staged();
    moveTo('2026-01-20T09:00:00.000Z');
    correct(ledger, figure, 1e9);
    const told = changes(ledger, { subjectId: payer });
    expect(told.flags).toContainEqual(
      expect.objectContaining({ name: RATIO, scopeName: null, before: 'warn', after: 'critical' }),
    );
    expect(['D', 'E']).toContain(told.after.grade);
    const backwards = changes(ledger, { subjectId: payer, knownAt: '2026-01-12T00:00:00Z' });
    expect(backwards.since).toBe('2026-01-09T23:59:59.999Z');
    expect(backwards.flags).toContainEqual(expect.objectContaining({ name: RATIO, after: 'warn' }));
  });

  it('keeps the day that is asked of on both sides', () => {
    const { ledger, payer } = staged();
    expect(changes(ledger, { subjectId: payer, asOf: '2026-01-07' })).toMatchObject({
      before: { asOf: '2026-01-07' },
      after: { asOf: '2026-01-07' },
    });
  });

  it('tells decisions, and those that stopped holding', () => {
    const { ledger, moveTo, payer, figure } = staged();
    moveTo('2026-01-20T09:00:00.000Z');
    const { flags } = evaluate(ledger, { subjectId: payer, asOf: '2026-01-31', knownAt: null });
    const flag = flags.find(({ name, scope }) => name === RATIO && scope.kind === 'total');
    if (flag === undefined) throw new Error('No such flag.');
    const input = {
      ...refOf(flag),
      asOf: null,
      fingerprint: fingerprintOf(flag),
      state: 'acknowledged' as const,
      reviewer: null,
      reasonCode: null,
      note: 'Seen by the deal team on that day.',
      mitigant: null,
      evidenceIds: [],
      expiresOn: null,
    };
    handlers.dispositions.decide(context(ledger), input);
    const place = flags.indexOf(flag);
    const told = changes(ledger, { subjectId: payer });
    expect(told.facts).toEqual([]);
    expect(told.reviews).toEqual([
      {
        name: RATIO,
        scopeName: null,
        did: 'acknowledged',
        why: null,
        by: 'ana',
        at: findHead(ledger.db)?.at,
        place,
      },
    ]);
    moveTo('2026-01-25T09:00:00.000Z');
    correct(ledger, figure, 9.9e9);
    expect(changes(ledger, { subjectId: payer }).reviews).toMatchObject([
      { did: 'reopened', why: 'inputs-changed', by: null, place },
    ]);
    moveTo('2026-01-28T09:00:00.000Z');
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Nobody', kind: 'company' } }]);
    expect(changes(ledger, { subjectId: payer }).reviews).toEqual([]);
  });

  it('is refused for a subject that is not there', () => {
    const { ledger } = staged();
    expect(() => changes(ledger, { subjectId: 'ent_nobody' })).toThrowError(
      expect.objectContaining({ code: 'SUBJECT_UNKNOWN' }),
    );
  });
});
