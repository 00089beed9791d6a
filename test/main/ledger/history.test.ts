import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHead } from '#main/ledger/commit.ts';
import { findRedoable, findUndoable, redo, traceChange, undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { allTables } from '#main/ledger/tables/columns.ts';
import { checkLedger } from '#main/ledger/verify.ts';
import { findLatest, findLive } from '#main/ledger/versions.ts';
import { loadView } from '#main/ledger/view.ts';
import { addDeal, newLedger, write } from './temp-ledger.ts';

/** Everything in force, without version numbers and times. */
function inForce(ledger: WritableLedger): unknown {
  return allTables.map(({ table, columns }) =>
    ledger.db
      .prepare(`SELECT id, ${columns.join(', ')} FROM ${table} WHERE retracted_seq IS NULL ORDER BY id`)
      .all(),
  );
}

function isWhole(ledger: WritableLedger): boolean {
  const checking = checkLedger(ledger.db);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value.ok;
  }
}

describe('undo and redo', () => {
  it('takes the last command back as a change of its own, and makes it again', () => {
    const { ledger } = newLedger();
    const { deal } = addDeal(ledger);
    const version = findLive(ledger, 'deal', deal)?.version ?? 0;
    write(
      ledger,
      [{ op: 'correct', id: deal, version, fields: { status: 'terminated' } }],
      'It fell through',
    );
    const undone = undo(ledger);
    expect(undone.summary).toBe('Undo: It fell through');
    expect(findLive(ledger, 'deal', deal)?.['status']).toBe('signed');
    redo(ledger);
    expect(findLive(ledger, 'deal', deal)?.['status']).toBe('terminated');
    expect(findHead(ledger.db)).toMatchObject({ kind: 'redo', summary: 'Redo: It fell through' });
    expect(isWhole(ledger)).toBe(true);
  });

  it('says so when there is nothing left, and never undoes the making of the ledger', () => {
    const { ledger } = newLedger();
    expect(() => undo(ledger)).toThrowError(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }));
    expect(() => redo(ledger)).toThrowError(expect.objectContaining({ code: 'NOTHING_TO_REDO' }));
  });

  it('drops what could be redone once something else is done', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    undo(ledger);
    expect(findRedoable(ledger.db)).not.toBeNull();
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Other', kind: 'company' } }], 'Other');
    expect(findRedoable(ledger.db)).toBeNull();
    expect(findUndoable(ledger.db)?.summary).toBe('Other');
  });

  it('walks any mix of commands, undos and redos like a stack, and the chain stays whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('add', 'correct', 'retract', 'restore', 'undo', 'redo'), { maxLength: 24 }),
        (steps) => {
          const { ledger, close } = newLedger();
          const { payer } = write(ledger, [
            { op: 'add', noun: 'entity', fields: { name: 'A', kind: 'company' } },
          ]).ids.reduce((ids, id) => ({ payer: id ?? ids.payer }), { payer: '' });
          const past: unknown[] = [];
          let states = [inForce(ledger)];
          let future: unknown[] = [];
          steps.forEach((step, at) => {
            if (step === 'undo') {
              if (states.length < 2) return;
              undo(ledger);
              future.push(states.pop());
            } else if (step === 'redo') {
              const next = future.pop();
              if (next === undefined) return;
              redo(ledger);
              states.push(next);
            } else if (act(ledger, step, payer, at)) {
              future = [];
              states = [...states, inForce(ledger)];
            }
            past.push(step);
            expect(inForce(ledger)).toEqual(states.at(-1));
          });
          expect(isWhole(ledger)).toBe(true);
          close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells a change field by field, with names for ids', () => {
    const { ledger } = newLedger();
    const { deal } = addDeal(ledger);
    const version = findLive(ledger, 'deal', deal)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: deal, version, fields: { status: 'active' } }]);
    const { entries } = traceChange(ledger, findHead(ledger.db)?.seq ?? 0);
    expect(entries).toEqual([
      {
        id: deal,
        noun: 'deal',
        label: 'Buyer rents compute',
        did: 'corrected',
        fields: [{ field: 'status', label: 'Status', before: 'signed', after: 'active' }],
      },
    ]);
  });
});

function act(ledger: WritableLedger, step: string, id: string, at: number): boolean {
  const live = findLive(ledger, 'entity', id);
  if (step === 'add') {
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: `E${at}`, kind: 'company' } }]);
    return true;
  }
  if (step === 'correct' && live !== null) {
    write(ledger, [{ op: 'correct', id, version: live.version, fields: { note: `n${at}` } }]);
    return true;
  }
  if (step === 'retract' && live !== null) {
    write(ledger, [{ op: 'retract', id, version: live.version }]);
    return true;
  }
  if (step === 'restore' && live === null && findLatest(ledger, 'entity', id) !== null) {
    write(ledger, [{ op: 'restore', id }]);
    return true;
  }
  return false;
}

describe('known-at', () => {
  it('gives back what was in force at an instant, retracted entries included', () => {
    const { ledger } = newLedger();
    const { deal, payer, figure } = addDeal(ledger);
    const before = findHead(ledger.db)?.at ?? '';
    write(ledger, [{ op: 'retract', id: figure, version: findLive(ledger, 'figure', figure)?.version ?? 0 }]);
    const view = (knownAt: string | null) =>
      loadView(ledger, { subjectIds: [payer], asOf: '2025-12-31', knownAt }).deals;
    expect(view(null).map(({ id, amounts }) => [id, amounts.length])).toEqual([[deal, 0]]);
    expect(view(before).map(({ id, amounts }) => [id, amounts.length])).toEqual([[deal, 1]]);
    expect(view('2025-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('time', () => {
  it('orders by number, and notes a clock that went back', () => {
    let at = '2025-11-03T10:00:00.000Z';
    const { ledger } = newLedger(() => at);
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'A', kind: 'company' } }]);
    at = '2025-11-01T10:00:00.000Z';
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'B', kind: 'company' } }]);
    expect(findHead(ledger.db)).toMatchObject({ seq: 3, clock: 'behind', at: '2025-11-03T10:00:00.002Z' });
    expect(isWhole(ledger)).toBe(true);
  });
});
