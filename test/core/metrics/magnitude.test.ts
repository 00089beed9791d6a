import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#core/figures/policy.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { magnitudes } from '#core/metrics/magnitude.ts';
import { BN, buyer, type Figure, figures } from '../signals/one-signal.ts';
import { sourceRow, viewOf } from '../view-rows.ts';

const total: Figure = { metric: 'total-commitments', amount: 1_400 * BN };
const revenue = (amount?: number, extra: Partial<Figure> = {}): Figure => ({
  metric: 'revenue',
  basis: 'run-rate',
  ...(amount === undefined ? {} : { amount }),
  ...extra,
});
const other = sourceRow('src_other', 'C');
const found = (...specs: Figure[]) => {
  const index = indexLedger(viewOf({ entities: [buyer], figures: figures(...specs) }));
  return magnitudes({ index, subject: buyer, policy: DEFAULT_POLICY });
};

describe('orders of magnitude', () => {
  it('are the powers of ten between commitments and revenue', () => {
    expect(found(total, revenue(14 * BN)).map(({ orders }) => orders)).toEqual([{ lo: 2, point: 2, hi: 2 }]);
  });

  it('stay a range, open where the source leaves it open', () => {
    const [one] = found({ ...total, amount: 1_000 * BN, qualifier: 'over' }, revenue(10 * BN));
    expect(one?.orders.lo).toBeCloseTo(2, 12);
    expect(one?.orders.hi).toBeNull();
  });

  it.each([
    ['another source', revenue(14 * BN, { extra: { source: other, sourceId: other.id } })],
    ['another currency', revenue(14 * BN, { unit: 'EUR' })],
    ['an undisclosed amount', revenue()],
    ['no revenue at all', revenue(0)],
    ['a quarter', revenue(14 * BN, { basis: 'quarter' })],
  ])('are not told of %s', (_, spec) => {
    expect(found(total, spec)).toEqual([]);
  });

  it('need commitments above zero', () => {
    expect(found({ ...total, amount: 0 }, revenue(14 * BN))).toEqual([]);
  });
});
