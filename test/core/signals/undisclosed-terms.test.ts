import { describe, expect, it } from 'vitest';
import type { DealFacts, LedgerView } from '#core/model/ledger-view.ts';
import { runSignals } from '#core/signals/run.ts';
import { undisclosedTerms } from '#core/signals/undisclosed-terms.ts';
import { awsDeal, caseView, openai } from '../case-view.ts';
import { keyDateRow } from '../event-rows.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const source = sourceRow('src', 'C');
const flagOf = (view: LedgerView, subject = openai.id) => {
  const [flag] = runSignals({ view, subjectIds: [subject], sets: [], signals: [undisclosedTerms] });
  if (flag === undefined) throw new Error('No flag.');
  return flag;
};
const alone = (extra: Partial<DealFacts>, view: Partial<LedgerView> = {}) =>
  flagOf({
    ...caseView,
    figures: [],
    deals: [{ ...awsDeal, tenorYearsLo: null, tenorYearsHi: null, ...extra }],
    ...view,
  });

it('counts what is missing of seven terms for each commitment', () => {
  const keyDates = [keyDateRow('k', 'AWS capacity starts', source, { dealId: awsDeal.id, on: '2025-11-03' })];
  const flag = flagOf({ ...caseView, keyDates });
  expect([flag.value?.point, flag.severity]).toEqual([0.625, 'critical']);
  expect(flag.workings).toContain('= 35 / 56 = 0.625');
  expect(flag.inputs.find(({ id }) => id === awsDeal.id)?.note).toBe(
    'Not disclosed: payment schedule, price or quantity, cancellation.',
  );
  expect(flag.inputs.find(({ role }) => role === 'tenor')?.id).toBe('fig_tenor_000');
});

describe('a term is disclosed', () => {
  const missing = (extra: Partial<DealFacts>, view: Partial<LedgerView> = {}) =>
    alone(extra, view).inputs.find(({ id }) => id === awsDeal.id)?.note ?? '';

  it('by its field', () => {
    expect(alone({}).value?.point).toBe(5 / 7);
    expect(missing({ startOn: '2025-11-03' })).not.toContain('start');
    expect(missing({ tenorYearsLo: 5, tenorYearsHi: 7 })).not.toContain('tenor');
    expect(missing({ isCancellable: 0 })).not.toContain('cancellation');
    expect(missing({ isTakeOrPay: 1 })).not.toContain('cancellation');
    expect(missing({ parties: awsDeal.parties.filter(({ role }) => role === 'payer') })).toContain(
      'counterparty',
    );
  });

  it('by its schedule or by a price, but not by a rate that was worked out', () => {
    const row = {
      id: 'sch',
      dealId: awsDeal.id,
      startOn: '2025-11-03',
      endOn: null,
      unit: 'USD' as const,
      amount: 100,
      sourceId: null,
      passageId: null,
      note: null,
    };
    expect(missing({ schedule: [row] })).toBe('Not disclosed: tenor, price or quantity, cancellation.');
    const rate = (status: 'reported' | 'derived') =>
      figureRow({
        id: 'r',
        about: openai.id,
        metric: 'deal-rate',
        source,
        amount: 1,
        status,
        extra: { dealId: awsDeal.id },
      });
    expect(missing({ amounts: [...awsDeal.amounts, rate('reported')] })).not.toContain('price');
    expect(missing({ amounts: [...awsDeal.amounts, rate('derived')] })).toContain('price');
  });

  it('by an amount in a currency that has no rate', () => {
    const pounds = figureRow({
      id: 'p',
      about: openai.id,
      metric: 'deal-headline',
      source,
      amount: 29e9,
      unit: 'GBP',
      extra: { dealId: awsDeal.id },
    });
    const dollars = figureRow({
      id: 'd',
      about: openai.id,
      metric: 'revenue',
      basis: 'fiscal-year',
      source,
      amount: 13e9,
    });
    expect(missing({ amounts: [pounds] }, { figures: [dollars] })).not.toContain('amount');
    expect(missing({ amounts: [] })).toContain('amount');
  });
});

it('asks for a commitment where there is none', () => {
  const company = entityRow('ent_x', 'X');
  expect(flagOf(viewOf({ entities: [company] }), company.id)).toMatchObject({
    severity: 'insufficient-data',
    missing: ['a deal that obliges the subject to pay'],
  });
});
