import type { Day } from '../quantities/day.ts';

/** The days that a question asks about: from `start` to before `end`; null: open at that end. */
export interface AskedPeriod {
  readonly start: Day | null;
  readonly end: Day | null;
  /** As it stands in a sentence: `in 2026`. */
  readonly words: string;
  /** Place in the question. */
  readonly from: number;
  readonly until: number;
}

const YEAR = String.raw`(?:19|20)\d\d`;
const PERIOD = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:(?<side>since|after|before|until|in|for|during) )?(?:(?<part>Q[1-4]|H[12])[ -]?)?(?:FY ?)?(?<first>${YEAR})(?: ?(?:-|–|\.\.+|…|to|until) ?(?<last>${YEAR}))?(?![\p{L}\p{N}%]|[.,]\d)`,
  'iu',
);

/** The first year, quarter, half or span of years that a question names. */
export function askedPeriodIn(text: string): AskedPeriod | null {
  const match = PERIOD.exec(text);
  if (match === null) return null;
  const { side = 'in', part, first = '', last } = match.groups ?? {};
  const place = { from: match.index, until: match.index + match[0].length };
  if (part !== undefined) return { ...partOfYear(part.toUpperCase(), Number(first)), ...place };
  return { ...years(side.toLowerCase(), Number(first), Number(last ?? first)), ...place };
}

type Days = Pick<AskedPeriod, 'start' | 'end' | 'words'>;

function partOfYear(part: string, year: number): Days {
  const months = part.startsWith('Q') ? 3 : 6;
  const month = (Number(part.slice(1)) - 1) * months + 1;
  return {
    start: firstOf(year, month),
    end: firstOf(year, month + months),
    words: `in ${part} ${year}`,
  };
}

function years(side: string, first: number, last: number): Days {
  if (side === 'since') return { start: firstOf(first, 1), end: null, words: `since ${first}` };
  if (side === 'after') return { start: firstOf(first + 1, 1), end: null, words: `after ${first}` };
  if (side === 'before') return { start: null, end: firstOf(first, 1), words: `before ${first}` };
  if (side === 'until') return { start: null, end: firstOf(first + 1, 1), words: `until ${first}` };
  const [from, to] = first <= last ? [first, last] : [last, first];
  const words = from === to ? `in ${from}` : `from ${from} to ${to}`;
  return { start: firstOf(from, 1), end: firstOf(to + 1, 1), words };
}

function firstOf(year: number, month: number): Day {
  return month > 12 ? firstOf(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}-01`;
}
