import { exactly, type Interval } from '../quantities/interval.ts';
import { accruedShare, type Timed } from '../schedule/accrual.ts';
import { planOf, spanAt } from '../schedule/deal-plan.ts';
import { dueWithin, type PaymentRow } from '../schedule/rows.ts';
import { calendarYear } from '../schedule/span.ts';
import type { NamedCommitment } from './commitments.ts';

/**
 * Commitments by calendar year from `firstYear` on (METHODS §1.2). Every tenor is fixed first, so that the years of one
 * scenario add up, which the hull of scenarios does not.
 * Law: what has a schedule or days keeps them; all else is spread evenly from the first day of `firstYear`. What falls
 * before that day is in no year.
 */
export type DuesBasis =
  | { readonly kind: 'stated'; readonly total: Interval; readonly tenor: Interval }
  | NamedDues;

export interface NamedDues {
  readonly kind: 'named';
  /** Each with a schedule, days or a tenor, or a general tenor for all that have none. */
  readonly named: readonly NamedCommitment[];
  readonly generalTenor: Interval | null;
}

/** An amount in full units and its part in each year, the first year first. */
export interface Strand {
  readonly amount: Interval;
  readonly parts: readonly number[];
}

/** Place of a tenor within its range, 0 to 1, or the tenor as stated. */
export type TenorPlace = number | 'stated';

/** No schedule of this length is honest; it bounds the work. */
const LONGEST_YEARS = 80;

export function strandsOf(basis: DuesBasis, firstYear: number, place: TenorPlace): readonly Strand[] {
  if (basis.kind === 'stated')
    return [{ amount: basis.total, parts: evenParts(tenorIn(basis.tenor, place)) }];
  const general = basis.generalTenor === null ? null : tenorIn(basis.generalTenor, place);
  return basis.named.map((commitment) => strandOf(commitment, { firstYear, place, general }));
}

/** Sum of all strands in each year, each at its own end; an open end counts as what is stated. */
export function duesAt(
  strands: readonly Strand[],
  endOf: (strand: number) => keyof Interval,
): readonly number[] {
  const length = Math.max(0, ...strands.map(({ parts }) => parts.length));
  const amounts = strands.map(({ amount, parts }, at) => ({
    parts,
    full: amount[endOf(at)] ?? amount.point ?? amount.lo,
  }));
  const dues = Array.from({ length }, (_, at) =>
    amounts.reduce((sum, { full, parts }) => sum + full * (parts[at] ?? 0), 0),
  );
  return dues.slice(0, dues.findLastIndex((due) => due > 0) + 1);
}

/** Tenor at a place within its range; one without an end stays at what was stated. */
export function tenorIn({ lo, point, hi }: Interval, place: TenorPlace): number {
  if (hi === null || place === 'stated') return point ?? (hi === null ? lo : (lo + hi) / 2);
  return lo + place * (hi - lo);
}

interface Fixed {
  readonly firstYear: number;
  readonly place: TenorPlace;
  readonly general: number | null;
}

function strandOf(commitment: NamedCommitment, { firstYear, place, general }: Fixed): Strand {
  const { gross, currency } = commitment;
  const plan = planOf(commitment, general === null ? null : exactly(general));
  switch (plan.kind) {
    case 'rows': {
      const years = lastYearOf(plan.rows) - firstYear + 1;
      const due = (at: number) => dueWithin(plan.rows, calendarYear(firstYear + at), currency);
      return { amount: exactly(1), parts: partsOf(years, due) };
    }
    case 'days':
      return { amount: gross, parts: partsByDay(plan.timed, firstYear) };
    case 'tenor': {
      const tenor = plan.isTenorAssumed ? plan.tenor.lo : tenorIn({ ...plan.tenor, point: null }, place);
      const span = spanAt(plan, tenor);
      if (span !== null)
        return { amount: gross, parts: partsByDay({ span, method: plan.method }, firstYear) };
      return { amount: gross, parts: plan.method === 'ramp' ? rampParts(tenor) : evenParts(tenor) };
    }
    case 'over':
    case 'untimed':
      return { amount: gross, parts: [] };
  }
}

/** A tenor within one year falls due in the first. */
function evenParts(tenor: number): readonly number[] {
  if (tenor <= 1) return [1];
  return partsOf(Math.ceil(tenor), (at) => Math.min(1, tenor - at) / tenor);
}

/** Weights 1, 2, 3 and so on, the last year with the weight of the part that is left of it. */
function rampParts(tenor: number): readonly number[] {
  if (tenor <= 1) return [1];
  const weights = partsOf(Math.ceil(tenor), (at) => (at + 1) * Math.min(1, tenor - at));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function partsByDay(timed: Timed, firstYear: number): readonly number[] {
  const accrued = accruedShare(timed);
  return partsOf(Number(timed.span.end.slice(0, 4)) - firstYear + 1, (at) => {
    const { start, end } = calendarYear(firstYear + at);
    return accrued(end) - accrued(start);
  });
}

function partsOf(years: number, part: (at: number) => number): readonly number[] {
  return Array.from({ length: Math.min(LONGEST_YEARS, Math.max(0, years)) }, (_, at) => part(at));
}

function lastYearOf(rows: readonly PaymentRow[]): number {
  const days = rows.flatMap(({ startOn, endOn }) => endOn ?? startOn ?? []);
  return Math.max(0, ...days.map((day) => Number(day.slice(0, 4))));
}
