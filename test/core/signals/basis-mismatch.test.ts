import { expect, it } from 'vitest';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { caseView, openai } from '../case-view.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const flagsOf = (view: LedgerView, subject = openai.id) =>
  evaluateSignals(view, [subject], []).filter(({ signal }) => signal === 'basis-mismatch');
const about = (view: LedgerView, name: string, subject = openai.id) =>
  flagsOf(view, subject).find(({ scope }) => scope.kind === 'about' && scope.name === name);

const company = entityRow('ent_x', 'X');
const [first, second] = [sourceRow('src_a', 'B'), sourceRow('src_b', 'C')];
const ratio = (trailing: number, runRate: number, total = 700): readonly FigureFacts[] => [
  figureRow({
    id: 'a',
    about: company.id,
    metric: 'revenue',
    basis: 'trailing-12m',
    source: first,
    amount: trailing,
  }),
  figureRow({
    id: 'b',
    about: company.id,
    metric: 'revenue',
    basis: 'run-rate',
    status: 'projected',
    source: second,
    amount: runRate,
  }),
  figureRow({ id: 'c', about: company.id, metric: 'total-commitments', source: first, amount: total }),
];
const commitments = (trailing: number, runRate: number) =>
  about(
    viewOf({ entities: [company], figures: ratio(trailing, runRate) }),
    'Purchase commitments to revenue',
    company.id,
  );

it('of the case changes no severity and is watch', () => {
  const flag = about(caseView, 'Purchase commitments to revenue');
  expect([flag?.value?.point, flag?.severity]).toEqual([0, 'watch']);
  expect(flag?.workings).toContain('as it stands 107.7x: critical');
  expect(flag?.workings).toMatch(/run rate 70x: critical; .*; 0 apart$/);
  expect(flag?.inputs.find(({ id }) => id === 'fig_revenue_001')?.note).toBe('Stands on another basis.');
});

it.each([
  [100, 110, 0, 'watch'],
  [100, 200, 1, 'warn'],
  [100, 500, 2, 'critical'],
])('700 on %d and on %d spans %d severities: %s', (trailing, runRate, spanned, severity) => {
  const flag = commitments(trailing, runRate);
  expect([flag?.value?.point, flag?.severity]).toEqual([spanned, severity]);
});

it('compares accrual with cash for the same loss', () => {
  const loss = (id: string, accounting: 'accrual' | 'cash', amount: number) =>
    figureRow({
      id,
      about: company.id,
      metric: 'net-loss',
      basis: 'quarter',
      source: id === 'a' ? first : second,
      amount,
      extra: { accounting },
    });
  const revenue = figureRow({
    id: 'r',
    about: company.id,
    metric: 'revenue',
    basis: 'quarter',
    source: first,
    amount: 10,
  });
  const view = viewOf({
    entities: [company],
    figures: [loss('a', 'accrual', 12), loss('b', 'cash', 6), revenue],
  });
  expect(about(view, 'Net loss to revenue', company.id)).toMatchObject({
    severity: 'warn',
    value: { point: 1 },
  });
});

it('a ratio that mixes bases with nothing to set it right is watch, without a number', () => {
  const view = viewOf({
    entities: [company],
    figures: [
      figureRow({
        id: 'b',
        about: company.id,
        metric: 'revenue',
        basis: 'run-rate',
        source: second,
        amount: 100,
      }),
      figureRow({ id: 'c', about: company.id, metric: 'total-commitments', source: first, amount: 700 }),
    ],
  });
  const flag = about(view, 'Purchase commitments to revenue', company.id);
  expect([flag?.severity, flag?.value, flag?.tags.includes('unquantified')]).toEqual(['watch', null, true]);
});

it('does not apply where all bases are alike, and is unknown where no ratio is', () => {
  const [one, , three] = ratio(100, 1, 50);
  const alike = viewOf({ entities: [company], figures: [one as FigureFacts, three as FigureFacts] });
  expect(flagsOf(alike, company.id).map(({ severity }) => severity)).toEqual(['not-applicable']);
  expect(flagsOf(viewOf({ entities: [company] }), company.id).map(({ severity }) => severity)).toEqual([
    'insufficient-data',
  ]);
});
