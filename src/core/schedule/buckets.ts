import { addMonths, type Day } from '../quantities/day.ts';
import type { Span } from './span.ts';

/** Periods in which a schedule is shown. A fiscal year is named by the calendar year in which it ends. */
export const BUCKET_KINDS = ['years', 'quarters', 'months', 'fiscal-years'] as const;
export type BucketKind = (typeof BUCKET_KINDS)[number];

export interface Buckets {
  readonly kind: BucketKind;
  /** Month in which fiscal years end, 1 to 12; read for fiscal years only. */
  readonly fiscalYearEndMonth: number;
}

export interface Bucket extends Span {
  /** `2026`, `2026 Q1`, `2026-01`, `FY2026`; the last one of a schedule without end says "and later". */
  readonly label: string;
}

/** Enough for months over a century; what lies beyond is in the last bucket, so that nothing is lost. */
export const MOST_BUCKETS = 1_200;

/** Consecutive buckets that hold every day of the span, whole ones at both ends. */
export function bucketsOver(span: Span, buckets: Buckets): readonly Bucket[] {
  const months = MONTHS[buckets.kind];
  const first = firstDayOf(span.start, buckets);
  const found: Bucket[] = [];
  for (let start = first; start < span.end; start = addMonths(first, found.length * months)) {
    const end = addMonths(first, (found.length + 1) * months);
    if (found.length === MOST_BUCKETS - 1 && end < span.end) {
      found.push({ label: `${labelOf(start, buckets)} and later`, start, end: span.end });
      break;
    }
    found.push({ label: labelOf(start, buckets), start, end });
  }
  return found;
}

const MONTHS: Readonly<Record<BucketKind, number>> = {
  years: 12,
  quarters: 3,
  months: 1,
  'fiscal-years': 12,
};

function firstDayOf(day: Day, { kind, fiscalYearEndMonth }: Buckets): Day {
  const [year, month] = [yearOf(day), monthOf(day)];
  switch (kind) {
    case 'years':
      return firstOf(year, 1);
    case 'quarters':
      return firstOf(year, month - ((month - 1) % 3));
    case 'months':
      return firstOf(year, month);
    case 'fiscal-years': {
      const opening = (fiscalYearEndMonth % 12) + 1;
      return firstOf(month >= opening ? year : year - 1, opening);
    }
  }
}

function labelOf(start: Day, { kind }: Buckets): string {
  switch (kind) {
    case 'years':
      return start.slice(0, 4);
    case 'quarters':
      return `${start.slice(0, 4)} Q${Math.ceil(monthOf(start) / 3)}`;
    case 'months':
      return start.slice(0, 7);
    case 'fiscal-years':
      return `FY${yearOf(addMonths(start, 11))}`;
  }
}

function firstOf(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}
