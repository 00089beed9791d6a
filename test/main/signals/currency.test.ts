import { beforeEach, describe, expect, it } from 'vitest';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { loadView } from '#main/ledger/view.ts';
import { isClose, vectorOf } from '../../core/vectors.ts';
import { headline, newLedger, tickingClock, write } from '../ledger/temp-ledger.ts';

/** Amounts in several currencies in a real ledger file, from the entries to the flags. */
const AS_OF = '2025-11-30';
const BN = 1e9;
const cents = (full: number) => Math.round(full * 100);
const bare = { qualifier: 'exact', basis: 'stock', status: 'reported', credibility: 3 } as const;

interface Rate {
  readonly base?: string;
  readonly quoteCurrency?: string;
  readonly onDay: string;
  readonly rate: number;
}

let ledger: WritableLedger;
let ids: { source: string; bank: string; buyer: string; seller: string };

beforeEach(() => {
  ledger = newLedger(tickingClock('2025-12-01T00:00:00.000Z')).ledger;
  const written = write(ledger, [
    { op: 'add', noun: 'source', fields: { title: 'A report', kind: 'press', reliability: 'C' } },
    {
      op: 'add',
      noun: 'source',
      fields: { title: 'A central bank', kind: 'exchange-data', reliability: 'A' },
    },
    { op: 'add', noun: 'entity', fields: { name: 'Buyer', kind: 'company', underReview: 1 } },
    { op: 'add', noun: 'entity', fields: { name: 'Seller', kind: 'company' } },
  ]).ids.map((id) => id ?? '');
  const [source = '', bank = '', buyer = '', seller = ''] = written;
  ids = { source, bank, buyer, seller };
});

function addRevenue(
  unit: string,
  full: number,
  period: { periodStart?: string; periodEnd?: string } = {},
): void {
  const amount = cents(full);
  write(ledger, [
    {
      op: 'add',
      noun: 'figure',
      fields: {
        entityId: ids.buyer,
        sourceId: ids.source,
        metric: 'revenue',
        ...bare,
        unit,
        lo: amount,
        point: amount,
        hi: amount,
        basis: 'fiscal-year',
        ...period,
      },
    },
  ]);
}

function addDeal(unit: string, full: number, extra: Readonly<Record<string, string | number>> = {}): void {
  const { source, buyer, seller } = ids;
  write(ledger, [
    {
      op: 'add',
      noun: 'deal',
      key: '$deal',
      fields: {
        name: `Deal in ${unit}`,
        kind: 'cloud-compute',
        status: 'signed',
        sourceId: source,
        ...extra,
      },
    },
    { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: buyer, role: 'payer' } },
    { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: seller, role: 'payee' } },
    { op: 'add', noun: 'figure', fields: { ...headline('$deal', buyer, source, cents(full)), unit } },
  ]);
}

function addRates(...rates: readonly Rate[]): void {
  write(
    ledger,
    rates.map((rate) => ({
      op: 'add' as const,
      noun: 'fx-rate' as const,
      fields: { base: 'EUR', quoteCurrency: 'USD', sourceId: ids.bank, ...rate },
    })),
  );
}

function flags(knownAt: string | null = null): readonly Flag[] {
  const view = loadView(ledger, { subjectIds: [ids.buyer], asOf: AS_OF, knownAt });
  return evaluateSignals(view, [ids.buyer], []);
}

function flagOf(signal: string, knownAt: string | null = null): Flag {
  const flag = flags(knownAt).find((one) => one.signal === signal && one.scope.kind === 'total');
  if (flag === undefined) throw new Error(`No flag ${signal}.`);
  return flag;
}

const ratio = (knownAt: string | null = null) => flagOf('commitment-to-revenue', knownAt);

/** A rate at the end of each month of 2024, whose mean is `mean`. */
function monthly(mean: number): readonly Rate[] {
  return Array.from({ length: 12 }, (_, month) => ({
    onDay: new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10),
    rate: mean + (month % 2 === 0 ? 0.02 : -0.02),
  }));
}

describe('TV18: revenue at the average, commitments at spot', () => {
  const { inputs, expected } = vectorOf('TV18');
  const { revenueEUR, avg, commitEUR, spot } = inputs.example;

  beforeEach(() => {
    addRevenue('EUR', revenueEUR * BN, { periodStart: '2024-01-01', periodEnd: '2025-01-01' });
    addDeal('EUR', commitEUR * BN);
    addRates(...monthly(avg), { onDay: '2025-11-28', rate: spot });
  });

  it('a company that reports in dollars', () => {
    write(ledger, [
      { op: 'correct', id: ids.buyer, version: versionOf(ids.buyer), fields: { reportingCurrency: 'USD' } },
    ]);
    const flag = ratio();
    expect(isClose(flag.value?.point, expected.ratio)).toBe(true);
    expect(flag.tags).toContain('converted');
    expect(flag.workings).toContain(`USD ${expected.commitUSDspot}bn / USD ${expected.revenueUSDavg}bn`);
    expect(flag.workings).toContain('the average of 12 rates from 2024-01-31 to 2024-12-31');
    expect(flag.workings).toContain('1.16 USD per EUR, the spot rate of 2025-11-28');
  });

  it('one that reports in euro needs no rate, and both in euro give the other ratio', () => {
    const flag = ratio();
    expect(flag.value?.point).toBe(expected.wrongIfAllSpot);
    expect(flag.tags).not.toContain('converted');
  });

  it('a period with too few rates gives no revenue, and says which', () => {
    write(ledger, [
      { op: 'correct', id: ids.buyer, version: versionOf(ids.buyer), fields: { reportingCurrency: 'USD' } },
    ]);
    addRevenue('GBP', 1, { periodStart: '2023-01-01', periodEnd: '2024-01-01' });
    const view = loadView(ledger, { subjectIds: [ids.buyer], asOf: AS_OF, knownAt: null });
    const june = view.fxRates.filter(({ onDay }) => onDay !== '2024-06-30');
    const [flag] = evaluateSignals({ ...view, fxRates: june }, [ids.buyer], []);
    expect(flag?.severity).toBe('insufficient-data');
    expect(flag?.missing).toContain('annual revenue');
    const notes = flag?.inputs.map(({ note }) => note) ?? [];
    expect(notes.some((note) => note?.includes('more than 35 days without one'))).toBe(true);
  });
});

describe('commitments in another currency', () => {
  beforeEach(() => addRevenue('USD', 10 * BN));

  it('are unknown without a rate, as nothing and not as zero', () => {
    addDeal('EUR', 50 * BN);
    const flag = ratio();
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.inputs.find(({ kind }) => kind === 'deal')?.note).toBe(
      'Its amount is in EUR and no rate from EUR to USD is on file.',
    );
  });

  it.each([
    ['on the day', '2025-11-30', 5.8],
    ['a week old', '2025-11-23', 5.8],
    ['older', '2025-11-22', null],
    ['of a later day', '2025-12-01', null],
  ])('with a rate %s', (_, onDay, wanted) => {
    addDeal('EUR', 50 * BN);
    addRates({ onDay, rate: 1.16 });
    const { value, inputs } = ratio();
    expect(value?.point ?? null).toBe(wanted);
    if (onDay === '2025-11-22')
      expect(inputs.some(({ note }) => note?.includes('of 2025-11-22, more than 7 days before'))).toBe(true);
  });

  it('by the inverse of a rate that is on file the other way round', () => {
    addDeal('EUR', 50 * BN);
    addRates({ base: 'USD', quoteCurrency: 'EUR', onDay: AS_OF, rate: 0.8 });
    const flag = ratio();
    expect(isClose(flag.value?.point, 6.25)).toBe(true);
    const rate = flag.inputs.find(({ kind }) => kind === 'fx-rate');
    expect(rate).toMatchObject({
      source: 'A central bank',
      reliability: 'A',
      period: AS_OF,
      unit: 'USD per EUR',
      isUsed: true,
      value: { lo: 1.25, point: 1.25, hi: 1.25 },
    });
    expect(rate?.note).toBe(
      'EUR 50bn x 1.25 = USD 62.5bn at 1.25 USD per EUR, the spot rate of 2025-11-30, on file as 0.8 EUR per USD',
    );
    expect(flag.workings.startsWith(rate?.note ?? '?')).toBe(true);
    expect(flag.inputs.find(({ role }) => role === 'commitment')).toMatchObject({
      unit: 'EUR',
      value: { point: 50 * BN },
    });
  });

  it('by the most reliable of several rates of one day', () => {
    addDeal('EUR', 50 * BN);
    addRates({ onDay: AS_OF, rate: 1.2 });
    write(ledger, [
      {
        op: 'add',
        noun: 'fx-rate',
        fields: { base: 'EUR', quoteCurrency: 'USD', sourceId: ids.source, onDay: AS_OF, rate: 9 },
      },
    ]);
    expect(ratio().value?.point).toBe(6);
  });

  it('as they were known: a rate recorded later changes nothing before', () => {
    addDeal('EUR', 50 * BN);
    const before = ledger.now();
    addRates({ onDay: AS_OF, rate: 1.16 });
    expect(ratio(before).severity).toBe('insufficient-data');
    expect(ratio(ledger.now()).value?.point).toBe(5.8);
  });

  it('a version that a source states in the currency is not displaced by a converted one', () => {
    addDeal('USD', 38 * BN);
    addRates({ base: 'GBP', onDay: AS_OF, rate: 2 });
    const deal = ledger.db.prepare<[], { id: string }>('SELECT id FROM deals').get()?.id ?? '';
    write(ledger, [
      {
        op: 'add',
        noun: 'figure',
        fields: { ...headline(deal, ids.buyer, ids.bank, cents(29 * BN)), unit: 'GBP' },
      },
    ]);
    expect(ratio().value?.point).toBe(3.8);
    expect(ratio().tags).not.toContain('converted');
  });

  it('amounts that cannot be held exactly are refused and not cut', () => {
    addDeal('EUR', 80_000 * BN);
    addRates({ onDay: AS_OF, rate: 1.2 });
    const flag = ratio();
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.inputs.some(({ note }) => note?.includes('too large to be held in USD'))).toBe(true);
  });
});

it('a ledger in euro gives what the same ledger in dollars gives, in every signal', () => {
  const days = { startOn: '2025-07-01', endOn: '2032-07-01' };
  const fill = (unit: string, factor: number) => {
    addRevenue('USD', 10 * BN);
    addDeal(unit, 64 * BN * factor, days);
    const { source, buyer, seller } = ids;
    write(ledger, [
      {
        op: 'add',
        noun: 'deal',
        key: '$deal',
        fields: { name: 'Money', kind: 'equity-investment', status: 'signed', sourceId: source, ...days },
      },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: seller, role: 'payer' } },
      { op: 'add', noun: 'deal-party', fields: { dealId: '$deal', entityId: buyer, role: 'payee' } },
      {
        op: 'add',
        noun: 'figure',
        fields: { ...headline('$deal', seller, source, cents(16 * BN * factor)), unit },
      },
    ]);
    return flags().map(({ signal, measure, scope, severity, value }) => ({
      signal,
      measure,
      scope: scope.kind,
      severity,
      value,
    }));
  };
  const dollars = fill('USD', 1);
  ({ ledger } = newLedger());
  write(ledger, [
    { op: 'add', noun: 'source', fields: { title: 'A report', kind: 'press', reliability: 'C' } },
    {
      op: 'add',
      noun: 'source',
      fields: { title: 'A central bank', kind: 'exchange-data', reliability: 'A' },
    },
    { op: 'add', noun: 'entity', fields: { name: 'Buyer', kind: 'company', underReview: 1 } },
    { op: 'add', noun: 'entity', fields: { name: 'Seller', kind: 'company' } },
  ]).ids.forEach((id, at) => {
    const name = (['source', 'bank', 'buyer', 'seller'] as const)[at];
    if (name !== undefined) ids[name] = id ?? '';
  });
  addRates({ onDay: '2025-11-28', rate: 1.25 });
  expect(fill('EUR', 0.8)).toEqual(dollars);
});

function versionOf(id: string): number {
  return (
    ledger.db
      .prepare<[string], { version: number }>(
        'SELECT version FROM entities WHERE id = ? AND retracted_seq IS NULL',
      )
      .get(id)?.version ?? 0
  );
}
