import { expect, it } from 'vitest';
import { dealSizeVsVendor } from '#core/signals/deal-size-vs-vendor.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { figureRow } from '../view-rows.ts';
import { buys, cloud, earns, flagsOn, fund, lab, onlyFlag, source } from './flow-rows.ts';

const backlogOf = (amount: number) =>
  figureRow({ id: 'fig_backlog', about: cloud.id, metric: 'backlog', source, amount });
const sevenYears = { tenorYearsLo: 7, tenorYearsHi: 7 };

it('TV31: a deal a year against the revenue of the vendor', () => {
  const deals = [buys(lab, cloud, { amount: 38, extra: sevenYears })];
  const flag = onlyFlag(flagsOn(dealSizeVsVendor, { deals, figures: [earns(cloud, 107.6)] }));
  expect(isClose(flag.value?.point, vectorOf('TV31').expected.awsAnnualToAwsRevenueExt)).toBe(true);
  expect(flag).toMatchObject({ severity: 'clear', scope: { kind: 'deal' } });
  expect(flag.tags).toContain('straight-line');
});

it('TV31: a deal against the backlog of the vendor', () => {
  const deals = [buys(lab, cloud, { amount: 300 })];
  const flag = onlyFlag(flagsOn(dealSizeVsVendor, { deals, figures: [backlogOf(455)] }), 'backlog');
  expect(isClose(flag.value?.point, vectorOf('TV31').expected.oracleBacklogExt)).toBe(true);
  expect(flag).toMatchObject({ severity: 'critical', workings: 'USD 300 / USD 455 = 0.6593' });
});

it('a tenor of two lengths gives a range', () => {
  const deals = [buys(lab, cloud, { amount: 70, extra: { tenorYearsLo: 5, tenorYearsHi: 7 } })];
  const flag = onlyFlag(flagsOn(dealSizeVsVendor, { deals, figures: [earns(cloud, 100)] }));
  expect(isClose(flag.value?.lo, 0.1)).toBe(true);
  expect(isClose(flag.value?.hi, 0.14)).toBe(true);
});

it('names the vendors whose size is missing in one flag, while none is on file', () => {
  const deals = [
    buys(lab, cloud, { amount: 38, extra: sevenYears }),
    buys(lab, fund, { amount: 1, extra: sevenYears }),
  ];
  const flag = onlyFlag(flagsOn(dealSizeVsVendor, { deals }));
  expect(flag).toMatchObject({
    severity: 'insufficient-data',
    missing: ['annual revenue of Cloud in USD', 'annual revenue of Fund in USD'],
  });
});

it('a letter of intent is held at warn; an unknown tenor is named', () => {
  const deals = [buys(lab, cloud, { amount: 300, status: 'letter-of-intent' })];
  const figures = [backlogOf(455), earns(cloud, 100)];
  expect(onlyFlag(flagsOn(dealSizeVsVendor, { deals, figures }), 'backlog').severity).toBe('warn');
  expect(onlyFlag(flagsOn(dealSizeVsVendor, { deals, figures })).missing).toEqual([
    'tenor of Lab to Cloud: cloud-compute',
  ]);
});
