import type { Interval } from '../quantities/interval.ts';
import { planOf } from '../schedule/deal-plan.ts';
import { type FundingGap, fundingGap } from './funding-gap.ts';
import { type RevenuePath, revenueIn } from './revenue-path.ts';
import {
  type DuesBasis,
  duesAt,
  type NamedDues,
  type Strand,
  strandsOf,
  type TenorPlace,
} from './yearly-dues.ts';

/**
 * The part of the commitments that no money is in sight for, over every scenario of amounts, tenors and revenue.
 * Law: the low end takes the most money, the high end the least, each over the ends of all amounts and over the tenors
 * from end to end; the headline takes everything as stated.
 */
export interface OutlookQuestion {
  readonly path: RevenuePath;
  readonly basis: DuesBasis;
  readonly firstYear: number;
  /** Part of revenue that may go to commitments. */
  readonly shareOfRevenue: number;
  /** Signed money of a year, full units. */
  readonly fundedIn: (year: number) => Interval;
}

export interface Outlook {
  readonly share: Interval;
  /** Year by year as stated; null where an amount has no stated middle or nothing falls due at it. */
  readonly headline: FundingGap | null;
  /** Every year of any scenario; what falls due in a year is a hull, so that the years do not add up to a total. */
  readonly years: readonly OutlookYear[];
}

export interface OutlookYear {
  readonly year: number;
  readonly due: Interval;
  readonly revenue: Interval;
  readonly funded: Interval;
}

const PLACES: readonly TenorPlace[] = ['stated', 0, 0.25, 0.5, 0.75, 1];

/** Null where nothing falls due from the first year on. */
export function gapOutlook(question: OutlookQuestion): Outlook | null {
  const { basis, firstYear } = question;
  const places = hasTenorRange(basis) ? PLACES : PLACES.slice(0, 1);
  const spreads = places.map((place) => strandsOf(basis, firstYear, place));
  const means = meansOf(question, spreads);
  const cases = spreads.flatMap((strands) => cornersOf(strands).map((ends) => ({ strands, ends })));
  const rest = basis.kind === 'stated' ? 0 : restOf(basis);
  const lows = cases.map((one) => shareWith(gapIn(means, { ...one, money: 'hi' }), rest, 0) ?? 0);
  const highs = cases.flatMap((one) => shareWith(gapIn(means, { ...one, money: 'lo' }), rest, rest) ?? []);
  if (highs.length === 0) return null;
  const strands = spreads[0] ?? [];
  const headline = gapIn(means, { strands, ends: strands.map(() => 'point'), money: 'point' });
  return {
    share: {
      lo: isTenorOpen(basis) ? 0 : Math.min(...lows),
      point: headline?.share ?? null,
      hi: isAmountOpen(basis) ? 1 : Math.max(...highs),
    },
    headline,
    years: yearsOf(means, cases, isAmountOpen(basis) ? strands : null),
  };
}

/** `open`: the strands as stated, where an amount has no upper end. */
function yearsOf(
  { years }: Means,
  cases: readonly Pick<Scenario, 'strands' | 'ends'>[],
  open: readonly Strand[] | null,
): readonly OutlookYear[] {
  const dues = cases.map(({ strands, ends }) => duesAt(strands, (at) => ends[at] ?? 'point'));
  const stated = cases[0] === undefined ? [] : duesAt(cases[0].strands, () => 'point');
  const length = Math.max(0, ...dues.map((due) => due.length));
  return years.slice(0, length).map(({ year, revenue, funded }, at) => {
    const inYear = dues.map((due) => due[at] ?? 0);
    const isOpen = open?.some(({ amount, parts }) => amount.hi === null && (parts[at] ?? 0) > 0) === true;
    const due = {
      lo: Math.min(...inYear),
      point: stated[at] ?? 0,
      hi: isOpen ? null : Math.max(...inYear),
    };
    return { year, due, revenue, funded };
  });
}

/** What schedules leave without a year, at most, in full units; without limit where an amount is open above. */
function restOf({ named, generalTenor }: NamedDues): number {
  return named.reduce((sum, one) => {
    const plan = planOf(one, generalTenor);
    if (plan.kind !== 'rows') return sum;
    return sum + plan.undated + (plan.unscheduled.hi ?? Number.POSITIVE_INFINITY);
  }, 0);
}

/** Open part of the dues once `rest` is due too, of which `open` finds no money. */
function shareWith(gap: FundingGap | null, rest: number, open: number): number | null {
  if (gap === null || rest === 0) return gap?.share ?? null;
  if (rest === Number.POSITIVE_INFINITY) return open > 0 ? 1 : 0;
  const due = gap.rows.reduce((sum, row) => sum + row.due, 0);
  return (gap.sum + open) / (due + rest);
}

type End = keyof Interval;

interface Scenario {
  readonly strands: readonly Strand[];
  /** End of each strand. */
  readonly ends: readonly End[];
  /** End of revenue and of signed money. */
  readonly money: End;
}

/** With more amounts than this that are ranges, only all low, all as stated and all high are looked at. */
const MOST_RANGES = 5;

/**
 * Every combination of low and high ends, and all as stated: a larger amount in a year that revenue covers lowers the
 * share, so that the worst is not always where everything is high.
 */
function cornersOf(strands: readonly Strand[]): readonly (readonly End[])[] {
  const all = (end: End) => strands.map(() => end);
  const ranged = strands.flatMap(({ amount }, at) => (amount.lo === amount.hi ? [] : [at]));
  if (ranged.length > MOST_RANGES) return [all('lo'), all('point'), all('hi')];
  const corners = Array.from({ length: 2 ** ranged.length }, (_, corner) =>
    strands.map(
      (_strand, at): End => ((corner >> ranged.indexOf(at)) & 1 && ranged.includes(at) ? 'hi' : 'lo'),
    ),
  );
  return ranged.length === 0 ? corners : [...corners, all('point')];
}

/** What there is to pay with, year by year, the first year first. */
interface Means {
  readonly shareOfRevenue: number;
  readonly years: readonly { readonly year: number; readonly revenue: Interval; readonly funded: Interval }[];
}

function meansOf(question: OutlookQuestion, spreads: readonly (readonly Strand[])[]): Means {
  const { path, firstYear, fundedIn, shareOfRevenue } = question;
  const length = Math.max(0, ...spreads.flat().map(({ parts }) => parts.length));
  const years = Array.from({ length }, (_, at) => firstYear + at).map((year) => ({
    year,
    revenue: revenueIn(path, year),
    funded: fundedIn(year),
  }));
  return { shareOfRevenue, years };
}

function gapIn({ years, shareOfRevenue }: Means, { strands, ends, money }: Scenario): FundingGap | null {
  const dues = duesAt(strands, (at) => ends[at] ?? 'point');
  const rows = years.slice(0, dues.length).flatMap(({ year, ...means }, at) => {
    const [revenue, funded] = [endOf(means.revenue, money), endOf(means.funded, money)];
    return revenue === null || funded === null ? [] : [{ year, due: dues[at] ?? 0, revenue, funded }];
  });
  return rows.length === dues.length ? fundingGap(rows, shareOfRevenue) : null;
}

/** An open high end is without limit; a point that is not stated is null. */
function endOf(amount: Interval, end: End): number | null {
  return end === 'hi' ? (amount.hi ?? Number.POSITIVE_INFINITY) : amount[end];
}

function hasTenorRange(basis: DuesBasis): boolean {
  if (basis.kind === 'stated') return basis.tenor.lo !== basis.tenor.hi;
  if (basis.generalTenor !== null && basis.generalTenor.lo !== basis.generalTenor.hi) return true;
  return basis.named.some(({ deal }) => deal.tenorYearsLo !== deal.tenorYearsHi);
}

function isTenorOpen(basis: DuesBasis): boolean {
  return basis.kind === 'stated' ? basis.tenor.hi === null : basis.generalTenor?.hi === null;
}

function isAmountOpen(basis: DuesBasis): boolean {
  return basis.kind === 'stated'
    ? basis.total.hi === null
    : basis.named.some(({ gross }) => gross.hi === null);
}
