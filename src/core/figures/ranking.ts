import type { FigureFacts } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';

/**
 * Total orders over the versions of one figure (METHODS §2.4): the first difference decides, the id closes every tie.
 * Law: the view v_deals orders headline amounts by the same keys as `mostReliableFirst`; change both or neither.
 */
export type Order = (a: FigureFacts, b: FigureFacts) => number;

const reliability: Order = (a, b) => byText(a.source.reliability, b.source.reliability);
const credibility: Order = (a, b) => a.credibility - b.credibility;
const primaryFirst: Order = (a, b) => Number(b.isPrimary === 1) - Number(a.isPrimary === 1);
const laterPeriod: Order = (a, b) => laterFirst(a.periodEnd, b.periodEnd);
const laterPublished: Order = (a, b) => laterFirst(a.source.publishedOn, b.source.publishedOn);
const narrower: Order = (a, b) => compare(widthOf(a), widthOf(b));
const laterRecorded: Order = (a, b) => b.recordedSeq - a.recordedSeq;
const byId: Order = (a, b) => byText(a.id, b.id);

export const mostReliableFirst: Order = inTurn([
  reliability,
  credibility,
  primaryFirst,
  laterPeriod,
  laterPublished,
  narrower,
  laterRecorded,
  byId,
]);

export const latestFirst: Order = inTurn([
  laterPeriod,
  laterPublished,
  reliability,
  credibility,
  primaryFirst,
  narrower,
  laterRecorded,
  byId,
]);

export const inIdOrder: Order = byId;

function inTurn(orders: readonly Order[]): Order {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Unknown days sort last, as `x IS NULL, x DESC` does in SQL. */
function laterFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(b, a);
}

/** Width in stored units; open above is infinitely wide. */
function widthOf({ lo, hi }: FigureFacts): number {
  return lo === null || hi === null ? Number.POSITIVE_INFINITY : hi - lo;
}

/** Subtraction would turn two infinities into NaN. */
function compare(a: number, b: number): number {
  return Number(a > b) - Number(a < b);
}
