import type { KnownChoice } from '../figures/choice.ts';
import { exactly, headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import type { FundingOnFile } from './funding.ts';

/** Money that can be named. Law: what is not disclosed is not in it, so what is left unfunded is an upper bound. */
export interface Identified {
  /** Cash, undrawn credit and signed money, full units. */
  readonly firm: Interval;
  /** What is in talks, in letters of intent or rumoured, at the stated amounts. */
  readonly soft: number;
}

export function identifiedMoney(cash: KnownChoice | null, { signed, soft }: FundingOnFile): Identified {
  return {
    firm: sumOf([cash?.amount ?? exactly(0), ...signed.map(({ amount }) => amount)]),
    soft: soft.reduce((sum, { amount }) => sum + headlineOf(amount), 0),
  };
}

/**
 * Part of the commitments without money, 0 to 1: at the point no money in talks, at the low end all of it.
 * Null where the commitments come to nothing.
 */
export function unfundedShare(commitments: Interval, { firm, soft }: Identified): Interval | null {
  if (!(headlineOf(commitments) > 0)) return null;
  const most = firm.hi === null ? Number.POSITIVE_INFINITY : firm.hi + soft;
  return {
    lo: left(commitments.lo, most),
    point: commitments.point === null || firm.point === null ? null : left(commitments.point, firm.point),
    hi: left(commitments.hi ?? Number.POSITIVE_INFINITY, firm.lo),
  };
}

function left(commitments: number, money: number): number {
  if (money <= 0) return 1;
  if (commitments === Number.POSITIVE_INFINITY) return 1;
  return money >= commitments ? 0 : 1 - money / commitments;
}
