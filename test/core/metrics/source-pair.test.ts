import { expect, it } from 'vitest';
import { impliedRate, sourcePairs } from '#core/metrics/source-pair.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { dealRow, entityRow, sourceRow } from '../view-rows.ts';

const { inputs, expected } = vectorOf('TV18');
const [one, other] = [sourceRow('src_a', 'C'), sourceRow('src_b', 'C')];
const deal = dealRow({
  id: 'dea',
  name: 'Compute',
  kind: 'cloud-compute',
  status: 'signed',
  parties: [['payer', entityRow('ent', 'Buyer')]],
  source: one,
  amounts: [
    { id: 'fig_usd', source: one, amount: inputs.usd },
    { id: 'fig_gbp', source: one, amount: inputs.gbpInSource, unit: 'GBP' },
    { id: 'fig_else', source: other, amount: 31e9, unit: 'EUR' },
    { id: 'fig_secret', source: one, unit: 'EUR' },
  ],
});

it("TV18: the source's own pair and how wide its rounding leaves it", () => {
  const [pair, ...more] = sourcePairs(deal, 'USD');
  expect(more).toEqual([]);
  expect(pair).toMatchObject({ source: 'Source src_a', from: 'GBP', to: 'USD' });
  const [lo, hi] = expected.impliedRangeUSDperGBPfromRounding;
  expect(isClose(pair?.rate.point, expected.impliedUSDperGBP)).toBe(true);
  expect(isClose(pair?.rate.lo, lo) && isClose(pair?.rate.hi, hi)).toBe(true);
});

it('TV18: read the other way round', () => {
  const [usd, gbp, , secret] = deal.amounts;
  if (usd === undefined || gbp === undefined || secret === undefined) throw new Error('No amounts.');
  expect(isClose(impliedRate(gbp, usd)?.rate.point, expected.impliedGBPperUSD)).toBe(true);
  expect(impliedRate(usd, secret)).toBeNull();
});
