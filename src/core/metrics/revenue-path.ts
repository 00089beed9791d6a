import { amountOf } from '../figures/amount.ts';
import { isFirm } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { endOfYear, yearEndOf } from '../figures/period.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { type Day, daysBetween, yearsLater } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import { eachInCurrency } from './in-currency.ts';
import { annualRevenue, type Revenue, yearlyRevenues } from './revenue.ts';
import type { Study } from './study.ts';

/**
 * Revenue by calendar year: from what is earned now through what is stated for later years.
 * Law: between stated years growth is constant, after the last one revenue stays flat; both are assumptions, and the
 * caller says so. A year is named by the calendar year in which its last day lies.
 */
export interface RevenuePath {
  readonly base: Revenue;
  /** First day after the year of the base. */
  readonly baseEnd: Day;
  readonly baseYear: number;
  /** True where the base states no period and is taken to be the calendar year of the as-of day. */
  readonly isBaseYearAssumed: boolean;
  /** Later years for which a source states revenue, earliest first. */
  readonly stated: readonly StatedYear[];
}

export interface StatedYear {
  readonly year: number;
  readonly end: Day;
  readonly choice: KnownChoice;
}

/** Null where no revenue of a present or past year is disclosed. */
export function revenuePath(study: Study): RevenuePath | null {
  const base = annualRevenue(study);
  if (base === null) return null;
  const { asOf } = study.index.view;
  const own = latest(base.choice.figures.flatMap((figure) => yearEndOf(figure) ?? []));
  const baseEnd = own ?? assumedEnd(study, base);
  const baseYear = yearEndingBefore(baseEnd);
  if (baseYear > yearOf(asOf)) return null;
  return {
    base,
    baseEnd,
    baseYear,
    isBaseYearAssumed: own === null,
    stated: statedYears(study, base, baseYear),
  };
}

/** First year whose revenue is still to come, but no year that is over on the as-of day. */
export function firstOpenYear({ baseYear }: RevenuePath, asOf: Day): number {
  return Math.max(baseYear + 1, yearOf(asOf));
}

/** Revenue of one year at or after the base year. */
export function revenueIn(path: RevenuePath, year: number): Interval {
  const known = [{ year: path.baseYear, choice: path.base.choice }, ...path.stated];
  const next = known.find((one) => one.year >= year);
  const last = known.findLast((one) => one.year < year);
  if (next === undefined || last === undefined || next.year === year)
    return (next ?? last)?.choice.amount ?? path.base.choice.amount;
  const weight = (year - last.year) / (next.year - last.year);
  return between(last.choice.amount, next.choice.amount, weight);
}

/** Years from day to day: whole ones by the calendar, the rest by actual days of 365.25 (METHODS §1 A). */
export function yearsBetween(from: Day, until: Day): number {
  const whole = Math.max(0, yearOf(until) - yearOf(from));
  const years = yearsLater(from, whole) > until ? whole - 1 : whole;
  return years + daysBetween(yearsLater(from, years), until) / 365.25;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function statedYears(study: Study, { choice }: Revenue, baseYear: number): readonly StatedYear[] {
  const to = { index: study.index, currency: choice.unit, kind: 'flow' } as const;
  const later = eachInCurrency(yearlyRevenues(study).filter(isStatedForYear), to);
  const years = [...new Set(later.map(yearStated))].filter((year) => year > baseYear);
  return years
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const chosen = chooseFigure(
        later.filter((figure) => yearStated(figure) === year),
        study.policy,
      );
      const end = latest((chosen?.figures ?? []).flatMap((figure) => yearEndOf(figure) ?? []));
      return isKnown(chosen) && end !== null ? [{ year, end, choice: chosen }] : [];
    });
}

/** A run rate holds for a moment, so that it states the revenue of no year. */
function isStatedForYear(figure: FigureFacts): boolean {
  return (
    figure.basis !== 'run-rate' && yearEndOf(figure) !== null && isFirm(figure) && amountOf(figure) !== null
  );
}

/**
 * The year of a base that names none: the latest past one that another version of the same revenue names, otherwise
 * that of the as-of day.
 */
function assumedEnd({ index }: Study, { choice }: Revenue): Day {
  const current = yearOf(index.view.asOf);
  const named = choice.versions.flatMap((figure) => yearEndOf(figure) ?? []);
  return latest(named.filter((end) => yearEndingBefore(end) <= current)) ?? endOfYear(current);
}

function yearStated(figure: FigureFacts): number {
  const end = yearEndOf(figure);
  return end === null ? 0 : yearEndingBefore(end);
}

/** Year of the last day before `end`. */
function yearEndingBefore(end: Day): number {
  return end.endsWith('-01-01') ? yearOf(end) - 1 : yearOf(end);
}

function latest(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null;
}

/** Constant growth from one amount to the next; ends that are zero or open stay so. */
function between(from: Interval, to: Interval, weight: number): Interval {
  const mean = (a: number, b: number) => a ** (1 - weight) * b ** weight;
  return {
    lo: mean(from.lo, to.lo),
    point: from.point === null || to.point === null ? null : mean(from.point, to.point),
    hi: from.hi === null || to.hi === null ? null : mean(from.hi, to.hi),
  };
}
