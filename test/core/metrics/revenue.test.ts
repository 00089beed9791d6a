import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { lossAndRevenue, signedRatio } from '#core/metrics/net-loss.ts';
import { annualRevenue, nextYearGuidance } from '#core/metrics/revenue.ts';
import { statedTotal } from '#core/metrics/stated-total.ts';
import type { Study } from '#core/metrics/study.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { exactly } from '#core/quantities/interval.ts';
import { entityRow, type FigureSpec, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const BN = 1e9;
const AS_OF = '2025-11-03';
const subject = entityRow('ent_x', 'X');
const source = sourceRow('src', 'C');

function figure(id: string, spec: Partial<FigureSpec> = {}): FigureFacts {
  return figureRow({
    id,
    about: subject.id,
    metric: 'revenue',
    source,
    amount: 13 * BN,
    basis: 'trailing-12m',
    ...spec,
  });
}

function studyOf(figures: readonly FigureFacts[]): Study {
  return {
    index: indexLedger(viewOf({ asOf: AS_OF, entities: [subject], figures })),
    subject,
    policy: mostReliable,
  };
}

function chosen(figures: readonly FigureFacts[]): string {
  const revenue = annualRevenue(studyOf(figures));
  return revenue === null ? 'none' : `${revenue.kind} ${revenue.choice.figures[0]?.id}`;
}

describe('annual revenue', () => {
  const runRate = figure('fig_run_rate', {
    basis: 'run-rate',
    status: 'projected',
    source: sourceRow('src_a', 'A'),
  });
  const rumour = figure('fig_rumour', { status: 'rumoured', source: sourceRow('src_a', 'A') });

  it.each([
    [
      'an actual before a better sourced forecast',
      [figure('fig_actual'), runRate],
      'annual-actual fig_actual',
    ],
    ['a forecast where there is no actual', [runRate], 'run-rate fig_run_rate'],
    [
      'a disclosed forecast before an undisclosed actual',
      [
        runRate,
        figureRow({ id: 'fig_silent', about: subject.id, metric: 'revenue', source, basis: 'fiscal-year' }),
      ],
      'run-rate fig_run_rate',
    ],
    ['never a quarter', [figure('fig_quarter', { basis: 'quarter' })], 'none'],
    [
      'never a guess for a quarter',
      [figure('fig_q', { basis: 'guidance', extra: { periodStart: '2025-10-01', periodEnd: '2026-01-01' } })],
      'none',
    ],
    ['a rumour only at the very end', [rumour], 'rumoured fig_rumour'],
    ['anything firm before a rumour', [rumour, runRate], 'run-rate fig_run_rate'],
    [
      'a year that still runs is a forecast',
      [figure('fig_year', { basis: 'fiscal-year', extra: { periodEnd: '2026-01-01' } })],
      'projection fig_year',
    ],
    [
      'a year that is over is an actual',
      [figure('fig_year', { basis: 'fiscal-year', extra: { periodEnd: AS_OF } })],
      'annual-actual fig_year',
    ],
    [
      'a later published forecast is not yet known',
      [figure('fig_late', { basis: 'guidance', source: sourceRow('src_late', 'A', '2025-11-04') })],
      'none',
    ],
    [
      'undisclosed alone is unknown',
      [figureRow({ id: 'fig_silent', about: subject.id, metric: 'revenue', source, basis: 'fiscal-year' })],
      'none',
    ],
    ['of another entity is not read', [figure('fig_other', { about: 'ent_other' })], 'none'],
  ] as readonly (readonly [string, readonly FigureFacts[], string])[])('%s', (_, figures, expected) => {
    expect(chosen(figures)).toBe(expected);
    expect(chosen(figures.toReversed())).toBe(expected);
  });

  it('has the currency of the most reliable figure, whatever the policy', () => {
    const dollars = figure('fig_usd');
    const pounds = figure('fig_gbp', { unit: 'GBP', source: sourceRow('src_a', 'A') });
    expect(annualRevenue(studyOf([dollars, pounds]))?.choice.unit).toBe('GBP');
  });
});

describe('guidance for the next year', () => {
  const guidance = (periodStart: string | null, periodEnd: string | null) =>
    nextYearGuidance(
      studyOf([figure('fig', { basis: 'guidance', extra: { periodStart, periodEnd } })]),
      'USD',
    )?.choice.figures[0]?.id;

  it.each([
    [null, null, 'fig'],
    ['2026-01-01', '2027-01-01', 'fig'],
    ['2025-01-01', '2026-01-01', 'fig'],
    ['2024-01-01', '2025-01-01', undefined],
    ['2027-01-01', '2028-01-01', undefined],
  ])('from %s until %s', (start, end, id) => {
    expect(guidance(start, end)).toBe(id);
  });
});

describe('the stated total', () => {
  const total = (id: string, spec: Partial<FigureSpec>) =>
    figure(id, { metric: 'total-commitments', basis: 'stock', ...spec });

  it('is what is stated, before what is projected or rumoured', () => {
    const rumour = total('fig_a', { status: 'rumoured' });
    const projected = total('fig_b', { basis: 'projection' });
    const stated = total('fig_c', { source: sourceRow('src_f', 'F') });
    const kinds = [[rumour, projected, stated], [rumour, projected], [rumour]].map(
      (figures) => statedTotal(studyOf(figures), null)?.kind,
    );
    expect(kinds).toEqual(['stated', 'projected', 'rumoured']);
  });

  it('in another currency is none', () => {
    expect(statedTotal(studyOf([total('fig', { unit: 'GBP' })]), 'USD')).toBeNull();
  });
});

describe('loss and revenue of one period', () => {
  const third = { periodStart: '2025-07-01', periodEnd: '2025-10-01' };
  const second = { periodStart: '2025-04-01', periodEnd: '2025-07-01' };
  const loss = (spec: Partial<FigureSpec> = {}) =>
    figure('fig_loss', { metric: 'net-loss', basis: 'quarter', ...spec });
  const quarter = (id: string, spec: Partial<FigureSpec> = {}) => figure(id, { basis: 'quarter', ...spec });

  function paired(figures: readonly FigureFacts[]): string {
    const { found, missing } = lossAndRevenue(studyOf(figures));
    return found === null ? missing.join() : `${found.span} ${found.pairing} ${found.revenue.figures[0]?.id}`;
  }

  it.each([
    [
      'the same days',
      [loss({ extra: third }), quarter('fig_2', { extra: second }), quarter('fig_3', { extra: third })],
      'quarter same-period fig_3',
    ],
    [
      'the same days before undated',
      [loss({ extra: third }), quarter('fig_a'), quarter('fig_3', { extra: third })],
      'quarter same-period fig_3',
    ],
    [
      'the same label',
      [
        loss({ extra: { periodLabel: 'Q3' } }),
        quarter('fig_2', { extra: { periodLabel: 'Q2' } }),
        quarter('fig_3', { extra: { periodLabel: 'Q3' } }),
      ],
      'quarter same-period fig_3',
    ],
    ['undated', [loss(), quarter('fig_3', { extra: third })], 'quarter period-unstated fig_3'],
    [
      'another quarter is not the same',
      [loss({ extra: third }), quarter('fig_2', { extra: second }), figure('fig_year')],
      'quarter derived fig_year',
    ],
    ['a quarter of the year where none is on file', [loss(), figure('fig_year')], 'quarter derived fig_year'],
    [
      'never a quarter of a forecast',
      [loss(), figure('fig_run_rate', { basis: 'run-rate' })],
      'revenue of the period of the loss, or of a year',
    ],
    ['year by year', [loss({ basis: 'fiscal-year' }), figure('fig_year')], 'year period-unstated fig_year'],
    ['no revenue', [loss()], 'revenue of the period of the loss, or of a year'],
    ['no loss', [figure('fig_year')], 'net loss of a quarter or a year'],
    [
      'a rumoured loss is none',
      [loss({ status: 'rumoured' }), figure('fig_year')],
      'net loss of a quarter or a year',
    ],
  ] as readonly (readonly [string, readonly FigureFacts[], string])[])('%s', (_, figures, expected) => {
    expect(paired(figures)).toBe(expected);
  });

  it.each([
    [exactly(-4), exactly(2), exactly(-2)],
    [
      { lo: -4, point: -2, hi: 4 },
      { lo: 1, point: 2, hi: 4 },
      { lo: -4, point: -1, hi: 4 },
    ],
    [
      { lo: -4, point: -3, hi: -2 },
      { lo: 1, point: 2, hi: 4 },
      { lo: -4, point: -1.5, hi: -0.5 },
    ],
    [
      { lo: -4, point: -3, hi: null },
      { lo: 1, point: 2, hi: null },
      { lo: -4, point: -1.5, hi: null },
    ],
    [
      { lo: -4, point: -3, hi: -2 },
      { lo: 1, point: 2, hi: null },
      { lo: -4, point: -1.5, hi: 0 },
    ],
  ])('a profit of %j on %j', (numerator, denominator, ratio) => {
    expect(signedRatio(numerator, denominator)).toEqual({ state: 'ok', ratio });
  });

  it('a profit on revenue that may be zero', () => {
    expect(signedRatio(exactly(-1), { lo: 0, point: 1, hi: 1 }).state).toBe('not-computable');
  });
});
