import { isKnowable } from '../figures/basis.ts';
import { chooseFigure } from '../figures/choice.ts';
import { DEFAULT_POLICY } from '../figures/policy.ts';
import { leadingUnit } from '../figures/tiers.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { indexLedger } from '../metrics/ledger-index.ts';
import { OVER_SCHEDULED, UNTIMED } from '../metrics/next-year-burden.ts';
import { sourcePairs } from '../metrics/source-pair.ts';
import type { ScheduleMethod } from '../model/deal.ts';
import type { DealFacts, EntityFacts, LedgerView } from '../model/ledger-view.ts';
import { exactly, type Interval } from '../quantities/interval.ts';
import { toFull, toStored, type UnitId } from '../quantities/unit.ts';
import { type Bucket, type BucketKind, bucketsOver } from '../schedule/buckets.ts';
import { type DealPlan, planOf, spanAt } from '../schedule/deal-plan.ts';
import { type Expansion, expand, hullOfParts, type Plan, spanOfAll, spanOfPlan } from '../schedule/expand.ts';
import { sumOfRows } from '../schedule/rows.ts';

/**
 * The schedule of one deal in periods, by the plan that the signals use. Money in full units of `currency`.
 * Law: as stated, the periods with what is unscheduled add up to the total, undated payments among them; the ends of a
 * range are a hull of scenarios and do not, and `isHull` says so. An undisclosed amount has no periods, never zeros.
 */
export interface DealSchedule {
  readonly currency: string;
  readonly method: ScheduleMethod | 'payments' | null;
  /** Nobody states the method; a straight line is assumed. */
  readonly isMethodAssumed: boolean;
  readonly fiscalYearEndMonth: number;
  readonly periods: SchedulePeriod[];
  /** Null: undisclosed. */
  readonly total: Interval | null;
  readonly unscheduled: Interval;
  readonly undated: Interval;
  readonly isHull: boolean;
  readonly tags: string[];
  /** Sentences. */
  readonly notes: string[];
}

export interface SchedulePeriod {
  readonly label: string;
  readonly start: string;
  /** First day after the period. */
  readonly end: string;
  readonly amount: Interval;
}

export interface ScheduleRequest {
  /** Holds the deal and the figures of its parties. */
  readonly view: LedgerView;
  readonly dealId: string;
  readonly buckets: BucketKind;
  /** Null: that of the payer, the calendar year where it states none. */
  readonly fiscalYearEndMonth: number | null;
}

/** Throws RangeError for a deal that is not in the view. */
export function composeDealSchedule({
  view,
  dealId,
  buckets,
  fiscalYearEndMonth,
}: ScheduleRequest): DealSchedule {
  const deal = view.deals.find(({ id }) => id === dealId);
  if (deal === undefined) throw new RangeError(`No deal ${dealId} is in the ledger at this moment.`);
  const payer = deal.parties.find(({ role }) => role === 'payer')?.entity ?? null;
  const month = fiscalYearEndMonth ?? payer?.fiscalYearEndMonth ?? 12;
  const amount = amountIn(deal, view);
  if (amount === null) return undisclosed(month);
  const tenor = payer === null ? null : tenorOfPayer(view, payer);
  const plan = planOf({ deal, ...amount }, tenor);
  const scenarios = scenariosOf(plan, amount);
  const span = spanOfAll(scenarios.all.flatMap((one) => spanOfPlan(one.plan) ?? []));
  const rows = span === null ? [] : bucketsOver(span, { kind: buckets, fiscalYearEndMonth: month });
  return {
    currency: amount.currency,
    method: plan.kind === 'rows' || plan.kind === 'over' ? 'payments' : methodOf(plan),
    isMethodAssumed: isTimed(plan) && deal.scheduleMethod === null,
    fiscalYearEndMonth: month,
    ...periodsOf(scenarios, rows, amount),
    total: amount.gross,
    isHull: scenarios.all.length > 1,
    tags: tagsOf(plan, scenarios),
    notes: notesOf(deal, plan, amount),
  };
}

interface Amount {
  readonly gross: Interval;
  readonly currency: UnitId;
}

/** The amount that the default policy takes, else what the payments come to at least; null where nothing is disclosed. */
function amountIn(deal: DealFacts, { asOf }: LedgerView): Amount | null {
  const headlines = deal.amounts.filter(
    (figure) => figure.metric === 'deal-headline' && isKnowable(figure, asOf),
  );
  const currency = leadingUnit(headlines) ?? deal.schedule[0]?.unit ?? null;
  if (currency === null) return null;
  const stated = headlines.filter(({ unit }) => unit === currency);
  const gross = chooseFigure(stated, DEFAULT_POLICY)?.amount ?? null;
  if (gross !== null) return { gross, currency };
  const rows = deal.schedule.filter(({ unit }) => unit === currency);
  if (rows.length === 0) return null;
  const sum = toFull(sumOfRows(rows).all, currency);
  return { gross: { lo: sum, point: sum, hi: null }, currency };
}

function tenorOfPayer(view: LedgerView, subject: EntityFacts): Interval | null {
  return generalTenor({ index: indexLedger(view), subject, policy: DEFAULT_POLICY })?.amount ?? null;
}

function undisclosed(fiscalYearEndMonth: number): DealSchedule {
  return {
    currency: '',
    method: null,
    isMethodAssumed: false,
    fiscalYearEndMonth,
    periods: [],
    total: null,
    unscheduled: exactly(0),
    undated: exactly(0),
    isHull: false,
    tags: [],
    notes: ['No source on file discloses the amount, so there is nothing to schedule: unknown, not zero.'],
  };
}

interface Scenario {
  /** Stored units. */
  readonly total: number;
  readonly plan: Plan;
}

interface Scenarios {
  readonly stated: Scenario | null;
  readonly all: readonly Scenario[];
  readonly isOpen: boolean;
}

/** Every end of the amount with every end of the tenor. */
function scenariosOf(plan: DealPlan, { gross, currency }: Amount): Scenarios {
  const [statedPlan, ...otherPlans] = plansOf(plan);
  const scenario = (full: number, one: Plan): Scenario => ({ total: toStored(full, currency), plan: one });
  const ends = [...new Set([gross.point ?? gross.lo, gross.lo, gross.hi ?? gross.point ?? gross.lo])];
  const plans = statedPlan === undefined ? [] : [statedPlan, ...otherPlans];
  const all = plans.flatMap((one) => ends.map((full) => scenario(full, one)));
  const stated = gross.point === null || statedPlan === undefined ? null : scenario(gross.point, statedPlan);
  return { stated, all, isOpen: gross.hi === null || (plan.kind === 'tenor' && plan.tenor.hi === null) };
}

/** The plan at its stated tenor first, then at either end. */
function plansOf(plan: DealPlan): readonly Plan[] {
  switch (plan.kind) {
    case 'rows':
      return [{ kind: 'rows', rows: plan.rows }];
    case 'over':
      return [];
    case 'untimed':
      return [{ kind: 'undated' }];
    case 'days':
      return [{ kind: 'timed', timed: plan.timed }];
    case 'tenor': {
      const { lo, point, hi } = plan.tenor;
      const tenors = [...new Set([point ?? lo, lo, hi ?? point ?? lo])];
      const spans = tenors.flatMap((years) => spanAt(plan, years) ?? []);
      if (spans.length === 0) return [{ kind: 'undated' }];
      return spans.map((span) => ({ kind: 'timed', timed: { span, method: plan.method } }));
    }
  }
}

function periodsOf(
  { stated, all, isOpen }: Scenarios,
  rows: readonly Bucket[],
  { currency }: Amount,
): Pick<DealSchedule, 'periods' | 'unscheduled' | 'undated'> {
  const found = all.map(({ total, plan }) => partsWithRest(expand(total, plan, rows)));
  const point = stated === null ? null : partsWithRest(expand(stated.total, stated.plan, rows));
  const intervals = hullOfParts(found).map(({ lo, hi }, at): Interval => {
    const part = point?.[at];
    return {
      lo: toFull(lo, currency),
      point: part === undefined ? null : toFull(part, currency),
      hi: isOpen && hi > 0 ? null : toFull(hi, currency),
    };
  });
  return {
    periods: rows.map(({ label, start, end }, at) => ({
      label,
      start,
      end,
      amount: intervals[at] ?? exactly(0),
    })),
    unscheduled: intervals[rows.length] ?? exactly(0),
    undated: intervals[rows.length + 1] ?? exactly(0),
  };
}

/** The parts, then what is unscheduled, then what is undated. */
function partsWithRest(found: Expansion): readonly number[] {
  return found.state === 'ok' ? [...found.parts, found.unscheduled, found.undated] : [];
}

function isTimed({ kind }: DealPlan): boolean {
  return kind === 'days' || kind === 'tenor';
}

function methodOf(plan: DealPlan): ScheduleMethod | null {
  if (plan.kind === 'days') return plan.timed.method;
  return plan.kind === 'tenor' ? plan.method : null;
}

function tagsOf(plan: DealPlan, { all }: Scenarios): string[] {
  const isAssumed = (plan.kind === 'days' || plan.kind === 'tenor') && plan.isStartAssumed;
  return [
    ...(isAssumed ? ['assumed'] : []),
    ...(plan.kind === 'tenor' && plan.isTenorAssumed ? ['assumed-tenor'] : []),
    ...(plan.kind === 'rows' && plan.unscheduled.hi !== 0 ? ['unscheduled'] : []),
    ...((plan.kind === 'rows' && plan.undated > 0) || all.some((one) => one.plan.kind === 'undated')
      ? ['undated']
      : []),
  ];
}

function notesOf(deal: DealFacts, plan: DealPlan, { currency }: Amount): string[] {
  const isAssumed = (plan.kind === 'days' || plan.kind === 'tenor') && plan.isStartAssumed;
  const isDayless = plan.kind === 'tenor' && plan.start === null && plan.end === null;
  return [
    ...(plan.kind === 'over' ? [OVER_SCHEDULED] : []),
    ...(plan.kind === 'untimed' ? [UNTIMED] : []),
    ...(isDayless
      ? ['Its tenor is known, but no day says when it starts: enter one to see its periods.']
      : []),
    ...(isAssumed ? ['It states no start: taken to start on the day on which it became known.'] : []),
    ...(plan.kind === 'tenor' && plan.isTenorAssumed
      ? ['It states no tenor: taken over the tenor of the commitments of its payer in general.']
      : []),
    ...(deal.status === 'in-talks' || deal.status === 'rumoured'
      ? ['Not agreed yet: in signals it weighs nothing until it is.']
      : []),
    ...sourcePairs(deal, currency).map(
      ({ source, from, to, rate }) =>
        `${source} states it in ${from} too: ${rateText(rate.point)} ${to} per ${from}, ${rateText(rate.lo)} to ${rateText(rate.hi)} by the rounding of its words. Both are kept as written.`,
    ),
  ];
}

function rateText(rate: number | null): string {
  return rate === null ? 'without end' : rate.toFixed(4);
}
