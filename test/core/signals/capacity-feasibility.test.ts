import { describe, expect, it } from 'vitest';
import { capacityFeasibility } from '#core/signals/capacity-feasibility.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { BN, figures, flagOf, undisclosed } from './one-signal.ts';

const { expected, inputs } = vectorOf('TV27');
const revenue = { metric: 'revenue', amount: inputs.revenue * BN, basis: 'fiscal-year' } as const;
const target = {
  metric: 'capacity',
  unit: 'GW/week',
  amount: inputs.gwPerWeek,
  basis: 'target',
  status: 'projected',
} as const;
const total = { metric: 'total-commitments', amount: inputs.commit * BN } as const;

describe('capacity-feasibility', () => {
  it('TV27: a gigawatt a week at the assumed cost', () => {
    const flag = flagOf(capacityFeasibility, { figures: figures(revenue, target, total) });
    const [lo, hi] = expected.annualCostToRevenue;
    expect(isClose(flag.value?.lo, lo) && isClose(flag.value?.hi, hi)).toBe(true);
    expect([flag.severity, flag.certainty]).toEqual(['critical', 'certain']);
    expect(flag.workings).toContain('52 GW a year x USD 50bn to 60bn = USD 2,600bn to 3,120bn a year');
    expect(flag.note).toContain('would build 23.33 to 28 GW in all');
    expect(flag.tags).toEqual(['assumption']);
  });

  it('takes a cost on file instead', () => {
    const cost = { metric: 'build-cost', amount: 40 * BN } as const;
    const flag = flagOf(capacityFeasibility, { figures: figures(revenue, target, cost) });
    expect(isClose(flag.value?.point, (52 * 40) / 13)).toBe(true);
    expect(flag.tags).toEqual([]);
  });

  it.each([
    ['a target', [revenue], 'capacity wanted, in gigawatts a week'],
    ['a disclosed target', [revenue, undisclosed(target)], 'capacity wanted, in gigawatts a week'],
    ['revenue', [target], 'annual revenue'],
    ['revenue in dollars', [target, { ...revenue, unit: 'EUR' }], 'annual revenue in USD'],
  ] as const)('without %s is insufficient', (_, rows, missing) => {
    const flag = flagOf(capacityFeasibility, { figures: figures(...rows) });
    expect([flag.severity, flag.missing]).toEqual(['insufficient-data', [missing]]);
  });
});
