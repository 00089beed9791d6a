import type { ScheduleMethod } from '#core/model/deal.ts';
import { addMonths } from '#core/quantities/day.ts';
import { toFull, toStored } from '#core/quantities/unit.ts';
import { type Buckets, bucketsOver } from '#core/schedule/buckets.ts';
import { actualDays, days30E, days30US, YEAR_FRACTIONS } from '#core/schedule/day-count.ts';
import { expand, hullOfParts } from '#core/schedule/expand.ts';
import { splitByLargestRemainder, splitInOrder } from '#core/schedule/rounding.ts';
import { overlapOf } from '#core/schedule/span.ts';
import { vectorOf } from '../../core/vectors.ts';
import type { Measured } from './tree.ts';

const BN = 1e9;
const YEARS: Buckets = { kind: 'years', fiscalYearEndMonth: 12 };
const MONTHS: Buckets = { kind: 'months', fiscalYearEndMonth: 12 };
const JUNE: Buckets = { kind: 'fiscal-years', fiscalYearEndMonth: 6 };
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

interface Part {
  readonly label: string;
  readonly days: number;
  readonly part: number;
}

function spread(
  total: number,
  span: { readonly start: string; readonly end: string },
  method: ScheduleMethod,
  buckets = YEARS,
): readonly Part[] {
  const rows = bucketsOver(span, buckets);
  const found = expand(total, { kind: 'timed', timed: { span, method } }, rows);
  if (found.state !== 'ok') throw new Error('Only rows can exceed a total.');
  return rows.map((bucket, at) => {
    const within = overlapOf(bucket, span);
    return {
      label: bucket.label,
      days: within === null ? 0 : actualDays(within.start, within.end),
      part: found.parts[at] ?? Number.NaN,
    };
  });
}

const straightLine: Measured = ({ totalCents, startInclusive: start, endExclusive: end }) => {
  const years = spread(totalCents, { start, end }, 'straight-line');
  const months = spread(totalCents, { start, end }, 'straight-line', MONTHS);
  const month = (label: string) => months.find((one) => one.label === label)?.part;
  return {
    totalDays: actualDays(start, end),
    rows: years.map(({ label, days, part }) => ({
      year: Number(label),
      days,
      cents: part,
      usdBn: toFull(part, 'USD') / BN,
    })),
    sumCents: sum(years.map(({ part }) => part)),
    monthlyRollupEqualsAnnual: years.every(
      ({ label, part }) =>
        sum(months.filter((one) => one.label.startsWith(label)).map((one) => one.part)) === part,
    ),
    nov2025Cents: month('2025-11'),
    dec2025Cents: month('2025-12'),
  };
};

interface Split {
  readonly total: number;
  readonly weights: readonly number[];
}

const rounding: Measured = ({ cumulative, largestRemainder }) => ({
  cumulative: cumulative.map(({ total, weights }: Split) => splitInOrder(total, weights)),
  largestRemainder: largestRemainder.map(({ total, weights }: Split) =>
    splitByLargestRemainder(
      total,
      weights.map((weight) => toStored(weight, 'USD')),
    ),
  ),
});

const evenAndRamp: Measured = ({ totalCents, months: count, rampYears }) => {
  const over = (months: number) => ({ start: '2026-01-01', end: addMonths('2026-01-01', months) });
  const months = spread(totalCents, over(count), 'equal-months', MONTHS).map(({ part }) => part);
  const ramp = spread(totalCents, over(rampYears * 12), 'ramp').map(({ part }) => part);
  return {
    month1: months[0],
    month2: months[1],
    month3: months[2],
    month84: months[83],
    distinct: [...new Set(months)].toSorted((a, b) => a - b),
    sum: sum(months),
    rampYears: ramp,
    rampSum: sum(ramp),
  };
};

const scenarios: Measured = ({ total, tenors }) => {
  const hull = hullOfParts(
    tenors.map((years: number) =>
      spread(total, { start: '2026-01-01', end: `${2026 + years}-01-01` }, 'equal-months').map(
        ({ part }) => part,
      ),
    ),
  );
  return {
    hull: hull.map(({ lo, hi }, at) => ({ year: at + 1, lo, hi })),
    sumLo: sum(hull.map(({ lo }) => lo)),
    sumHi: sum(hull.map(({ hi }) => hi ?? Number.NaN)),
  };
};

/** Builds on the schedule of TV14, as the vector says. */
const fiscalYears: Measured = ({ dayCountFrom: from, dayCountTo: until, longFrom, longTo }) => {
  const { totalCents, startInclusive: start, endExclusive: end } = vectorOf('TV14').inputs;
  const years = spread(totalCents, { start, end }, 'straight-line', JUNE);
  return {
    fy: years.map(({ label, part }) => ({ fy: Number(label.slice(2)), cents: part })),
    sum: sum(years.map(({ part }) => part)),
    days30_360_US: days30US(from, until),
    days30E_360: days30E(from, until),
    actual: actualDays(from, until),
    act365F: YEAR_FRACTIONS['Act/365F'](from, until),
    actActISDA_long: YEAR_FRACTIONS['Act/Act ISDA'](longFrom, longTo),
    actual_long: actualDays(longFrom, longTo),
  };
};

export const schedules: Readonly<Record<string, Measured>> = {
  TV14: straightLine,
  TV15: rounding,
  TV16: evenAndRamp,
  TV17: scenarios,
  TV33: fiscalYears,
};
