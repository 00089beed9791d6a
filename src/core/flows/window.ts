import { addMonths } from '../quantities/day.ts';
import type { FlowEdge } from './flow-edge.ts';

/** Months before the funding starts and after it ends within which spending counts as its return. */
const BEFORE = 12;
const AFTER = 36;

/**
 * Tells of a payment whether it lies near enough to the funding to be its return: it meets the time from twelve months before the
 * funding starts until 36 months after it ends. What is not dated is kept; see `isDated`.
 */
export function returnsOf({ start, end }: FlowEdge): (payment: FlowEdge) => boolean {
  const first = start === null ? null : addMonths(start, -BEFORE);
  const over = end ?? start;
  const last = over === null ? null : addMonths(over, AFTER);
  return (payment) =>
    (first === null || payment.end === null || payment.end >= first) &&
    (last === null || payment.start === null || payment.start <= last);
}

export function isDated({ start }: FlowEdge): boolean {
  return start !== null;
}
