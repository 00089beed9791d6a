import type { DealFacts } from '../model/ledger-view.ts';
import { addMonths, type Day } from '../quantities/day.ts';
import { divide, exactly, type Interval } from '../quantities/interval.ts';
import type { NamedCommitment } from './commitments.ts';
import { dueWithin, rowsIn } from './schedule.ts';
import { portionOf, type Span, shareOfWindow } from './straight-line.ts';

/** How the part of a deal that falls due in the window was found, best evidence first. */
export type BurdenMethod = 'schedule' | 'dates' | 'tenor' | 'assumed-tenor';

export interface Burden {
  readonly method: BurdenMethod;
  /** Full units falling due in the window. */
  readonly amount: Interval;
  /** Years over which the deal was spread; null where a schedule or its own days said when. */
  readonly tenor: Interval | null;
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

/** Law: every named commitment is in exactly one of the two lists, in the order given. */
export interface Due {
  readonly due: readonly DueDeal[];
  /** Deals of which no schedule, days or tenor says when they fall due. */
  readonly undated: readonly NamedCommitment[];
}

export function spreadCommitments(named: readonly NamedCommitment[], spreading: Spreading): Due {
  const spread = named.map((commitment) => ({ commitment, burden: burdenOf(commitment, spreading) }));
  return {
    due: spread.flatMap(({ commitment, burden }) => (burden === null ? [] : [{ commitment, burden }])),
    undated: spread.filter(({ burden }) => burden === null).map(({ commitment }) => commitment),
  };
}

/**
 * What a commitment asks for in the window: its schedule, else straight line over its days, else over its tenor,
 * else over the general tenor; null if none of them is known.
 */
export function burdenOf({ deal, gross, currency }: NamedCommitment, spreading: Spreading): Burden | null {
  const { window, generalTenor } = spreading;
  if (rowsIn(deal.schedule, currency).length > 0)
    return { method: 'schedule', amount: exactly(dueWithin(deal.schedule, window, currency)), tenor: null };
  if (deal.startOn !== null && deal.endOn !== null) {
    const days = { start: deal.startOn, end: deal.endOn };
    return { method: 'dates', amount: portionOf(gross, currency, { span: days, window }), tenor: null };
  }
  const own = tenorOf(deal);
  const tenor = own ?? generalTenor;
  const amount = tenor === null ? null : spreadOverTenor(gross, tenor, deal, window);
  if (tenor === null || amount === null) return null;
  return { method: own === null ? 'assumed-tenor' : 'tenor', amount, tenor };
}

/** A tenor in years as an interval, its middle as the point. */
function tenorOf({ tenorYearsLo: lo, tenorYearsHi: hi }: DealFacts): Interval | null {
  return lo === null || hi === null ? null : { lo, point: (lo + hi) / 2, hi };
}

/**
 * Amount over tenor for the share of the window in which the deal runs. Only one of its ends may be known;
 * the other then lies a tenor away, so that a longer tenor costs less a year but runs on for longer.
 */
function spreadOverTenor(gross: Interval, tenor: Interval, deal: DealFacts, window: Span): Interval | null {
  const yearly = divide(gross, tenor);
  if (yearly.state !== 'ok') return null;
  const share = (years: number | null) => shareRunning(deal, years, window);
  const { lo, point, hi } = yearly.ratio;
  const longest = share(tenor.hi);
  if (longest === 0) return exactly(0);
  return {
    lo: lo * share(tenor.lo),
    point: point === null ? null : point * share(tenor.point),
    hi: hi === null ? null : hi * longest,
  };
}

/** `years` null is a tenor without an end. */
function shareRunning({ startOn, endOn }: DealFacts, years: number | null, window: Span): number {
  const months = years === null ? null : Math.round(years * 12);
  const start = startOn ?? shifted(endOn, months === null ? null : -months);
  const end = endOn ?? shifted(startOn, months);
  return shareOfWindow(start, end, window);
}

function shifted(day: Day | null, months: number | null): Day | null {
  return day === null || months === null ? null : addMonths(day, months);
}
