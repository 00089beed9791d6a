import { type Placed, within } from '../extract/placed.ts';
import type { Reading } from '../extract/reading.ts';
import type { ReadAmount } from './candidate.ts';
import { overlaps } from './stretches.ts';

/** The words of a sentence that belong to one of its amounts. */
export interface NearWords {
  readonly before: string;
  readonly after: string;
  /** Both, without the amount. */
  readonly all: string;
}

/** Words that part what is said of one amount from what is said of the next. */
const NEXT = /[,;:()—–]|\b(?:to|and|but|while|from|against|versus|with|compared)\b/iu;
const ASIDE = /[,;()—–]/u;
/** `$10bn in 2025 and `: what is said before the first amount of a list is said of the second. */
const LISTED = /^[^,;:()—–]{0,30}(?:,| and| or| to| then)[^,;:()—–]{0,16}$/iu;

/**
 * From the amount before it to the one after it, so that what a sentence says of one amount is not said of another: in
 * "from today's $13bn to a projected $100bn" only the second is projected. Where the amount is not found in its
 * sentence, all of the sentence.
 */
export function nearWords(
  reading: Reading,
  sentence: Placed,
  { amount, place }: { readonly amount: ReadAmount; readonly place: Placed },
): NearWords {
  const words = reading.text.slice(sentence.start, sentence.end);
  const own = amountPlace(reading, place, amount);
  if (own === null) return { before: words, after: '', all: words };
  const figures = figuresIn(reading, sentence);
  const before = wordsBefore(reading.text, sentence, figures, own);
  const next = figures.find(({ start }) => start >= own.end);
  const rest = reading.text.slice(own.end, next?.start ?? sentence.end);
  const after = rest.split(next === undefined ? ASIDE : NEXT)[0] ?? '';
  return { before, after, all: `${before} ${after}` };
}

function wordsBefore(text: string, sentence: Placed, figures: readonly Placed[], own: Placed): string {
  const previous = figures.findLast(({ end }) => end <= own.start);
  const between = text.slice(previous?.end ?? sentence.start, own.start);
  if (previous === undefined || !LISTED.test(between)) return between;
  return `${wordsBefore(text, sentence, figures, previous)} ${between}`;
}

/** Sums, percentages and what else is counted; years and days of a month are none. */
function figuresIn(reading: Reading, sentence: Placed): readonly Placed[] {
  const counted = [...reading.text.slice(sentence.start, sentence.end).matchAll(NUMERAL)].flatMap((found) => {
    const [digits] = found;
    const start = sentence.start + found.index;
    return /^(?:\d|[12]\d|3[01]|(?:19|20)\d\d)$/u.test(digits) ? [] : [{ start, end: start + digits.length }];
  });
  const known = [...within(reading.money, sentence), ...within(reading.percents, sentence)];
  const others = counted.filter((one) => !known.some((figure) => overlaps(figure, one)));
  return [...known, ...others].toSorted((a, b) => a.start - b.start);
}

const NUMERAL = /\d[\d,]*(?:\.\d+)?/gu;

/** Where the amount is written: by its wording, else the numeral that it is a power of ten of. */
function amountPlace({ text }: Reading, { start, end }: Placed, amount: ReadAmount): Placed | null {
  const words = text.slice(start, end);
  const { wording, low, high } = amount;
  const at = wording === null ? -1 : words.indexOf(wording);
  if (wording !== null && at >= 0) return { start: start + at, end: start + at + wording.length };
  const full = Math.abs(low ?? high ?? 0);
  const numeral = [...words.matchAll(NUMERAL)].find(([digits]) => isScaled(full, digits));
  if (numeral === undefined) return null;
  return { start: start + numeral.index, end: start + numeral.index + numeral[0].length };
}

function isScaled(full: number, digits: string): boolean {
  const number = Number(digits.replaceAll(',', ''));
  const power = Math.log10(full / number);
  return number > 0 && full > 0 && Math.abs(power - Math.round(power)) < 1e-9;
}
