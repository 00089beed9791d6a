import { holding, type Placed } from '../extract/placed.ts';
import type { Extraction } from '../extract/report.ts';

/** A number as it stands in a text. Set aside: it is part of a name, or stands where nothing is proposed. */
export interface Numeral extends Placed {
  readonly isSetAside: boolean;
}

/** Digits with what separates their groups and decimals; a date or a time of day is one numeral where no space parts it. */
const DIGITS = /\p{Nd}+(?:[.,:'’/_\u00a0\u202f-]\p{Nd}+)*/gu;
/** `GPT-4`, `H100`, `COVID-19`: the digits tell one thing from another and count nothing. */
const NAMED = /(?:\p{L}|\p{L}[-‑–])$/u;

/**
 * Every numeral of a text in its order: digits, and sums and percentages in words where they were read. Law: every digit
 * of the text lies in exactly one numeral.
 */
export function numeralsIn(text: string, { money, percents, excluded }: Extraction): readonly Numeral[] {
  const figures = [...money, ...percents].toSorted((a, b) => a.start - b.start);
  const digits = [...text.matchAll(DIGITS)].map((match): Placed => {
    const start = match.index;
    return { start, end: start + match[0].length };
  });
  const inWords = figures.filter((figure) => !/\p{Nd}/u.test(text.slice(figure.start, figure.end)));
  const isSetAside = (place: Placed): boolean =>
    holding(excluded, place.start) !== null ||
    (isPartOfName(text, place) && holding(figures, place.start) === null);
  return [...digits, ...inWords]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, isSetAside: isSetAside({ start, end }) }));
}

function isPartOfName(text: string, { start }: Placed): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  return NAMED.test(before);
}
