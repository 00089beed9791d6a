import { assertNever } from '../assert-never.ts';
import { addMonths, type Day } from '../quantities/day.ts';
import type { Qualifier } from '../quantities/qualifier.ts';
import { isMoney, toFull, type UnitId } from '../quantities/unit.ts';
import type { Comparison } from './asked-amount.ts';
import type { Question } from './question.ts';

/**
 * Whether a figure answers a question (interval logic): certainly, where every amount that its words allow does;
 * possibly, where only some do. Amounts are never converted: a figure answers in its own currency.
 */
export type Certainty = 'certain' | 'possible';

export interface Judged {
  readonly certainty: Certainty;
  /** Why it is only possible; null where it is certain. */
  readonly why: string | null;
}

/** An amount as stored; `lo` null: undisclosed, `hi` null: open above. */
export interface JudgedAmount {
  readonly unit: UnitId;
  readonly qualifier: Qualifier;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** Days that a figure or its deal speaks of; `end` is the first day after. */
export interface JudgedDays {
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly periodLabel: string | null;
  readonly deal: {
    readonly startOn: Day | null;
    readonly endOn: Day | null;
    readonly announcedOn: Day | null;
    readonly signedOn: Day | null;
    /** The longest it may run, in years. */
    readonly tenorYears: number | null;
  } | null;
  readonly publishedOn: Day | null;
}

const CERTAIN: Judged = { certainty: 'certain', why: null };

function possible(why: string): Judged {
  return { certainty: 'possible', why };
}

/** Null: it does not. Undisclosed amounts answer no question about amounts; the caller counts them. */
export function judgeAmount(question: Question, amount: JudgedAmount): Judged | null {
  if (!isUnitAsked(question, amount.unit)) return null;
  if (question.comparison === null) return CERTAIN;
  if (amount.lo === null) return null;
  const ends = {
    lo: toFull(amount.lo, amount.unit),
    hi: amount.hi === null ? null : toFull(amount.hi, amount.unit),
  };
  return judgeEnds(question.comparison, ends, amount.qualifier);
}

export function isUnitAsked({ unit, isMoney: isAboutMoney }: Question, given: UnitId): boolean {
  if (unit !== null) return given === unit;
  return !isAboutMoney || isMoney(given);
}

interface Ends {
  readonly lo: number;
  readonly hi: number | null;
}

function judgeEnds(comparison: Comparison, ends: Ends, qualifier: Qualifier): Judged | null {
  const { lo, hi } = ends;
  switch (comparison.op) {
    case 'above':
      if (lo > comparison.amount || (lo === comparison.amount && qualifier === 'over')) return CERTAIN;
      return hi === null || hi > comparison.amount ? possible(maybe(ends)) : null;
    case 'at-least':
      if (lo >= comparison.amount) return CERTAIN;
      return hi === null || hi >= comparison.amount ? possible(maybe(ends)) : null;
    case 'below':
      if (hi !== null && (hi < comparison.amount || (hi === comparison.amount && qualifier === 'under')))
        return CERTAIN;
      return lo < comparison.amount ? possible(maybe(ends)) : null;
    case 'at-most':
      if (hi !== null && hi <= comparison.amount) return CERTAIN;
      return lo <= comparison.amount ? possible(maybe(ends)) : null;
    case 'equal':
      return judgeRange(comparison.amount, comparison.amount, ends);
    case 'between':
      return judgeRange(comparison.from, comparison.to, ends);
    default:
      return assertNever(comparison);
  }
}

function judgeRange(from: number, to: number, ends: Ends): Judged | null {
  if (ends.lo >= from && ends.hi !== null && ends.hi <= to) return CERTAIN;
  return ends.lo <= to && (ends.hi === null || ends.hi >= from) ? possible(maybe(ends)) : null;
}

function maybe({ hi }: Ends): string {
  return hi === null ? 'stated as so much or more' : 'stated as a range that reaches there';
}

type Span = Pick<NonNullable<Question['period']>, 'start' | 'end'>;

/**
 * Whether it speaks of the days asked about. Its own period comes first, then a year in the words of its period, then the
 * days of its deal; one that says nothing may still be meant where it was published in those days.
 */
export function judgeDays(question: Question, days: JudgedDays): Judged | null {
  const { period } = question;
  if (period === null) return CERTAIN;
  if (days.periodStart !== null || days.periodEnd !== null)
    return judgeSpan(period, { start: days.periodStart, end: days.periodEnd }, 'its period reaches there');
  const years = [...(days.periodLabel?.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [])].map(([year]) =>
    Number(year),
  );
  if (years.length > 0) return judgeYears(period, years);
  if (days.deal !== null) return judgeDeal(period, days.deal, days.publishedOn);
  return judgePublished(period, days.publishedOn, 'no period stated; published then');
}

function judgePublished(period: Span, publishedOn: Day | null, why: string): Judged | null {
  if (publishedOn === null) return possible('neither it nor its source names a day');
  return isWithin(period, publishedOn) ? possible(why) : null;
}

function judgeYears(period: Span, years: readonly number[]): Judged | null {
  const span = { start: `${Math.min(...years)}-01-01`, end: `${Math.max(...years) + 1}-01-01` };
  return judgeSpan(period, span, 'its period reaches there');
}

function judgeSpan(period: Span, span: Span, why: string): Judged | null {
  const startsIn = period.start === null || (span.start !== null && span.start >= period.start);
  const endsIn = period.end === null || (span.end !== null && span.end <= period.end);
  if (startsIn && endsIn) return CERTAIN;
  const isBefore = period.start !== null && span.end !== null && span.end <= period.start;
  const isAfter = period.end !== null && span.start !== null && span.start >= period.end;
  return isBefore || isAfter ? null : possible(why);
}

function judgeDeal(
  period: Span,
  deal: NonNullable<JudgedDays['deal']>,
  publishedOn: Day | null,
): Judged | null {
  if (isWithin(period, deal.announcedOn) || isWithin(period, deal.signedOn)) return CERTAIN;
  const start = deal.startOn ?? deal.signedOn ?? deal.announcedOn;
  if (start === null && deal.endOn === null)
    return judgePublished(period, publishedOn, 'no day of the deal stated; published then');
  const end = deal.endOn ?? endOfTenor(start, deal.tenorYears);
  const isKnownToRun = deal.startOn !== null || end !== null;
  return isKnownToRun ? judgeSpan(period, { start, end }, 'the deal runs then') : null;
}

function endOfTenor(start: Day | null, years: number | null): Day | null {
  return start === null || years === null ? null : addMonths(start, Math.ceil(years * 12));
}

function isWithin({ start, end }: Span, day: Day | null): boolean {
  return day !== null && (start === null || day >= start) && (end === null || day < end);
}

/** Both must hold; it is certain only if both are. */
export function both(one: Judged, other: Judged): Judged {
  const reasons = [one.why, other.why].filter((why) => why !== null);
  return reasons.length === 0 ? CERTAIN : { certainty: 'possible', why: reasons.join('; ') };
}
