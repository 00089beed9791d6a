import { expect, it } from 'vitest';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const company = entityRow('ent_x', 'X');
const source = sourceRow('src', 'B');
const quarter = (metric: 'revenue' | 'net-loss', periodEnd: string | null) =>
  figureRow({
    id: `fig_${metric}`,
    about: company.id,
    metric,
    basis: 'quarter',
    source,
    amount: 10,
    extra: { periodEnd },
  });
const flagsOn = (asOf: string, periodEnd: string | null) =>
  evaluateSignals(
    viewOf({
      asOf,
      entities: [company],
      figures: [quarter('net-loss', periodEnd), quarter('revenue', periodEnd)],
    }),
    [company.id],
    [],
  ).filter(({ signal }) => signal === 'stale-figure');

it.each([
  ['2025-11-03', 34, 'clear'],
  ['2026-02-12', 135, 'clear'],
  ['2026-02-13', 136, 'watch'],
  ['2026-10-01', 366, 'warn'],
  ['2027-04-02', 549, 'critical'],
])('a quarter until 30 September 2025 seen on %s is %d days old: %s', (asOf, days, severity) => {
  const flags = flagsOn(asOf, '2025-10-01');
  expect(flags.map(({ value, severity: found, unit }) => [value?.point, found, unit])).toEqual([
    [days, severity, 'days'],
    [days, severity, 'days'],
  ]);
  expect(flags[0]?.workings).toBe(`${asOf} - 2025-09-30 = ${days} days`);
});

it('an undated figure is unknown, not fresh', () => {
  const [loss] = flagsOn('2025-11-03', null);
  expect(loss).toMatchObject({
    severity: 'insufficient-data',
    missing: ['the day on which the period of X: net loss, quarter ends'],
  });
});

it('totals of commitments and forecasts do not age', () => {
  const flags = evaluateSignals(
    viewOf({
      entities: [company],
      figures: [
        figureRow({ id: 'a', about: company.id, metric: 'total-commitments', source, amount: 10 }),
        figureRow({ id: 'b', about: company.id, metric: 'revenue', basis: 'guidance', source, amount: 10 }),
      ],
    }),
    [company.id],
    [],
  ).filter(({ signal }) => signal === 'stale-figure');
  expect(flags.map(({ severity }) => severity)).toEqual(['insufficient-data']);
});
