import { describe, expect, it } from 'vitest';
import { mattersOf } from '#core/figures/matters.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { fingerprintText, refKey, refOf } from '#core/signals/disposition.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { caseView, openai } from '../case-view.ts';
import { keyDateRow } from '../event-rows.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** Which flag a review belongs to must not hang on which claim happens to come first. */
const company = entityRow('ent_x', 'X');
const figure = (id: string, grade: 'A' | 'C' | 'D', extra: Partial<FigureFacts> = {}) =>
  figureRow({
    id,
    about: company.id,
    metric: 'revenue',
    basis: 'fiscal-year',
    source: sourceRow(`src_${id}`, grade),
    amount: grade === 'A' ? 150 : 100,
    extra: { periodStart: '2024-01-01', periodEnd: '2025-01-01', ...extra },
  });
const total = figureRow({
  id: 'fig_total',
  about: company.id,
  metric: 'total-commitments',
  source: sourceRow('src_t', 'B'),
  amount: 1400,
});
const flagsOn = (figures: readonly FigureFacts[]) =>
  evaluateSignals(
    viewOf({ asOf: '2025-11-03', entities: [company], figures: [...figures, total] }),
    [company.id],
    [],
  );
const aboutRevenue = (figures: readonly FigureFacts[], signal: string) => {
  const [flag] = flagsOn(figures).filter(
    (one) => one.signal === signal && one.scope.kind === 'about' && one.scope.name.startsWith('X: revenue'),
  );
  if (flag === undefined) throw new Error(`No ${signal} on the revenue.`);
  return flag;
};

describe('a review stays with its flag', () => {
  const before = [figure('fig_m', 'C'), figure('fig_n', 'D')];
  it.each(['stale-figure', 'single-sourced-figure', 'source-disagreement'])(
    'when a more reliable figure joins the matter: %s, whose inputs have then changed',
    (signal) => {
      const then = aboutRevenue(before, signal);
      for (const joining of ['fig_a', 'fig_z']) {
        const now = aboutRevenue([...before, figure(joining, 'A')], signal);
        expect(refKey(refOf(now))).toBe(refKey(refOf(then)));
        expect(fingerprintText(now)).not.toBe(fingerprintText(then));
      }
    },
  );

  it('when a claim gives the year where others give its days', () => {
    const undated = figure('fig_a', 'A', { periodStart: null, periodEnd: null, periodLabel: '2024' });
    const [then, now] = [before, [...before, undated]].map((figures) =>
      aboutRevenue(figures, 'source-disagreement'),
    );
    expect(now?.scope).toEqual(then?.scope);
  });

  it('when the next year is stated: that is a matter of its own', () => {
    const next = ['fig_a', 'fig_b'].map((id) =>
      figure(id, 'A', { periodStart: '2025-01-01', periodEnd: '2025-10-01' }),
    );
    const ids = (figures: readonly FigureFacts[]) =>
      flagsOn(figures)
        .filter(({ signal, measure }) => signal === 'source-disagreement' && measure === 'amounts')
        .map(({ scope }) => (scope.kind === 'total' ? '' : scope.id));
    const [then] = ids(before);
    expect(ids([...before, ...next])).toHaveLength(2);
    expect(ids([...before, ...next])).toContain(then);
  });

  it('when something else is counted under the same metric later', () => {
    const counted = (id: string, definition: string) => figure(id, 'C', { definition });
    const first = [counted('fig_m', 'weekly users'), counted('fig_n', 'weekly users')];
    const other = [counted('fig_a', 'paid seats sold'), counted('fig_b', 'paid seats sold')];
    const keyOf = (figures: readonly FigureFacts[], id: string) =>
      mattersOf(figures, '2025-11-03').find(({ claims }) => claims.some((claim) => claim.id === id))?.key;
    expect(keyOf([...first, ...other], 'fig_m')).toBe(keyOf(first, 'fig_m'));
    expect(keyOf([...first, ...other], 'fig_a')).not.toBe(keyOf(first, 'fig_m'));
  });
});

it('a date keeps its flag when another source states it', () => {
  const date = (id: string, grade: 'A' | 'C') =>
    keyDateRow(id, 'Right of first refusal ends', sourceRow(`src_${id}`, grade), {
      kind: 'first-refusal-end',
      entityId: company.id,
      on: '2025-12-01',
      status: 'planned',
    });
  const scopeOf = (dates: readonly ReturnType<typeof date>[]) =>
    evaluateSignals(
      viewOf({ asOf: '2025-11-03', entities: [company], keyDates: dates }),
      [company.id],
      [],
    ).find(({ signal, measure }) => signal === 'key-date-proximity' && measure === 'upcoming')?.scope;
  expect(scopeOf([date('kd_m', 'C')])).toMatchObject({ kind: 'about' });
  expect(scopeOf([date('kd_m', 'C'), date('kd_a', 'A')])).toEqual(scopeOf([date('kd_m', 'C')]));
});

it('no two flags about a matter in the case have one identity', () => {
  const keys = evaluateSignals(caseView, [openai.id], [])
    .filter(({ scope }) => scope.kind === 'about')
    .map((flag) => refKey(refOf(flag)));
  expect(keys.length).toBeGreaterThan(10);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => /fig_|kd_/.test(key))).toEqual([]);
});
