import { addMonths } from '../quantities/day.ts';
import type { FlowEdge } from './flow-edge.ts';

/** Months before the funding starts and after it ends within which spending counts as its return. */
const BEFORE = 12;
const AFTER = 36;

/**
 * Whether a payment lies near enough to the funding to be its return: it meets the time from twelve months before the
 * funding starts until 36 months after it ends. What is not dated is kept; see `isDated`.
 */
export function isNear(payment: FlowEdge, funding: FlowEdge): boolean {
  if (funding.start !== null && payment.end !== null && payment.end < addMonths(funding.start, -BEFORE))
    return false;
  const over = funding.end ?? funding.start;
  return over === null || payment.start === null || payment.start <= addMonths(over, AFTER);
}

export function isDated({ start }: FlowEdge): boolean {
  return start !== null;
}
