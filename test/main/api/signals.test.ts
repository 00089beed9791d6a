import { describe, expect, it } from 'vitest';
import { runSignals } from '#main/api/signals.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';

describe('a run of signals', () => {
  it('gives the same for the same state, and sees every change', () => {
    const { ledger } = newLedger();
    const { payer, source, figure } = addDeal(ledger);
    const request = { subjectId: payer, asOf: '2025-12-31', knownAt: null };
    const ratio = () =>
      runSignals(ledger, request).subjects[0]?.flags.find(({ signal }) => signal === 'commitment-to-revenue');
    expect(ratio()?.severity).toBe('insufficient-data');
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
    expect(ratio()?.value?.point).toBe(2);
    expect(ratio()).toEqual(ratio());
    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    const tripled = 3 * 3_800_000_000_000;
    write(ledger, [
      { op: 'correct', id: figure, version, fields: { lo: tripled, point: tripled, hi: tripled } },
    ]);
    expect(ratio()?.value?.point).toBe(6);
  });
});
