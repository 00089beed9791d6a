import type { Placed } from '../extract/placed.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const WRITTEN_DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}:\d{2}(?::\d{2})?)$/u;
const YEAR = /^(?:19|20)\d{2}(?:[-/–](?:\d{2}|(?:19|20)\d{2}))?$/u;
const DAY = /^\d{1,2}$/u;
const AFTER_MONTH = new RegExp(String.raw`\b${MONTH}\.?[ \u00a0]$`, 'u');
const AFTER_MONTH_AND_DAY = new RegExp(
  String.raw`\b${MONTH}\.?[ \u00a0]\d{1,2}(?:st|nd|rd|th)?,?[ \u00a0]$`,
  'u',
);
const BEFORE_MONTH = new RegExp(String.raw`^(?:st|nd|rd|th)?[ \u00a0](?:of )?${MONTH}\b`, 'u');
const SAYS_WHEN =
  /(?:\b(?:in|since|by|until|till|during|before|after|late|early|mid|end|end of|fiscal|fy|quarter|quarter of|half of|year|spring|summer|autumn|fall|winter|q[1-4]|h[12])[ \u00a0-]|©[ \u00a0]?)$/iu;
const NAMES_A_PERIOD = /\b(?:quarter|half|fiscal|fy|q[1-4]|h[12])[ \u00a0]$/iu;
/** What would make a count of a year: `in 2000 homes`, `by 2000 MW`. */
const ENDS_A_YEAR =
  /^(?:$|[.,;:!?)\]"”’\n–—-]|['’]s\b|[ \u00a0](?:and|or|to|as|the|a|an|in|on|at|for|with|but|when|while|from|by|after|before|until|was|is|has|had|were|will|would|which|that|it|its|he|she|they|we)\b)/iu;
const LIST_MARK = /^[.)][ \t\u00a0]/u;

/**
 * Whether a numeral says when, or counts the items of a list, beyond doubt: a day with its month, a year after a word that
 * asks for one, a date or a time of day, the number at the head of a line. What it cannot tell is none of them.
 */
export function isDateOrListMark(text: string, { start, end }: Placed): boolean {
  const numeral = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 16);
  if (WRITTEN_DATE.test(numeral)) return !/[$£€¥%]$/u.test(before) && !/^ ?%/u.test(after);
  if (YEAR.test(numeral)) return isYear(before, after);
  if (!DAY.test(numeral)) return false;
  if (AFTER_MONTH.test(before)) return /^(?:st|nd|rd|th)?(?![\p{L}\p{N}%])/u.test(after);
  return (BEFORE_MONTH.test(after) && !/[$£€¥]$/u.test(before)) || isListMark(before, after);
}

function isYear(before: string, after: string): boolean {
  if ([AFTER_MONTH, AFTER_MONTH_AND_DAY, NAMES_A_PERIOD].some((said) => said.test(before))) return true;
  return SAYS_WHEN.test(before) && ENDS_A_YEAR.test(after);
}

function isListMark(before: string, after: string): boolean {
  return /(?:^|\n)[ \t]*$/u.test(before) && LIST_MARK.test(after);
}
