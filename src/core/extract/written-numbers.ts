/**
 * Numbers as the press prints them, in digits or words, with their place in the text. Law: grouping must be proper
 * (1,250 or 1,25,000); a comma is never a decimal mark.
 */
export const DIGITS = String.raw`(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[\u00a0\u202f'’]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:\.\d+)?(?:[½¼¾]| [13]/[24](?!\d))?(?!,\d{1,2}(?!\d))`;
/** Grouped by plain spaces, which only a currency tells from two numbers. */
export const SPACED = String.raw`\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d,])`;

const PARTS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const UNIT_WORDS = Object.keys(UNITS).join('|');
const TENS_WORDS = Object.keys(TENS).join('|');
const BELOW_HUNDRED = `(?:(?:${TENS_WORDS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|${UNIT_WORDS})`;

/** Number words up to 999, as `twenty-five` or `three hundred and ten`. */
export const WORDS = `(?:(?:(?:${UNIT_WORDS}|a) hundred(?: and ${BELOW_HUNDRED})?)|${BELOW_HUNDRED})(?:[- ]and[- ]a[- ]half)?`;

/** The number that digits or words say; null where they say none. */
export function writtenNumber(text: string): number | null {
  const [, units, over, under] = /^(\d+) ([13])\/([24])$/u.exec(text) ?? [];
  if (units !== undefined) return Number(units) + Number(over) / Number(under);
  const dots = text.match(/\./gu)?.length ?? 0;
  const digits = text.replace(dots > 1 ? /[.,\u00a0\u202f'’ ]/gu : /[,\u00a0\u202f'’ ]/gu, '');
  const [, whole, part] = /^(\d*(?:\.\d+)?)([½¼¾])?$/u.exec(digits) ?? [];
  if (whole !== undefined && digits !== '') return Number(whole) + (PARTS[part ?? ''] ?? 0);
  return numberFromWords(text.toLowerCase());
}

function numberFromWords(text: string): number | null {
  const half = /[\s-]and[\s-](?:a|one)[\s-]half$/u;
  const words = text
    .replace(half, '')
    .split(/[\s-]+/u)
    .filter((word) => word !== 'and');
  let sum = half.test(text) ? 0.5 : 0;
  for (const word of words) {
    if (word === 'hundred') sum = Math.max(1, sum) * 100;
    else if (word !== 'a') {
      const part = UNITS[word] ?? TENS[word];
      if (part === undefined) return null;
      sum += part;
    }
  }
  return words.length === 0 ? null : sum;
}
