import { expect, it } from 'vitest';
import { exactly } from '#core/quantities/interval.ts';
import { marketShareErosion } from '#core/signals/market-share-erosion.ts';
import { entityRow, figureRow, sourceRow } from '../view-rows.ts';
import { buys, cloud, flagsOn, lab, onlyFlag, source } from './flow-rows.ts';

const share = (id: string, percent: number, extra: object = {}, about = lab, from = source) =>
  figureRow({
    id,
    about: about.id,
    metric: 'market-share',
    source: from,
    unit: 'percent',
    amount: percent,
    extra: { definition: 'The market', ...extra },
  });
const until = (periodEnd: string) => ({ periodEnd });

it.each([
  [34, 29, 'watch', -5],
  [34, 28.9, 'warn', -5.1],
  [34, 24, 'warn', -10],
  [34, 23, 'critical', -11],
  [34, 32, 'clear', -2],
  [29, 34, 'clear', 5],
])('from %d %% to %d %% is %s: strictly below the step', (before, after, severity, change) => {
  const figures = [share('fig_1', before, until('2022-12-31')), share('fig_2', after, until('2025-09-30'))];
  const flag = onlyFlag(flagsOn(marketShareErosion, { figures }));
  expect(flag).toMatchObject({ severity, scope: { kind: 'total' }, unit: 'points' });
  expect(flag.value?.point).toBeCloseTo(change, 9);
});

it('takes the order from the days, not from the order of entry', () => {
  const figures = [share('fig_1', 29, until('2025-09-30')), share('fig_2', 34, until('2022-12-31'))];
  expect(onlyFlag(flagsOn(marketShareErosion, { figures }))).toMatchObject({ value: exactly(-5), tags: [] });
});

it('without days takes the one recorded first as the earlier, and says so', () => {
  const figures = [
    share('fig_1', 34, { periodLabel: 'before' }),
    share('fig_2', 29, { periodLabel: 'this year' }),
  ];
  const flag = onlyFlag(flagsOn(marketShareErosion, { figures }));
  expect(flag).toMatchObject({ value: exactly(-5), tags: ['order-assumed'] });
});

it('never subtracts shares of two markets or of two sources', () => {
  const other = share('fig_2', 29, { ...until('2025-09-30'), definition: 'Another market' });
  const elsewhere = share('fig_2', 29, until('2025-09-30'), lab, sourceRow('src_2', 'B'));
  for (const second of [other, elsewhere]) {
    const flag = onlyFlag(
      flagsOn(marketShareErosion, { figures: [share('fig_1', 34, until('2022-12-31')), second] }),
    );
    expect(flag.severity).toBe('insufficient-data');
  }
});

it('widens with its figures', () => {
  const figures = [
    share('fig_1', 34, until('2022-12-31')),
    { ...share('fig_2', 29, until('2025-09-30')), lo: 27_000_000, hi: 31_000_000 },
  ];
  const flag = onlyFlag(flagsOn(marketShareErosion, { figures }));
  expect(flag).toMatchObject({
    value: { lo: -7, point: -5, hi: -3 },
    bandLo: 'warn',
    bandHi: 'watch',
    certainty: 'possible',
  });
});

it('of a company that the subject deals with, beside the growth of its peers', () => {
  const peer = entityRow('ent_peer', 'Peer', { sector: 'Clouds' });
  const growth = (id: string, about: typeof cloud, percent: number) =>
    figureRow({
      id,
      about: about.id,
      metric: 'growth',
      source,
      unit: 'percent',
      amount: percent,
      basis: 'quarter',
    });
  const flag = onlyFlag(
    flagsOn(marketShareErosion, {
      entities: [cloud, lab, peer],
      deals: [buys(lab, cloud, { amount: 1 })],
      figures: [
        share('fig_1', 34, until('2022-12-31'), cloud),
        share('fig_2', 29, until('2025-09-30'), cloud),
        growth('fig_3', cloud, 20),
        growth('fig_4', peer, 40),
      ],
    }),
  );
  expect(flag.scope).toEqual({ kind: 'about', id: cloud.id, name: 'Cloud' });
  expect(flag.note).toContain('It grew 20 % against 40 % of Peer (-20 points).');
});
