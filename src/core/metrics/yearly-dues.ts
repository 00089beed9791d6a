import type { DealFacts } from '../model/ledger-view.ts';
import { addMonths, dayNumber } from '../quantities/day.ts';
import { exactly, type Interval } from '../quantities/interval.ts';
import type { NamedCommitment } from './commitments.ts';
import { dueWithin, rowsIn } from './schedule.ts';
import type { Span } from './straight-line.ts';

/**
 * Commitments by calendar year from `firstYear` on (METHODS §1.2). Every tenor is fixed first, so that the years of one
 * scenario add up, which the hull of scenarios does not.
 * Law: what has a schedule or days keeps them; all else is spread evenly from the first day of `firstYear`. What falls
 * before that day is in no year.
 */
export type DuesBasis =
  | { readonly kind: 'stated'; readonly total: Interval; readonly tenor: Interval }
  | {
      readonly kind: 'named';
      /** Each with a schedule, days or a tenor, or a general tenor for all that have none. */
      readonly named: readonly NamedCommitment[];
      readonly generalTenor: Interval | null;
    };

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

export function calendarYear(year: number): Span {
  return { start: `${year}-01-01`, end: `${year + 1}-01-01` };
}

interface Fixed {
  readonly firstYear: number;
  readonly place: TenorPlace;
  readonly general: number | null;
}

function strandOf({ deal, gross, currency }: NamedCommitment, { firstYear, place, general }: Fixed): Strand {
  if (rowsIn(deal.schedule, currency).length > 0) {
    const years = lastYearOf(deal) - firstYear + 1;
    const parts = partsOf(years, (at) => dueWithin(deal.schedule, calendarYear(firstYear + at), currency));
    return { amount: exactly(1), parts };
  }
  const { tenorYearsLo: lo, tenorYearsHi: hi } = deal;
  const tenor = lo === null || hi === null ? general : tenorIn({ lo, point: null, hi }, place);
  const span = spanOf(deal, tenor);
  if (span === null) return { amount: gross, parts: tenor === null ? [] : evenParts(tenor) };
  return { amount: gross, parts: partsByDay(span, firstYear) };
}

/** The days of a deal, one end of them a tenor away from the other; null where no day is known. */
function spanOf({ startOn, endOn }: DealFacts, tenor: number | null): Span | null {
  if (startOn !== null && endOn !== null) return { start: startOn, end: endOn };
  const months = tenor === null ? null : Math.max(1, Math.round(tenor * 12));
  if (months === null) return null;
  if (startOn !== null) return { start: startOn, end: addMonths(startOn, months) };
  return endOn === null ? null : { start: addMonths(endOn, -months), end: endOn };
}

/** A tenor within one year falls due in the first. */
function evenParts(tenor: number): readonly number[] {
  if (tenor <= 1) return [1];
  return partsOf(Math.ceil(tenor), (at) => Math.min(1, tenor - at) / tenor);
}

function partsByDay({ start, end }: Span, firstYear: number): readonly number[] {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  const accrued = (year: number) =>
    Math.min(1, Math.max(0, (dayNumber(`${year}-01-01`) - first) / (last - first)));
  return partsOf(Number(end.slice(0, 4)) - firstYear + 1, (at) => {
    const year = firstYear + at;
    return accrued(year + 1) - accrued(year);
  });
}

function partsOf(years: number, part: (at: number) => number): readonly number[] {
  return Array.from({ length: Math.min(LONGEST_YEARS, Math.max(0, years)) }, (_, at) => part(at));
}

function lastYearOf({ schedule }: DealFacts): number {
  const days = schedule.flatMap(({ startOn, endOn }) => endOn ?? startOn ?? []);
  return Math.max(0, ...days.map((day) => Number(day.slice(0, 4))));
}
