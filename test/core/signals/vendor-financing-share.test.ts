import { expect, it } from 'vitest';
import { exactly } from '#core/quantities/interval.ts';
import { vendorFinancingShare } from '#core/signals/vendor-financing-share.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { buys, cloud, earns, flagsOn, fund, funds, lab, onlyFlag } from './flow-rows.ts';

const pair = (given: object, paid: object) => [funds(cloud, lab, given), buys(lab, cloud, paid)];

it('TV06: a small part is on watch', () => {
  const flag = onlyFlag(flagsOn(vendorFinancingShare, { deals: pair({ amount: 13 }, { amount: 250 }) }));
  expect(flag).toMatchObject({ severity: 'watch', value: exactly(0.052), scope: { name: 'Cloud – Lab' } });
  expect(flag.workings).toBe('min(USD 13, USD 250) / USD 250 = 0.052');
});

it('in talks is held at warn', () => {
  const deals = pair({ amount: 10, status: 'in-talks' }, { amount: 38 });
  const flag = onlyFlag(flagsOn(vendorFinancingShare, { deals }));
  const { vendorFinancedShareAtInvLo } = vectorOf('TV06').expected.pairs.Amazon_OpenAI;
  expect(flag.severity).toBe('warn');
  expect(isClose(flag.value?.point, vendorFinancedShareAtInvLo)).toBe(true);
  expect(flag.tags).toContain('capped');
});

it('binding money beside talks is judged on its own', () => {
  const deals = [
    ...pair({ amount: 10, status: 'in-talks' }, { amount: 38 }),
    funds(cloud, lab, { id: 'dea_firm', amount: 9 }),
  ];
  expect(onlyFlag(flagsOn(vendorFinancingShare, { deals }))).toMatchObject({ severity: 'critical' });
});

it('an undisclosed amount is a warning without a number', () => {
  const flag = onlyFlag(flagsOn(vendorFinancingShare, { deals: pair({}, { amount: 300 }) }));
  expect(flag).toMatchObject({ severity: 'warn', value: null });
});

it('never more than the whole', () => {
  const flag = onlyFlag(
    flagsOn(vendorFinancingShare, { deals: pair({ amount: 300 }, { amount: 10, high: 20 }) }),
  );
  expect(flag.value).toEqual(exactly(1));
});

it('of a vendor: all that it put into customers against its revenue (TV31)', () => {
  const deals = pair({ amount: 8.1 }, { amount: 20 });
  const flag = onlyFlag(
    flagsOn(vendorFinancingShare, { deals, figures: [earns(cloud, 37.92)] }, cloud),
    'of-revenue',
  );
  expect(isClose(flag.value?.point, vectorOf('TV31').expected.lookLucent)).toBe(true);
  expect(flag.severity).toBe('critical');
});

it('of a vendor without revenue on file says what is missing', () => {
  const flag = onlyFlag(
    flagsOn(vendorFinancingShare, { deals: pair({ amount: 8 }, { amount: 20 }) }, cloud),
    'of-revenue',
  );
  expect(flag).toMatchObject({ severity: 'insufficient-data', missing: ['annual revenue of Cloud'] });
});

it('funding by somebody who sells nothing is clear; no funding on file is not', () => {
  const clear = onlyFlag(flagsOn(vendorFinancingShare, { deals: [funds(fund, lab, { amount: 10 })] }));
  expect(clear).toMatchObject({ severity: 'clear', value: exactly(0) });
  const unknown = onlyFlag(flagsOn(vendorFinancingShare, { deals: [buys(lab, cloud, { amount: 10 })] }));
  expect(unknown.severity).toBe('insufficient-data');
});
