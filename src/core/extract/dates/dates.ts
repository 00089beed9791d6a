import type { Day } from '../../quantities/day.ts';
import { outside } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { ProposedDate } from '../report.ts';
import { ABSOLUTE } from './absolute.ts';
import { boundMatches, type DateRule, type Setting } from './date-rule.ts';
import { RELATIVE } from './relative.ts';

/**
 * Days and windows that a text names, in its order, never overlapping. Law: what the words leave open stays open: a date
 * that hangs on an unknown day of publication, a fiscal year of unknown start, or `3/11/2025`, is reported without days.
 */
export function datesIn(
  reading: Reading,
  publishedOn: Day | null = reading.source.published,
): readonly ProposedDate[] {
  const { text, excluded } = reading;
  const setting = { publishedOn, fiscalStart: fiscalStartOf(reading) };
  const found = [...ABSOLUTE, ...RELATIVE].flatMap((rule) => matchesOf(rule, text, setting));
  return outside(withoutOverlap(found), excluded);
}

const REACH = 60;

function matchesOf({ pattern, window }: DateRule, text: string, setting: Setting): ProposedDate[] {
  return boundMatches(pattern, text).map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const around = `${clauseEnd(text.slice(Math.max(0, start - REACH), start))} ${clauseStart(text.slice(end, end + REACH))}`;
    const days = window(match.groups ?? {}, setting, around);
    return { text: match[0], start, end, fromOn: days?.fromOn ?? null, untilOn: days?.untilOn ?? null };
  });
}

function clauseEnd(before: string): string {
  return before.split(/[.;!?\n]/u).at(-1) ?? '';
}

function clauseStart(after: string): string {
  return after.split(/[.;!?\n]/u)[0] ?? '';
}

/** The longer of two readings of the same words; of equals the first rule. */
function withoutOverlap(dates: readonly ProposedDate[]): readonly ProposedDate[] {
  const longestFirst = dates.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: ProposedDate[] = [];
  for (const date of longestFirst) {
    const last = kept.at(-1);
    if (last === undefined || date.start >= last.end) kept.push(date);
    else if (date.end - date.start > last.end - last.start) kept[kept.length - 1] = date;
  }
  return kept;
}

/** By law an Indian company's fiscal year begins in April; of others the text does not tell. */
const APRIL = 4;

function fiscalStartOf({ money }: Reading): number | null {
  const rupees = money.filter(({ currency }) => currency === 'INR').length;
  return rupees > 0 && 2 * rupees > money.length ? APRIL : null;
}
