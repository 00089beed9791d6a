import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { recalculations } from '#core/metrics/recalculation.ts';
import { daysInWords } from '#core/metrics/stated-distance.ts';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { claimArithmetic } from '#core/signals/claim-arithmetic.ts';
import { runSignals } from '#core/signals/run.ts';
import { aws, awsDeal, caseView, openai, sources } from '../case-view.ts';
import { keyDateRow } from '../event-rows.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { type FigureSpec, figureRow } from '../view-rows.ts';

const BN = 1e9;
const { blog, newsletter, rewrite } = sources;
const rate = (id: string, basis: 'run-rate' | 'month' | 'day', amount: number) =>
  figureRow({
    id,
    about: openai.id,
    metric: 'deal-rate',
    source: blog,
    amount,
    basis,
    qualifier: 'approx',
    status: 'derived',
    extra: { dealId: awsDeal.id },
  });
const stated = (id: string, metric: FigureSpec['metric'], spec: Partial<FigureSpec>) =>
  figureRow({ id, about: openai.id, metric, source: newsletter, ...spec });

const share = stated('fig_share', 'compute-share', { about: aws.id, unit: 'percent', amount: 3 });
const expense = stated('fig_expense', 'operating-expense', {
  basis: 'quarter',
  amount: 15 * BN,
  qualifier: 'at-least',
  extra: { periodLabel: 'last quarter' },
});
const quarter = (amount: number) =>
  stated('fig_revenue_quarter', 'revenue', {
    basis: 'quarter',
    amount,
    extra: { periodLabel: 'last quarter' },
  });

function view(perYear: number, revenue: number, extra: readonly FigureFacts[] = []): LedgerView {
  const amounts = [
    ...awsDeal.amounts,
    rate('fig_y', 'run-rate', perYear),
    rate('fig_m', 'month', 0.45 * BN),
    rate('fig_d', 'day', 0.015 * BN),
  ];
  return {
    ...caseView,
    deals: caseView.deals.map((deal) => (deal.id === awsDeal.id ? { ...deal, amounts } : deal)),
    figures: [
      ...caseView.figures.filter(({ id }) => id !== 'fig_revenue_quarter'),
      share,
      expense,
      quarter(revenue),
      ...extra,
    ],
  };
}

const flagsOf = (ledger: LedgerView) =>
  runSignals({ view: ledger, subjectIds: [openai.id], sets: [], signals: [claimArithmetic] });

describe('TV28: what the sources worked out', () => {
  const { expected } = vectorOf('TV28');
  const found = recalculations({
    index: indexLedger(view(5.4 * BN, 3.25 * BN)),
    subject: openai,
    policy: mostReliable,
  });
  const again = (id: string) =>
    found.find(({ stated: { id: own } }) => own === id)?.again.point ?? Number.NaN;

  it.each([
    ['fig_y', expected.aws_per_year, BN],
    ['fig_m', expected.aws_per_month, BN],
    ['fig_d', expected.aws_per_day_365, 1e6],
    ['fig_share', expected.aws_share_pct, 1],
    ['fig_revenue_quarter', expected.quarter_from_annual, BN],
    ['fig_loss_000', expected.loss_floor, BN],
  ])('%s', (id, wanted, scale) => {
    expect(isClose(again(id) / scale, wanted)).toBe(true);
  });

  it('all of it follows, and says from what', () => {
    const [amounts] = flagsOf(view(5.4 * BN, 3.25 * BN));
    expect([amounts?.value?.point, amounts?.severity]).toEqual([0, 'clear']);
    expect(amounts?.alternatives.filter(({ label }) => !label.startsWith('Policy'))).toHaveLength(6);
    expect(amounts?.note).toContain('6 derived numbers worked out again, all within their rounding');
    expect(amounts?.inputs.map(({ id }) => id)).toContain('fig_aws_004');
  });
});

describe('amounts that do not follow', () => {
  it('are warn past 5 % and critical past half', () => {
    const [warn] = flagsOf(view(6 * BN, 3.25 * BN));
    expect(warn?.severity).toBe('warn');
    expect(isClose(warn?.value?.point, (6 - 38 / 7) / (38 / 7))).toBe(true);
    expect(warn?.workings).toContain('off by 10.53 %');
    expect(flagsOf(view(20 * BN, 3.25 * BN))[0]?.severity).toBe('critical');
  });

  it('of a dated quarter are no matter of arithmetic', () => {
    expect(flagsOf(view(5.4 * BN, 4 * BN))[0]?.severity).toBe('warn');
    const dated = view(5.4 * BN, 4 * BN);
    const figures = dated.figures.map((figure) =>
      figure.id === 'fig_revenue_quarter'
        ? { ...figure, periodStart: '2025-07-01', periodEnd: '2025-10-01' }
        : figure,
    );
    expect(flagsOf({ ...dated, figures })[0]?.severity).toBe('clear');
  });

  it('of different sources are a disagreement, not an error', () => {
    const other = view(5.4 * BN, 3.25 * BN);
    const figures = other.figures.map((figure) =>
      figure.id === 'fig_share'
        ? { ...figure, source: rewrite, sourceId: rewrite.id, lo: 50e6, point: 50e6, hi: 50e6 }
        : figure,
    );
    expect(flagsOf({ ...other, figures })[0]?.severity).toBe('clear');
  });
});

describe('days', () => {
  const end = (id: string, on: string, wording: string, extra = {}) =>
    keyDateRow(id, 'First refusal ends', newsletter, {
      kind: 'first-refusal-end',
      entityId: openai.id,
      on,
      wording,
      ...extra,
    });
  const announced = keyDateRow('k0', 'AWS deal announced', newsletter, {
    kind: 'announcement',
    entityId: openai.id,
    on: '2025-11-03',
    wording: 'on Monday',
  });
  const five = end('k1', '2025-10-29', 'five days after Microsoft loses exclusive compute rights');
  const days = (...keyDates: readonly ReturnType<typeof end>[]) => flagsOf({ ...caseView, keyDates })[1];

  it('five stated, three counted from the Friday: two apart, warn', () => {
    const flag = days(announced, five, end('k2', '2025-10-31', 'snapped Friday'));
    expect([flag?.value?.point, flag?.severity, flag?.unit]).toEqual([2, 'warn', 'days']);
    expect(flag?.workings).toContain('2025-10-31 until 2025-11-03: 3 days; |5 - 3| = 2');
    expect(flag?.inputs.map(({ id }) => id)).toEqual(['k1', 'k2', 'k0']);
  });

  it('leaves out a day that is contradicted, another source and a wording without a distance', () => {
    const far = end('k2', '2025-01-24', 'Friday, January 24', { status: 'contradicted' });
    expect(days(announced, five, far)?.state).toBe('insufficient-data');
    const elsewhere = end('k2', '2025-10-31', 'Friday', { source: blog, sourceId: blog.id });
    expect(days(announced, five, elsewhere)?.state).toBe('insufficient-data');
    expect(days(announced, end('k1', '2025-10-29', 'soon'), end('k2', '2025-10-31', 'Friday'))?.state).toBe(
      'insufficient-data',
    );
    expect(days(five, end('k2', '2025-10-31', 'Friday'))?.state).toBe('insufficient-data');
  });

  it.each([
    ['five days after the end', 5],
    ['12 days before', 12],
    ['two weeks later', 14],
    ['one-day earlier', 1],
    ['last Friday', null],
    ['after five deals', null],
  ])('reads “%s” as %s', (wording, count) => {
    expect(daysInWords(wording)).toBe(count);
  });
});

it('asks for what it would work out again', () => {
  const flags = flagsOf({ ...caseView, deals: [], figures: [] });
  expect(flags.map(({ severity }) => severity)).toEqual(['insufficient-data', 'insufficient-data']);
});
