import { describe, expect, it } from 'vitest';
import { runSignals } from '#main/api/signals.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import { newLedger, write } from '../ledger/temp-ledger.ts';

/** Money that goes round over five companies: nobody at either end deals with the two in the middle. */
const BN = 100_000_000_000;
const LEGS = [
  { kind: 'equity-investment', from: 0, to: 1, cents: 100 * BN },
  { kind: 'supply', from: 1, to: 2, cents: 80 * BN },
  { kind: 'supply', from: 2, to: 3, cents: 80 * BN },
  { kind: 'supply', from: 3, to: 4, cents: 80 * BN },
  { kind: 'supply', from: 4, to: 0, cents: 80 * BN },
] as const;

interface Circle {
  readonly ledger: WritableLedger;
  readonly companies: readonly string[];
  /** Amounts of the legs, in their order. */
  readonly amounts: readonly string[];
  readonly deals: readonly string[];
}

function layCircle(): Circle {
  const { ledger } = newLedger();
  const laid = write(ledger, [
    { op: 'add', noun: 'source', fields: { title: 'Report', kind: 'press', reliability: 'C' } },
    ...['E0', 'E1', 'E2', 'E3', 'E4'].map(
      (name): Change => ({ op: 'add', noun: 'entity', fields: { name, kind: 'company' } }),
    ),
  ]).ids.map(String);
  const [sourceId = '', ...companies] = laid;
  const legs = LEGS.map(({ kind, from, to, cents }) =>
    write(ledger, [
      {
        op: 'add',
        noun: 'deal',
        key: '$d',
        fields: { name: `E${from} to E${to}`, kind, status: 'signed', sourceId },
      },
      {
        op: 'add',
        noun: 'deal-party',
        fields: { dealId: '$d', entityId: companies[from] ?? '', role: 'payer' },
      },
      {
        op: 'add',
        noun: 'deal-party',
        fields: { dealId: '$d', entityId: companies[to] ?? '', role: 'payee' },
      },
      {
        op: 'add',
        noun: 'figure',
        fields: {
          entityId: companies[from] ?? '',
          dealId: '$d',
          sourceId,
          metric: 'deal-headline',
          qualifier: 'exact',
          unit: 'USD',
          lo: cents,
          point: cents,
          hi: cents,
          basis: 'stock',
          status: 'reported',
          credibility: 2,
        },
      },
    ]).ids.map(String),
  );
  return {
    ledger,
    companies,
    deals: legs.map(([deal = '']) => deal),
    amounts: legs.map((ids) => ids[3] ?? ''),
  };
}

function circleOf(ledger: WritableLedger, subjectId: string) {
  const run = runSignals(ledger, { subjectId, asOf: '2025-12-31', knownAt: null });
  const flags = run.subjects.flatMap((subject) => subject.flags);
  return flags
    .filter(({ signal }) => signal === 'circular-financing')
    .map(({ severity, value }) => ({ severity, value }));
}

const WHOLE = [{ severity: 'warn', value: { lo: 0.8, point: 0.8, hi: 0.8 } }];

describe('a circle of five deals', () => {
  it('is seen from the funder and from the funded', () => {
    const { ledger, companies } = layCircle();
    expect(circleOf(ledger, companies[0] ?? '')).toEqual(WHOLE);
    expect(circleOf(ledger, companies[1] ?? '')).toEqual(WHOLE);
  });

  it('follows every change of the deal in its middle', () => {
    const { ledger, companies, amounts, deals } = layCircle();
    const [funder = ''] = companies;
    const [, , middle = ''] = amounts;
    expect(circleOf(ledger, funder)).toEqual(WHOLE);
    const cents = 20 * BN;
    const version = findLive(ledger, 'figure', middle)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: middle, version, fields: { lo: cents, point: cents, hi: cents } }]);
    expect(circleOf(ledger, funder)[0]?.value?.point).toBe(0.2);
    expect(circleOf(ledger, funder)).toEqual(circleOf({ ...ledger }, funder));
    const dealId = deals[2] ?? '';
    write(ledger, [
      {
        op: 'correct',
        id: dealId,
        version: findLive(ledger, 'deal', dealId)?.version ?? 0,
        fields: { status: 'terminated' },
      },
    ]);
    expect(circleOf(ledger, funder)[0]?.severity).toBe('clear');
    expect(circleOf(ledger, funder)).toEqual(circleOf({ ...ledger }, funder));
  });
});
