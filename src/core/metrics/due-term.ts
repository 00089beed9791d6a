import { constant, inputTerm, product, quotient, sum, type Term } from '../formula/term.ts';
import type { DealFacts } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { accruedShare, type Timed } from '../schedule/accrual.ts';
import { type DealPlan, planOf, spanAt } from '../schedule/deal-plan.ts';
import { dueWithin } from '../schedule/rows.ts';
import { type Span, shareOfWindow } from '../schedule/span.ts';
import { tenorTerm } from './choice-term.ts';
import { grossTerm } from './commitment-term.ts';
import type { NamedCommitment } from './commitments.ts';

/** The tenor of commitments in general, which deals without one of their own take. */
export interface GeneralTenor {
  readonly amount: Interval;
  readonly term: Term;
}

/**
 * What a deal asks for in the window, as a term equal to the burden of `next-year-burden.ts`.
 * Null where the days over which the deal runs change with its tenor.
 */
export function dueTerm(
  commitment: NamedCommitment,
  window: Span,
  general: GeneralTenor | null,
): Term | null {
  const { deal, currency } = commitment;
  const plan = planOf(commitment, general?.amount ?? null);
  switch (plan.kind) {
    case 'rows': {
      const due = constant(dueWithin(plan.rows, window, currency));
      const rest = restOf(plan);
      return rest === 0 ? due : sum([due, undatedTerm(deal, rest, currency)]);
    }
    case 'days':
      return product([grossTerm(commitment), constant(shareIn(window, plan.timed))]);
    case 'tenor':
      return overTenor(commitment, plan, { window, general });
    case 'over':
    case 'untimed':
      return null;
  }
}

type RowsPlan = Extract<DealPlan, { readonly kind: 'rows' }>;
type TenorPlan = Extract<DealPlan, { readonly kind: 'tenor' }>;

/** The most that a schedule leaves without a day; null without an end. */
export function restOf({ undated, unscheduled }: RowsPlan): number | null {
  return unscheduled.hi === null ? null : undated + unscheduled.hi;
}

/** Share of what is timed that falls on the days of the window. */
export function shareIn(window: Span, timed: Timed): number {
  const accrued = accruedShare(timed);
  return accrued(window.end) - accrued(window.start);
}

interface Spread {
  readonly window: Span;
  readonly general: GeneralTenor | null;
}

function overTenor(commitment: NamedCommitment, plan: TenorPlan, { window, general }: Spread): Term | null {
  const tenor = plan.isTenorAssumed ? (general?.term ?? null) : tenorTerm(commitment.deal);
  if (tenor === null) return null;
  const yearly = quotient(grossTerm(commitment), tenor);
  const isFree = plan.start === null && plan.end === null;
  if (isFree) return plan.method === 'ramp' ? null : yearly;
  const { lo, hi } = plan.tenor;
  const span = lo === hi ? spanAt(plan, lo) : null;
  if (span === null) return null;
  if (plan.method === 'ramp')
    return product([grossTerm(commitment), constant(shareIn(window, { span, method: 'ramp' }))]);
  return product([yearly, constant(shareOfWindow(span.start, span.end, window))]);
}

/** What a schedule leaves without a day may or may not fall into the window. */
function undatedTerm({ id, name }: DealFacts, most: number | null, unit: UnitId): Term {
  return inputTerm({
    id: `${id}:undated`,
    role: 'amount without a day',
    name,
    unit,
    amount: { lo: 0, point: 0, hi: most },
    isPointStated: false,
  });
}
