import type { Line } from '../lines.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DATES: readonly RegExp[] = [
  /(?<![\d-])(?<year>20\d\d|19\d\d)-(?<number>\d\d)-(?<day>\d\d)(?!\d)/u,
  new RegExp(
    String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\.?,? (?<year>(?:19|20)\d\d)(?!\d)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${MONTH}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\d\d)(?!\d)`,
    'iu',
  ),
];

/** The first full date of some words, as `2025-11-03`. */
export function dateIn(words: string): string | null {
  const found = DATES.map((pattern) => pattern.exec(words))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index)[0]?.groups;
  if (found === undefined) return null;
  const month =
    found['number'] ?? String(MONTHS.indexOf((found['month'] ?? '').slice(0, 3).toLowerCase()) + 1);
  const day = found['day'] ?? '';
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${found['year']}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const STAMPED = /\b(?:published|posted|date|first published)\b/iu;
const UPDATED = /\b(?:updated|modified)\b/iu;
const LONGEST_STAMP = 170;

/** Day of publication: a stamp that says so, a date alone above the article, its dateline; an update only where nothing else is said. */
export function publishedIn(lines: readonly Line[], opening: readonly Line[]): string | null {
  const stamps = lines.filter(({ text }) => text.length <= LONGEST_STAMP);
  const said = stamps.filter(
    ({ text }) => STAMPED.test(text) && /^[^.!?]{0,60}\b(?:published|posted|date)\b/iu.test(text),
  );
  const above = opening.filter(({ text }) => text.length <= LONGEST_STAMP && !UPDATED.test(text));
  const datelines = opening
    .map(({ text }) => text.slice(0, LONGEST_STAMP))
    .filter((text) => /^\s*\p{Lu}{3}[^\n]{0,120}?(?: --? | — | – )/u.test(text));
  const updated = stamps.filter(({ text }) => UPDATED.test(text));
  const candidates = [
    ...said.map(({ text }) => text.slice(text.search(STAMPED))),
    ...above.map(({ text }) => text),
    ...datelines,
    ...updated.map(({ text }) => text),
  ];
  for (const words of candidates) {
    const day = dateIn(words);
    if (day !== null) return day;
  }
  return null;
}
