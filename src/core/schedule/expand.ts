import { accrualOf, type Timed } from './accrual.ts';
import type { Bucket } from './buckets.ts';
import { type PaymentRow, spanOfRow, storedWithin, sumOfRows } from './rows.ts';
import type { Span } from './span.ts';

/** When an amount falls due: as rows say, by a method over days, or nobody says. */
export type Plan =
  | { readonly kind: 'rows'; readonly rows: readonly PaymentRow[] }
  | { readonly kind: 'timed'; readonly timed: Timed }
  | { readonly kind: 'undated' };

/**
 * An amount in buckets, stored units. Law: the parts of the buckets, `unscheduled` and `undated` add up to the total
 * exactly. Rows that add up to more than the total are an error and never cut to fit.
 */
export type Expansion =
  | {
      readonly state: 'ok';
      /** One per bucket, in their order. */
      readonly parts: readonly number[];
      /** What rows leave of the total. */
      readonly unscheduled: number;
      /** What is in the total and on no day. */
      readonly undated: number;
    }
  | { readonly state: 'over'; readonly excess: number };

/** The buckets hold every day of `spanOfPlan`. */
export function expand(total: number, plan: Plan, buckets: readonly Bucket[]): Expansion {
  switch (plan.kind) {
    case 'undated':
      return { state: 'ok', parts: buckets.map(() => 0), unscheduled: 0, undated: total };
    case 'timed':
      return { state: 'ok', parts: partsOf(total, plan.timed, buckets), unscheduled: 0, undated: 0 };
    case 'rows': {
      const { all, undated } = sumOfRows(plan.rows);
      if (all > total) return { state: 'over', excess: all - total };
      const parts = buckets.map((bucket) => storedWithin(plan.rows, bucket));
      return { state: 'ok', parts, unscheduled: total - all, undated };
    }
  }
}

/** From the first to the last day of a plan; null where it has none. */
export function spanOfPlan(plan: Plan): Span | null {
  switch (plan.kind) {
    case 'undated':
      return null;
    case 'timed':
      return plan.timed.span;
    case 'rows':
      return spanOfAll(plan.rows.flatMap((row) => spanOfRow(row) ?? []));
  }
}

/** Smallest span that holds all of them; null for none. */
export function spanOfAll(spans: readonly Span[]): Span | null {
  const start = spans.map((span) => span.start).toSorted()[0];
  const end = spans
    .map((span) => span.end)
    .toSorted()
    .at(-1);
  return start === undefined || end === undefined ? null : { start, end };
}

function partsOf(total: number, timed: Timed, buckets: readonly Bucket[]): readonly number[] {
  const accrued = accrualOf(total, timed);
  return buckets.map(({ start, end }) => Number(accrued(end) - accrued(start)));
}

/** Lowest and highest part of each bucket over all scenarios; the rows of this hull do not add up to a total. */
export function hullOfParts(
  scenarios: readonly (readonly number[])[],
): readonly { readonly lo: number; readonly hi: number }[] {
  const length = Math.max(0, ...scenarios.map((parts) => parts.length));
  return Array.from({ length }, (_, at) => {
    const parts = scenarios.map((scenario) => scenario[at] ?? 0);
    return { lo: Math.min(...parts), hi: Math.max(...parts) };
  });
}
