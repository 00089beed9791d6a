import type { DealFacts, KeyDateFacts } from '../model/ledger-view.ts';
import type { Commitment } from './commitments.ts';

/** What a contract must settle before its payments can be checked. */
export const TERMS = [
  'counterparty',
  'amount',
  'start',
  'tenor',
  'payment schedule',
  'price or quantity',
  'cancellation',
] as const;
export type Term = (typeof TERMS)[number];

export interface Known {
  /** A source gives a tenor for the commitments in general. */
  readonly hasGeneralTenor: boolean;
  /** The amount is disclosed, but in a currency without a rate. */
  readonly isForeign: boolean;
  /** Of the deal. */
  readonly keyDates: readonly KeyDateFacts[];
}

/** Terms of a commitment that are not on file, in the order of `TERMS`. */
export function missingTerms(commitment: Commitment, known: Known): readonly Term[] {
  const { deal } = commitment;
  const isDisclosed: Readonly<Record<Term, boolean>> = {
    counterparty: commitment.counterparties.length > 0,
    amount: commitment.amount !== null || known.isForeign,
    start: hasStart(deal, known.keyDates),
    tenor:
      deal.tenorYearsLo !== null || (deal.startOn !== null && deal.endOn !== null) || known.hasGeneralTenor,
    'payment schedule': deal.schedule.length > 0,
    'price or quantity': deal.amounts.some(isPrice),
    cancellation: deal.isCancellable !== null || deal.isTakeOrPay !== null,
  };
  return TERMS.filter((term) => !isDisclosed[term]);
}

/** A dated start of the deal, of its schedule, or an event that is named a start. */
function hasStart({ startOn, schedule }: DealFacts, keyDates: readonly KeyDateFacts[]): boolean {
  if (startOn !== null || schedule.some((row) => row.startOn !== null)) return true;
  return keyDates.some(
    ({ name, fromOn, untilOn }) =>
      /\b(?:start|begin)s?\b/i.test(name) && (fromOn !== null || untilOn !== null),
  );
}

/** A rate that a source worked out from the headline is no price. */
function isPrice({ metric, lo, status }: DealFacts['amounts'][number]): boolean {
  return metric === 'deal-rate' && lo !== null && status !== 'derived';
}
