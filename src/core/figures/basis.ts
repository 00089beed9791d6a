import type { Basis, FigureStatus } from '../model/figure.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { type Day, dayBefore, daysBetween } from '../quantities/day.ts';

/**
 * Groups of bases within which figures are versions of each other (METHODS §0.10: like with like only).
 * Law: an actual is over by the as-of day; what is still running or to come is a forecast, whatever its label.
 */
export type BasisGroup =
  | 'annual-actual'
  | 'quarter-actual'
  | 'short-actual'
  | 'level'
  | 'run-rate'
  | 'estimate'
  | 'guidance'
  | 'projection';

const ACTUAL_BASES: Readonly<Partial<Record<Basis, BasisGroup>>> = {
  'trailing-12m': 'annual-actual',
  'fiscal-year': 'annual-actual',
  quarter: 'quarter-actual',
  month: 'short-actual',
  day: 'short-actual',
  stock: 'level',
};

const FORECAST_BASES: Readonly<Partial<Record<Basis, BasisGroup>>> = {
  'run-rate': 'run-rate',
  'third-party-estimate': 'estimate',
  guidance: 'guidance',
};

const ACTUAL_STATUSES: readonly FigureStatus[] = ['reported', 'estimated', 'derived'];

export function basisGroupOf(figure: FigureFacts, asOf: Day): BasisGroup {
  const actual = ACTUAL_BASES[figure.basis];
  if (actual !== undefined) return isOver(figure, asOf) && isActual(figure) ? actual : 'projection';
  return FORECAST_BASES[figure.basis] ?? 'projection';
}

/** Money that is only talked about or rumoured weighs nothing until a source states it (METHODS §0.7). */
export function isFirm({ status }: FigureFacts): boolean {
  return status !== 'in-talks' && status !== 'rumoured';
}

/** Statuses of what a source says has happened, as against what it expects. */
const STATED_AS_DONE: readonly FigureStatus[] = ['reported', 'derived'];

/**
 * Whether a figure is stated as an actual of a period that was not over when its source was published, which cannot be
 * (METHODS §2.2). `periodEnd` is the first day after the period.
 */
export function endsAfterPublication({
  basis,
  status,
  periodEnd,
  publishedOn,
}: {
  readonly basis: Basis;
  readonly status: FigureStatus;
  readonly periodEnd: Day | null;
  readonly publishedOn: Day | null;
}): boolean {
  if (periodEnd === null || publishedOn === null) return false;
  if (ACTUAL_BASES[basis] === undefined || !STATED_AS_DONE.includes(status)) return false;
  return dayBefore(periodEnd) > publishedOn;
}

/** What of a figure says when it could be known. */
export interface Dated {
  readonly periodEnd: Day | null;
  readonly source: { readonly publishedOn: Day | null };
}

/**
 * Whether the figure could be known on the as-of day (METHODS §2.2). A period that was over by then is enough;
 * otherwise its source must not be published later. A source without a day of publication is taken as known.
 */
export function isKnowable({ periodEnd, source: { publishedOn } }: Dated, asOf: Day): boolean {
  if (periodEnd !== null && periodEnd <= asOf) return true;
  return publishedOn === null || publishedOn <= asOf;
}

/** Whether the figure states an amount for a year, as opposed to a quarter, a month, a day or a level. */
export function isYearly(figure: FigureFacts): boolean {
  if (figure.basis === 'trailing-12m' || figure.basis === 'fiscal-year' || figure.basis === 'run-rate')
    return true;
  if (
    figure.basis === 'quarter' ||
    figure.basis === 'month' ||
    figure.basis === 'day' ||
    figure.basis === 'stock'
  )
    return false;
  return (
    figure.periodStart === null ||
    figure.periodEnd === null ||
    isAboutAYear(figure.periodStart, figure.periodEnd)
  );
}

function isOver({ periodEnd }: FigureFacts, asOf: Day): boolean {
  return periodEnd === null || periodEnd <= asOf;
}

function isActual({ status }: FigureFacts): boolean {
  return ACTUAL_STATUSES.includes(status);
}

/** Fiscal years of 52 or 53 weeks are years. */
function isAboutAYear(start: Day, end: Day): boolean {
  const days = daysBetween(start, end);
  return days >= 350 && days <= 380;
}
