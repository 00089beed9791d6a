import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { type Commitments, commitmentsOf, commonCurrency, totalOf } from './commitments.ts';
import type { LedgerIndex } from './ledger-index.ts';
import { type Remembered, remembered } from './remembered.ts';
import { annualRevenue, type Revenue } from './revenue.ts';
import { type StatedTotal, statedTotal } from './stated-total.ts';
import type { Study } from './study.ts';

/**
 * What the subject has promised and what it earns, in one currency: the one it reports in, otherwise that of its revenue
 * wherever it has one.
 */
export interface Exposure {
  readonly currency: UnitId | null;
  readonly revenue: Revenue | null;
  readonly stated: StatedTotal | null;
  readonly commitments: Commitments;
}

/** Read by most signals on commitments: worked out once for each subject. */
const kept = new WeakMap<LedgerIndex, Remembered<string, Exposure>>();

export function exposureOf(study: Study): Exposure {
  const { index, subject, policy } = study;
  const known = kept.get(index) ?? new Map();
  kept.set(index, known);
  return remembered(known, subject.id, policy, (told) => workOut({ ...study, policy: told }));
}

function workOut(study: Study): Exposure {
  const revenue = annualRevenue(study);
  const wanted = revenue?.choice.unit ?? study.subject.reportingCurrency;
  const stated = statedTotal(study, wanted);
  const currency = wanted ?? stated?.choice.unit ?? commonCurrency(study);
  return { currency, revenue, stated, commitments: commitmentsOf(study, currency) };
}

/**
 * The stated total where a source gives one, otherwise the sum of the named deals, open above while the amount of any
 * deal is unknown. Null where nothing is stated or named.
 */
export function totalCommitments({ stated, commitments }: Exposure): Interval | null {
  if (stated !== null) return stated.choice.amount;
  if (commitments.named.length === 0) return null;
  const sum = totalOf(commitments.named);
  return commitments.unknown.length > 0 ? atLeast(sum) : sum;
}

/** A sum that is a floor: open above, the sum itself as its point. */
export function atLeast(sum: Interval): Interval {
  return { lo: sum.lo, point: sum.point ?? sum.lo, hi: null };
}
