import { amountOf } from '../figures/amount.ts';
import { isKnowable } from '../figures/basis.ts';
import { inIdOrder } from '../figures/ranking.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import { yearlyRevenues } from './revenue.ts';
import type { Study } from './study.ts';

/** The commitments and a yearly revenue that one source states, and how many powers of ten lie between them. */
export interface Magnitude {
  readonly commitments: FigureFacts;
  readonly revenue: FigureFacts;
  /** Commitments over revenue. */
  readonly ratio: Interval;
  /** Decimal logarithm of the ratio: 2 is a hundred times. */
  readonly orders: Interval;
}

/** Every such pair within one source and one currency, in id order: words as "by orders of magnitude" can be checked. */
export function magnitudes(study: Study): readonly Magnitude[] {
  const { index, subject } = study;
  const revenues = yearlyRevenues(study);
  return index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === 'total-commitments' && isKnowable(figure, index.view.asOf))
    .toSorted(inIdOrder)
    .flatMap((commitments) =>
      revenues
        .filter(({ sourceId, unit }) => sourceId === commitments.sourceId && unit === commitments.unit)
        .flatMap((revenue) => magnitudeOf(commitments, revenue)),
    );
}

function magnitudeOf(commitments: FigureFacts, revenue: FigureFacts): readonly Magnitude[] {
  const [above, below] = [amountOf(commitments), amountOf(revenue)];
  const quotient = above === null || below === null ? null : divide(above, below);
  if (quotient?.state !== 'ok' || quotient.ratio.lo <= 0) return [];
  return [{ commitments, revenue, ratio: quotient.ratio, orders: ordersOf(quotient.ratio) }];
}

function ordersOf({ lo, point, hi }: Interval): Interval {
  return {
    lo: Math.log10(lo),
    point: point === null ? null : Math.log10(point),
    hi: hi === null ? null : Math.log10(hi),
  };
}
