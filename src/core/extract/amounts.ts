import { HOME_DOLLAR, PREFIX, SUFFIX } from './currencies.ts';
import { DIGITS, WORDS, writtenNumber } from './written-numbers.ts';

/**
 * Every figure of a text that may be money: digits or words with what stands tight around them. Whether it is money, and
 * of which currency, is decided by `money.ts`.
 */
export interface WrittenAmount {
  readonly start: number;
  readonly end: number;
  /** The number as printed, before its scale. */
  readonly mantissa: number;
  /** Null where no scale word stands with it. */
  readonly scale: number | null;
  /** Mark or name of a currency as printed. */
  readonly mark: string | null;
  /** A `+` inside or right after the figure. */
  readonly isPlus: boolean;
}

const SCALE_VALUES: readonly (readonly [RegExp, number])[] = [
  [/^(?:lakh crores?)$/i, 1e12],
  [/^(?:t|tn|trn|trillions?)$/i, 1e12],
  [/^(?:b|bn|bln|billions?)$/i, 1e9],
  [/^(?:m|mm|mn|mln|mio|millions?)$/i, 1e6],
  [/^(?:crores?|cr)$/i, 1e7],
  [/^(?:lakhs?|lacs?)$/i, 1e5],
  [/^(?:k|thousands?)$/i, 1e3],
  [/^(?:p|pence|penny|cents?|c|¢)$/i, 1e-2],
];

const SCALE_WORDS =
  'lakh crores?|thousands?|millions?|billions?|trillions?|crores?|lakhs?|lacs?|mln|bln|trn|mio|mn|bn|tn|mm|cr';
const SCALE = String.raw`(?:[ \u00a0-]?(?<word>(?i:${SCALE_WORDS}))|(?<letter>[kKmMbBtT]))(?![\p{L}\p{N}])`;
const SUB = String.raw`(?<sub>p|¢| ?pence| ?penny| cents?)(?![\p{L}\p{N}])`;

/** A mark, a number, a scale, a name: all but the number may be absent. */
const FIGURE = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}$£€])(?<prefix>${PREFIX})[ \u00a0]?|(?<![\p{L}\p{N}.,_]))(?<number>${DIGITS})(?![\p{N}_])(?<plus>\+)?(?: more)?(?:${SCALE}|${SUB})?(?<plusAfter>\+)?(?:[ \u00a0-]?(?<suffix>(?i:${SUFFIX}))(?![\p{L}\p{N}]))?`,
  'gu',
);

const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<number>half an?|a quarter of a|an?|${WORDS})[ -](?<word>thousand|million|billion|trillion|crore|lakh)[ -](?<suffix>${SUFFIX})(?![\p{L}\p{N}])`,
  'giu',
);

/** In the order of the text; figures in words never overlap those in digits. */
export function writtenAmounts(text: string): readonly WrittenAmount[] {
  const inDigits = [...text.matchAll(FIGURE)].flatMap((match) => fromDigits(match));
  const inWords = [...text.matchAll(IN_WORDS)].flatMap(fromWords);
  return [...inDigits, ...inWords].toSorted((a, b) => a.start - b.start);
}

/** Screen sizes are written as prices in pence are. */
const SCREENS = [240, 360, 480, 720, 1080, 1440, 2160, 4320];

function fromDigits(match: RegExpExecArray): WrittenAmount[] {
  const { prefix, number = '', plus, word, letter, sub, plusAfter, suffix } = match.groups ?? {};
  const mantissa = writtenNumber(number);
  if (mantissa === null) return [];
  const scaleWord = word ?? letter ?? sub?.trim();
  const end = match.index + match[0].length;
  const isScreen = sub === 'p' && (prefix !== undefined || SCREENS.includes(mantissa));
  if (isScreen) return [];
  const mark = prefix ?? suffix ?? markOfSub(sub);
  return [
    {
      start: match.index,
      end: plusAfter !== undefined && suffix === undefined ? end - 1 : end,
      mantissa,
      scale: scaleWord === undefined ? null : scaleOf(scaleWord),
      mark: mark ?? null,
      isPlus: plus !== undefined || plusAfter !== undefined,
    },
  ];
}

function markOfSub(sub: string | undefined): string | undefined {
  if (sub === undefined) return undefined;
  return /^(?:p| ?pence| ?penny)$/i.test(sub) ? '£' : HOME_DOLLAR;
}

function fromWords(match: RegExpExecArray): WrittenAmount[] {
  const { number = '', word = '', suffix = '' } = match.groups ?? {};
  const mantissa = wordMantissa(number.toLowerCase());
  if (mantissa === null) return [];
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      mantissa,
      scale: scaleOf(word),
      mark: suffix,
      isPlus: false,
    },
  ];
}

function wordMantissa(words: string): number | null {
  if (words === 'a' || words === 'an') return 1;
  if (words.startsWith('half')) return 0.5;
  if (words.startsWith('a quarter')) return 0.25;
  return writtenNumber(words);
}

export function scaleOf(written: string): number | null {
  return SCALE_VALUES.find(([pattern]) => pattern.test(written.trim()))?.[1] ?? null;
}
