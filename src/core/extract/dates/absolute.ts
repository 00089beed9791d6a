import {
  type DayWindow,
  dayAt,
  fullYear,
  MONTH_NAMES,
  monthNamed,
  monthsFrom,
  oneDay,
  type PartOfSpan,
  partOf,
  WEEKDAY_NAMES,
  yearWindow,
} from './calendar.ts';
import { bounded, type DateRule, type Groups, LEAD, type Setting } from './date-rule.ts';

/** Dates that need no day of publication: `3 November 2025`, `Q3 2025`, `FY26`, `late 2026`, `2026-27`. */
const YEAR = String.raw`(?:1[89]|20|21)\d{2}`;
const MONTH = String.raw`(?<month>${MONTH_NAMES})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const ON = String.raw`(?:(?:${WEEKDAY_NAMES}|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.?,? )?(?:the )?`;
const PART = String.raw`(?:(?<part>[Ee]arly|[Mm]id(?:dle of)?|[Ll]ate(?:r in)?|(?:the )?(?:very )?[Ee]nd(?: of|-of)?|(?:the )?[Cc]lose of|[Yy]ear[- ]end|(?:the )?(?:[Ss]tart|[Bb]eginning)(?: of)?)[ -](?:of )?)?`;
const ORDINAL = '(?<ordinal>first|second|third|fourth|final|last)';
const OF = String.raw`(?: of)?(?: the)?,? `;
const FISCAL = String.raw`(?<fiscal>(?:fiscal(?: year)?|financial year|FY|FY ?’|FY'|the fiscal year|the financial year) ?)`;
const SHORT_OR_YEAR = String.raw`(?<year>${YEAR}|\d{2})(?:[/–-](?<until>\d{2}|${YEAR}))?`;

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

export const ABSOLUTE: readonly DateRule[] = [
  {
    pattern: bounded(`${LEAD}(?<year>${YEAR})-(?<month>\\d{2})-(?<day>\\d{2})(?:T[\\d:.]+Z?)?`),
    window: ({ year, month, day }) => oneDay(dayAt(Number(year), Number(month), Number(day))),
  },
  {
    pattern: bounded(`${LEAD}${ON}${DAY}(?: of)?[ -]${MONTH},?[ -](?<year>${YEAR})`),
    window: namedDay,
  },
  { pattern: bounded(`${LEAD}${ON}${MONTH} ${DAY},? (?<year>${YEAR})`), window: namedDay },
  { pattern: bounded(String.raw`(?<a>\d{1,2})/(?<b>\d{1,2})/(?<year>${YEAR})`), window: slashedDay },
  {
    pattern: bounded(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>${YEAR})`),
    window: ({ day, month, year }) => oneDay(dayAt(Number(year), Number(month), Number(day))),
  },
  {
    pattern: bounded(
      String.raw`(?:the )?(?<span>full[- ]year|year|(?:six|6|nine|9|three|3|twelve|12) months|half[- ]year|quarter)(?: that)? (?:to|ended|ending|ends|through)(?: the)?(?: end of| on)? (?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?${MONTH}(?: (?<dayAfter>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>${YEAR})`,
    ),
    window: spanEnding,
  },
  { pattern: bounded(`${LEAD}${PART}${MONTH},? (?<year>${YEAR})`), window: monthOfYear },
  {
    pattern: bounded(String.raw`Q(?<quarter>[1-4]),?(?: of)? ?(?:${FISCAL})?${SHORT_OR_YEAR}`),
    window: quarterOf,
  },
  { pattern: bounded(String.raw`(?<quarter>[1-4])Q ?(?:${FISCAL})?${SHORT_OR_YEAR}`), window: quarterOf },
  { pattern: bounded(String.raw`(?<fiscal>FY ?)${SHORT_OR_YEAR} Q(?<quarter>[1-4])`), window: quarterOf },
  {
    pattern: bounded(String.raw`${LEAD}(?:the )?${ORDINAL} quarter${OF}(?:${FISCAL})?(?<year>${YEAR})`),
    window: quarterOf,
  },
  { pattern: bounded(String.raw`H(?<half>[12]),?(?: of)? ?(?:${FISCAL})?${SHORT_OR_YEAR}`), window: halfOf },
  { pattern: bounded(String.raw`(?<half>[12])H ?(?:${FISCAL})?${SHORT_OR_YEAR}`), window: halfOf },
  {
    pattern: bounded(String.raw`${LEAD}(?:the )?${ORDINAL} half${OF}(?:${FISCAL})?(?<year>${YEAR})`),
    window: halfOf,
  },
  {
    pattern: bounded(`${LEAD}${PART}(?:the )?${FISCAL}${SHORT_OR_YEAR}(?<guess>[EeFf])?`),
    window: fiscalYear,
  },
  {
    pattern: bounded(
      String.raw`(?:between |from )?(?<year>${YEAR}) ?(?:-|–|—|to|and) ?(?<until>\d{2}|${YEAR})`,
    ),
    window: years,
  },
  {
    pattern: bounded(String.raw`(?:the )?(?<decade>(?:19|20)\d0)s`),
    window: ({ decade }) => yearWindow(Number(decade), 10),
  },
  {
    pattern: bounded(
      String.raw`${LEAD}${PART}(?:calendar(?: year)? |CY ?)?(?<year>(?:19[5-9]|20[0-9])\d)(?![ -]?(?:[%$£€]|per cent|percent|(?:million|billion|trillion|bn|tn|crore|lakh|employees|people|staff|workers|jobs|units|tonnes|tons|customers|users|stores|shares|words|MW|GW|km|points|dollars|pounds|euros)\b))`,
    ),
    window: ({ part, year }) => cut(yearWindow(Number(year)), part),
  },
];

function namedDay({ day, month, year }: Groups): DayWindow | null {
  const at = monthNamed(month ?? '');
  return at === null ? null : oneDay(dayAt(Number(year), at, Number(day)));
}

/** `3/11/2025` is a day in November or in March: only a part above 12, or two equal parts, decide. */
function slashedDay({ a, b, year }: Groups): DayWindow | null {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return oneDay(dayAt(Number(year), second, first));
  return second > 12 ? oneDay(dayAt(Number(year), first, second)) : null;
}

function monthOfYear({ part, month, year }: Groups): DayWindow | null {
  const at = monthNamed(month ?? '');
  return at === null ? null : cut(monthsFrom(Number(year), at, 1), part);
}

const SPANS: readonly (readonly [RegExp, number])[] = [
  [/^(?:three|3)|^quarter/u, 3],
  [/^(?:six|6)|^half/u, 6],
  [/^(?:nine|9)/u, 9],
  [/./u, 12],
];

/** The months up to the end of the one named; a day within it stands for its end. */
function spanEnding({ span = '', month, year }: Groups): DayWindow | null {
  const at = monthNamed(month ?? '');
  const months = SPANS.find(([pattern]) => pattern.test(span))?.[1];
  return at === null || months === undefined ? null : monthsFrom(Number(year), at - months + 1, months);
}

function quarterOf(groups: Groups, setting: Setting): DayWindow | null {
  const quarter = Number(groups['quarter'] ?? ORDINALS[groups['ordinal'] ?? ''] ?? 4);
  return monthsOfYear(groups, setting, { first: 3 * (quarter - 1), months: 3 });
}

function halfOf(groups: Groups, setting: Setting): DayWindow | null {
  const half = Number(groups['half'] ?? (groups['ordinal'] === 'first' ? 1 : 2));
  return monthsOfYear(groups, setting, { first: 6 * (half - 1), months: 6 });
}

function monthsOfYear(
  { fiscal, year = '', until }: Groups,
  { fiscalStart }: Setting,
  { first, months }: { readonly first: number; readonly months: number },
): DayWindow | null {
  if (fiscal === undefined && until === undefined) return monthsFrom(fullYear(year), 1 + first, months);
  if (fiscalStart === null) return null;
  const began = until === undefined ? fullYear(year) - 1 : fullYear(year);
  return monthsFrom(began, fiscalStart + first, months);
}

/** When a fiscal year begins differs by company: without a hint its days are not guessed. */
function fiscalYear({ part, year = '', until }: Groups, { fiscalStart }: Setting): DayWindow | null {
  if (fiscalStart === null) return null;
  const began = until === undefined ? fullYear(year) - 1 : fullYear(year);
  return cut(monthsFrom(began, fiscalStart, 12), part);
}

/** `2026-27` holds both readings: a fiscal year that spans them, or either calendar year. */
function years({ year = '', until = '' }: Groups): DayWindow | null {
  const [from, last] = [Number(year), until.length === 2 ? Number(year.slice(0, 2) + until) : Number(until)];
  return last > from && last - from <= 60 ? yearWindow(from, last - from + 1) : null;
}

const PARTS: readonly (readonly [RegExp, PartOfSpan])[] = [
  [/^early/iu, 'early'],
  [/^mid/iu, 'mid'],
  [/^late/iu, 'late'],
  [/(?:start|beginning)/iu, 'start'],
  [/end|close/iu, 'end'],
];

export function partNamed(words: string): PartOfSpan | null {
  return PARTS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

export function cut(window: DayWindow | null, words: string | undefined): DayWindow | null {
  const part = words === undefined ? null : partNamed(words);
  return window === null || part === null ? window : partOf(window, part);
}
