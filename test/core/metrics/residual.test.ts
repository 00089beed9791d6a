import { describe, expect, it } from 'vitest';
import { mostReliable } from '#core/figures/policy.ts';
import { commitmentsOf } from '#core/metrics/commitments.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { residualOf } from '#core/metrics/residual.ts';
import { exactly, type Interval } from '#core/quantities/interval.ts';
import { dealRow, entityRow, sourceRow, viewOf } from '../view-rows.ts';

const source = sourceRow('src', 'C');
const buyer = entityRow('ent_buyer', 'Buyer');

/** What `total` leaves beyond deals of these amounts, in dollars. */
function residual(total: Interval, amounts: readonly number[]) {
  const deals = amounts.map((amount, at) =>
    dealRow({
      id: `dea_${at}`,
      name: `Deal ${at}`,
      kind: 'supply',
      status: 'signed',
      source,
      parties: [['payer', buyer]],
      amounts: [{ id: `fig_${at}`, source, amount }],
    }),
  );
  const index = indexLedger(viewOf({ entities: [buyer], deals }));
  return residualOf(
    total,
    commitmentsOf({ index, subject: buyer, policy: mostReliable }, 'USD').named,
    'USD',
  );
}

describe('what a total leaves beyond its items', () => {
  it('is money, not the last bit of a sum', () => {
    expect(residual(exactly(0.3), [0.1, 0.2])).toMatchObject({
      amount: 0,
      negative: { some: false, point: false, all: false },
    });
    expect(residual(exactly(0.3), [0.1, 0.21])).toMatchObject({
      amount: -0.01,
      negative: { some: true, point: true, all: true },
    });
  });

  it('reaches down to nothing where the items lie within the range of the total', () => {
    const { share, negative } = residual({ lo: 50, point: 80, hi: 200 }, [100]);
    expect(share).toEqual({ lo: 0, point: 0.25, hi: 1 });
    expect(negative).toEqual({ some: true, point: true, all: false });
  });

  it('is open where the total is open or may be nothing', () => {
    expect(residual({ lo: 200, point: 200, hi: null }, [100]).share).toEqual({ lo: 0.5, point: 0.5, hi: 1 });
    expect(residual({ lo: 0, point: 200, hi: 200 }, [100]).share).toEqual({ lo: 0, point: 0.5, hi: null });
    expect(residual(exactly(0), [100]).share).toBeNull();
  });
});
