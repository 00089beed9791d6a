import { WORDS, writtenNumber } from '../written-numbers.ts';

/** How many years a deal runs; a last year counts only where the words give the first too. */
const NUMBER = String.raw`(?<number>\d{1,3}(?:\.\d+)?|${WORDS}|a|an?|half a|one-and-a-half)`;
const LENGTHS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.$-])${NUMBER}[- ](?<unit>year|month|decade)s?\b(?=[-, ])(?!-old| old| ago| low| high| later| earlier| since| history| record| after)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?:over|for|during|lasting|spanning|runs?(?: for)?|across|through|spread over|period of|term of|tenor of|/)(?: (?:the|a|about|around|approximately|up to|at least|more than|an initial|initial|next|coming|following|period of|term of|further|minimum of|total of|course of))* ?${NUMBER}(?:[- ](?:to|-)[- ]\d+)?[- ](?<unit>year|yr|month|decade)s?\b(?! ago| old| later)`,
    'giu',
  ),
];
const BETWEEN_YEARS =
  /\b(?:from|between|starting in|beginning in) (?:\p{L}+ )?(?<from>20\d\d) (?:until|to|and|through|till) (?:\p{L}+ (?:of )?)?(?<until>20\d\d)\b|\b(?<start>20\d\d)[-–](?<stop>20\d\d)\b/u;
const UNIT_YEARS: Readonly<Record<string, number>> = { year: 1, yr: 1, month: 1 / 12, decade: 10 };
/** Nothing of the genre runs longer. */
const LONGEST = 99;
const NO_TERM = /\b(?:last|past|previous|recent|first|every|experience|warranty|delay)\b[^,.]{0,14}$/iu;

export function termIn(text: string): number | null {
  if (!/year|month|decade|yr|20\d\d/iu.test(text)) return null;
  for (const pattern of LENGTHS)
    for (const match of text.matchAll(pattern)) {
      const years = yearsOf(match);
      if (years !== null && !NO_TERM.test(text.slice(Math.max(0, match.index - 24), match.index)))
        return years;
    }
  return betweenYears(text);
}

function yearsOf({ groups }: RegExpExecArray): number | null {
  const written = (groups?.['number'] ?? '').toLowerCase();
  const unit = UNIT_YEARS[(groups?.['unit'] ?? '').toLowerCase()];
  const count = /^an?$/u.test(written) ? (unit === 10 ? 1 : null) : writtenNumber(written);
  if (count === null || unit === undefined) return null;
  const years = Math.round(count * unit * 100) / 100;
  return years > 0 && years <= LONGEST ? years : null;
}

function betweenYears(text: string): number | null {
  const groups = BETWEEN_YEARS.exec(text)?.groups;
  const from = Number(groups?.['from'] ?? groups?.['start']);
  const until = Number(groups?.['until'] ?? groups?.['stop']);
  return until > from && until - from <= LONGEST ? until - from : null;
}
