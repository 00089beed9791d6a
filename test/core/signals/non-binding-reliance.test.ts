import { expect, it } from 'vitest';
import { exactly } from '#core/quantities/interval.ts';
import { nonBindingReliance } from '#core/signals/non-binding-reliance.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { buys, cloud, flagsOn, fund, funds, lab, onlyFlag, rival } from './flow-rows.ts';

const talks = funds(cloud, lab, { amount: 10, status: 'in-talks' });
const done = funds(fund, lab, { amount: 13, status: 'completed' });

it('TV31: money in talks against all identified money, and of one giver alone', () => {
  const flag = onlyFlag(flagsOn(nonBindingReliance, { deals: [done, talks] }));
  const { inTalksOfKnownFunding, nonBindingShareOfFundingForAWS } = vectorOf('TV31').expected;
  expect(isClose(flag.value?.point, inTalksOfKnownFunding)).toBe(true);
  expect(flag).toMatchObject({ severity: 'warn', workings: 'USD 10 / (USD 10 + USD 13) = 0.4348' });
  const alone = flag.alternatives.find(({ label }) => label === 'Funding from Cloud alone');
  expect(alone?.value).toEqual(exactly(nonBindingShareOfFundingForAWS));
});

it('an amount that is not known widens the range', () => {
  const flag = onlyFlag(flagsOn(nonBindingReliance, { deals: [done, talks, funds(rival, lab)] }));
  expect(flag).toMatchObject({ severity: 'warn', certainty: 'possible', value: { lo: 0 } });
  expect(isClose(flag.value?.hi, 10 / 23)).toBe(true);
});

it.each([
  [
    'in talks',
    [done, funds(cloud, lab, { status: 'in-talks' })],
    'amount of Cloud to Lab: equity-investment',
  ],
  ['binding', [talks, funds(fund, lab)], 'amount of Fund to Lab: equity-investment'],
  ['at all', [buys(lab, cloud, { amount: 1 })], 'a funding deal with a disclosed amount'],
])('no amount %s is not zero', (_, deals, missing) => {
  const flag = onlyFlag(flagsOn(nonBindingReliance, { deals }));
  expect(flag).toMatchObject({ severity: 'insufficient-data', missing: [missing] });
});

it('the same on commitments: letters of intent and talks against the rest', () => {
  const deals = [
    buys(lab, cloud, { amount: 60 }),
    buys(lab, fund, { amount: 40, status: 'letter-of-intent' }),
    buys(lab, rival, { amount: 20, status: 'in-talks' }),
  ];
  const flag = onlyFlag(flagsOn(nonBindingReliance, { deals }), 'commitments');
  expect(flag).toMatchObject({ severity: 'warn', value: exactly(0.5) });
});
