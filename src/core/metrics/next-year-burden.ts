import { divide, exactly, type Interval } from '../quantities/interval.ts';
import { portionOf } from '../schedule/accrual.ts';
import { planOf, spanAt, type TenorPlan } from '../schedule/deal-plan.ts';
import { dueWithin } from '../schedule/rows.ts';
import { type Span, shareOfWindow } from '../schedule/span.ts';
import type { NamedCommitment } from './commitments.ts';

/** How the part of a deal that falls due in the window was found, best evidence first. */
export type BurdenMethod = 'schedule' | 'dates' | 'tenor' | 'assumed-tenor';

export interface Burden {
  readonly method: BurdenMethod;
  /** Full units falling due in the window. */
  readonly amount: Interval;
  /** Years over which the deal was spread; null where a schedule or its own days said when. */
  readonly tenor: Interval | null;
  /** Full units that a schedule leaves without any day; they reach the high end of the amount only. */
  readonly undated: number;
  /** Full units of the deal that its schedule does not hold; likewise. */
  readonly unscheduled: Interval;
  readonly isStartAssumed: boolean;
}

/** Assumptions under which commitments are spread: the window, and the tenor in years of deals that state none. */
export interface Spreading {
  readonly window: Span;
  readonly generalTenor: Interval | null;
}

export interface DueDeal {
  readonly commitment: NamedCommitment;
  readonly burden: Burden;
}

/** A deal that is in no window, with the reason as a sentence. */
export interface Untimed {
  readonly commitment: NamedCommitment;
  readonly reason: string;
}

/** Law: every named commitment is in exactly one of the two lists, in the order given. */
export interface Due {
  readonly due: readonly DueDeal[];
  readonly undated: readonly Untimed[];
}

export const UNTIMED = 'No schedule, days or tenor says when it falls due.';
export const OVER_SCHEDULED = 'Its scheduled payments add up to more than its amount: correct one of them.';
const NO_RAMP_START = 'It falls due as a ramp and no day says when that starts.';

export function spreadCommitments(named: readonly NamedCommitment[], spreading: Spreading): Due {
  const spread = named.map((commitment) => ({ commitment, burden: burdenOf(commitment, spreading) }));
  return {
    due: spread.flatMap(({ commitment, burden }) =>
      typeof burden === 'string' ? [] : [{ commitment, burden }],
    ),
    undated: spread.flatMap(({ commitment, burden }) =>
      typeof burden === 'string' ? [{ commitment, reason: burden }] : [],
    ),
  };
}

/** What a commitment asks for in the window by its plan; a sentence where the plan does not say. */
export function burdenOf(commitment: NamedCommitment, { window, generalTenor }: Spreading): Burden | string {
  const { gross, currency } = commitment;
  const plan = planOf(commitment, generalTenor);
  const nothing = { undated: 0, unscheduled: exactly(0) };
  switch (plan.kind) {
    case 'untimed':
      return UNTIMED;
    case 'over':
      return OVER_SCHEDULED;
    case 'rows': {
      const { undated, unscheduled } = plan;
      const due = dueWithin(plan.rows, window, currency);
      const hi = unscheduled.hi === null ? null : due + undated + unscheduled.hi;
      const amount = { lo: due, point: due, hi };
      return { method: 'schedule', amount, tenor: null, undated, unscheduled, isStartAssumed: false };
    }
    case 'days': {
      const { timed, isStartAssumed } = plan;
      const amount = portionOf(gross, currency, { timed, window });
      return { method: 'dates', amount, tenor: null, ...nothing, isStartAssumed };
    }
    case 'tenor': {
      const { tenor, isTenorAssumed, isStartAssumed } = plan;
      if (plan.method === 'ramp' && spanAt(plan, tenor.lo) === null) return NO_RAMP_START;
      const amount =
        plan.method === 'ramp' ? rampOver(commitment, plan, window) : evenlyOver(gross, plan, window);
      if (amount === null) return UNTIMED;
      const method = isTenorAssumed ? 'assumed-tenor' : 'tenor';
      return { method, amount, tenor, ...nothing, isStartAssumed };
    }
  }
}

/**
 * Amount over tenor for the share of the window in which the deal runs. Only one of its ends may be known;
 * the other then lies a tenor away, so that a longer tenor costs less a year but runs on for longer.
 */
function evenlyOver(gross: Interval, plan: TenorPlan, window: Span): Interval | null {
  const yearly = divide(gross, plan.tenor);
  if (yearly.state !== 'ok') return null;
  const share = (years: number | null) => shareRunning(plan, years, window);
  const { lo, point, hi } = yearly.ratio;
  const longest = share(plan.tenor.hi);
  if (longest === 0) return exactly(0);
  return {
    lo: lo * share(plan.tenor.lo),
    point: point === null ? null : point * share(plan.tenor.point),
    hi: hi === null ? null : hi * longest,
  };
}

/** `years` null is a tenor without an end. */
function shareRunning(plan: TenorPlan, years: number | null, window: Span): number {
  if (years === null) return shareOfWindow(plan.start, plan.end, window);
  const span = spanAt(plan, years);
  return shareOfWindow(span?.start ?? null, span?.end ?? null, window);
}

/** A ramp over every quarter of a year within the tenor range: it is steepest neither at its shortest nor at its longest. */
function rampOver({ gross, currency }: NamedCommitment, plan: TenorPlan, window: Span): Interval | null {
  const part = (years: number) => {
    const span = spanAt(plan, years);
    return span === null ? null : portionOf(gross, currency, { timed: { span, method: 'ramp' }, window });
  };
  const parts = tenorsWithin(plan.tenor).flatMap((years) => part(years) ?? []);
  const highs = parts.map(({ hi }) => hi);
  return {
    lo: plan.tenor.hi === null ? 0 : Math.min(...parts.map(({ lo }) => lo)),
    point: plan.tenor.point === null ? null : (part(plan.tenor.point)?.point ?? null),
    hi: highs.includes(null) ? null : Math.max(...highs.map((hi) => hi ?? 0)),
  };
}

const LONGEST_YEARS = 80;

function tenorsWithin({ lo, point, hi }: Interval): readonly number[] {
  const last = Math.min(hi ?? LONGEST_YEARS, LONGEST_YEARS);
  const steps = Math.max(0, Math.ceil(last * 4) - Math.floor(lo * 4) - 1);
  const between = Array.from({ length: steps }, (_, at) => (Math.floor(lo * 4) + 1 + at) / 4);
  return [lo, ...between, ...(point === null ? [] : [point]), ...(hi === null ? [] : [hi])];
}
