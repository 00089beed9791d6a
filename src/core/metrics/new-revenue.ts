import { amountOf } from '../figures/amount.ts';
import { isFirm } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { daysBetween } from '../quantities/day.ts';
import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { annualRevenue, yearlyRevenues } from './revenue.ts';
import type { Study } from './study.ts';

/**
 * Recurring revenue that came in addition between two dates. `stand-in`: a run rate less annual revenue, one year
 * assumed between them, where run rates of two dates are not on file.
 */
export interface NewRevenue {
  readonly kind: 'run-rates' | 'stand-in';
  readonly earlier: KnownChoice;
  readonly later: KnownChoice;
  /** Full units of `unit`; below zero where revenue fell. */
  readonly amount: Interval;
  readonly unit: UnitId;
  readonly years: number;
}

export function newRevenue(study: Study): NewRevenue | null {
  return betweenRunRates(study) ?? aboveAnnual(study);
}

/** The latest dated run rate that is no forecast, against the one nearest to a year before it. */
function betweenRunRates(study: Study): NewRevenue | null {
  const rates = runRates(study).filter((figure) => isReached(figure, study.index.view.asOf));
  const ends = [...new Set(rates.flatMap(({ periodEnd }) => periodEnd ?? []))].toSorted();
  const last = ends.at(-1);
  if (last === undefined) return null;
  const [start] = ends
    .filter((end) => daysBetween(end, last) >= SHORTEST_DAYS)
    .toSorted((a, b) => distanceFromYear(a, last) - distanceFromYear(b, last));
  const later = chosenAt(study, rates, last);
  const earlier = start === undefined || later === null ? null : chosenAt(study, rates, start, later.unit);
  if (start === undefined || later === null || earlier === null) return null;
  const years = daysBetween(start, last) / 365.25;
  return { kind: 'run-rates', earlier, later, amount: lessOf(later, earlier), unit: later.unit, years };
}

/** A quarter, and some days for months of unlike length. */
const SHORTEST_DAYS = 80;

function distanceFromYear(start: string, end: string): number {
  return Math.abs(daysBetween(start, end) - 365);
}

function aboveAnnual(study: Study): NewRevenue | null {
  const annual = annualRevenue(study);
  if (annual?.kind !== 'annual-actual') return null;
  const { choice: earlier } = annual;
  const later = chooseFromTiers(
    [{ kind: 'run-rate', figures: runRates(study) }],
    study.policy,
    earlier.unit,
  )?.choice;
  if (later === undefined) return null;
  return { kind: 'stand-in', earlier, later, amount: lessOf(later, earlier), unit: later.unit, years: 1 };
}

function runRates(study: Study): readonly FigureFacts[] {
  return yearlyRevenues(study).filter(
    (figure) => figure.basis === 'run-rate' && isFirm(figure) && amountOf(figure) !== null,
  );
}

function isReached({ status, periodEnd }: FigureFacts, asOf: string): boolean {
  return status !== 'projected' && periodEnd !== null && periodEnd <= asOf;
}

function chosenAt(
  study: Study,
  rates: readonly FigureFacts[],
  end: string,
  unit?: UnitId,
): KnownChoice | null {
  const versions = rates.filter((figure) => figure.periodEnd === end);
  const wanted = unit ?? versions[0]?.unit;
  const chosen = chooseFigure(
    versions.filter((figure) => figure.unit === wanted),
    study.policy,
  );
  return isKnown(chosen) ? chosen : null;
}

function lessOf({ amount: later }: KnownChoice, { amount: earlier }: KnownChoice): Interval {
  return {
    lo: earlier.hi === null ? Number.NEGATIVE_INFINITY : later.lo - earlier.hi,
    point: later.point === null || earlier.point === null ? null : later.point - earlier.point,
    hi: later.hi === null ? null : later.hi - earlier.lo,
  };
}
