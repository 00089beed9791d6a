import { anyCase } from './any-case.ts';
import { HOME_DOLLAR, PREFIX, SUFFIX } from './currencies.ts';
import { DIGITS, SPACED, WORDS, writtenNumber } from './written-numbers.ts';

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
  [/^(?:lakh[ -]crores?)$/i, 1e12],
  [/^(?:t|tn|trn|trillions?)$/i, 1e12],
  [/^(?:b|bn|bln|billions?|milliards?|mrd)$/i, 1e9],
  [/^(?:m|mm|mn|mln|mio|millions?)$/i, 1e6],
  [/^(?:crores?|cr)$/i, 1e7],
  [/^(?:lakhs?|lacs?)$/i, 1e5],
  [/^(?:k|thousands?)$/i, 1e3],
  [/^(?:p|pence|penny|cents?|c|¢)$/i, 1e-2],
];

const SCALE_WORDS =
  'lakh[ -]crores?|thousands?|milliards?|mrd|millions?|billions?|trillions?|crores?|lakhs?|lacs?|mln|bln|trn|mio|mn|bn|tn|mm|cr';
const SCALE = String.raw`(?:[ \u00a0-]?(?<word>${anyCase(SCALE_WORDS)})|(?<letter>[kKmMbBtT]|(?<=[$£€]\d[\d.,]{0,8}) [MB]))(?![\p{L}\p{N}&])`;
const SUB = String.raw`(?<sub>p|c|¢| ?pence| ?penny| (?:US )?cents?)(?![\p{L}\p{N}])`;

/** A mark, a number, a scale, a name: all but the number may be absent. */
const FIGURE = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}$£€])(?<prefix>${PREFIX})[ \u00a0]?(?<marked>${SPACED}|${DIGITS})|(?<![\p{L}\p{N}.,_])(?<bare>${SPACED}(?= ?(?:${anyCase(SUFFIX)})(?!\p{L}))|${DIGITS}))(?![\p{N}_])(?<plus>\+)?(?: more)?(?:${SCALE}|${SUB})?(?<plusAfter>\+)?(?:[ \u00a0-]?(?<suffix>${anyCase(SUFFIX)})(?![\p{L}\p{N}]))?(?<home> ?\((?:US|U\.S\.|USD|Cdn|Canadian|CAD|Australian|AUD|A\$|C\$)\))?`,
  'gu',
);

const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?<number>half an?|a quarter of a|an?|${WORDS})[ -](?<word>thousand|million|billion|trillion|crore|lakh)|(?<few>${WORDS}))[ -](?<suffix>${SUFFIX}|pence|cents?)(?![\p{L}\p{N}])`,
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
  const groups = match.groups ?? {};
  const { prefix, plus, word, letter, sub, plusAfter, suffix, home } = groups;
  const mantissa = writtenNumber(groups['marked'] ?? groups['bare'] ?? '');
  if (mantissa === null || isNoPrice(match, mantissa)) return [];
  const scaleWord = word ?? letter ?? sub?.replace(/^ ?(?:US )?/u, '');
  const bracket = home?.length ?? 0;
  const isPlusLast = suffix === undefined && /\+$/u.test(match[0].slice(0, match[0].length - bracket));
  return [
    {
      start: match.index,
      end: match.index + match[0].length - bracket - (isPlusLast ? 1 : 0),
      mantissa,
      scale: scaleWord === undefined ? null : scaleOf(scaleWord),
      mark: bracketed(home) ?? codeOf(suffix) ?? prefix ?? suffix ?? markOfSub(sub) ?? null,
      isPlus: plus !== undefined || plusAfter !== undefined,
    },
  ];
}

const PER_SHARE = /^ (?:a|per|each|fully|unfranked|dividend|higher|lower|at|to|premium|discount)\b/u;

/** Screens, temperatures, and what bears a mark before it and a penny after. */
function isNoPrice({ groups, input, index, 0: whole }: RegExpExecArray, mantissa: number): boolean {
  const { prefix, sub } = groups ?? {};
  if (sub === 'p') return prefix !== undefined || SCREENS.includes(mantissa);
  if (sub !== 'c') return false;
  return (
    prefix !== undefined || !PER_SHARE.test(input.slice(index + whole.length, index + whole.length + 12))
  );
}

/** `$47.95 (Canadian)`. */
function bracketed(home: string | undefined): string | undefined {
  if (home === undefined) return undefined;
  if (/U/u.test(home) && !/AUD/u.test(home)) return 'USD';
  return /C/u.test(home) ? 'CAD' : 'AUD';
}

/** `$5 million CAD`: the code says more than the mark. */
function codeOf(suffix: string | undefined): string | undefined {
  return suffix !== undefined && /^\p{Lu}{3}$/u.test(suffix) ? suffix : undefined;
}

function markOfSub(sub: string | undefined): string | undefined {
  if (sub === undefined) return undefined;
  if (/^(?:p| ?pence| ?penny)$/iu.test(sub)) return '£';
  return /US/u.test(sub) ? 'USD' : HOME_DOLLAR;
}

function fromWords(match: RegExpExecArray): WrittenAmount[] {
  const { number, few, word, suffix = '' } = match.groups ?? {};
  const mantissa = wordMantissa((number ?? few ?? '').toLowerCase());
  if (mantissa === null || A_BILLION_DOLLAR.test(match[0])) return [];
  const isSub = /^(?:pence|cents?)$/iu.test(suffix);
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      mantissa,
      scale: word !== undefined ? scaleOf(word) : isSub ? 1e-2 : null,
      mark: isSub ? (markOfSub(` ${suffix.toLowerCase()}`) ?? null) : suffix,
      isPlus: false,
    },
  ];
}

/** `a billion-dollar company` says no sum. */
const A_BILLION_DOLLAR = /^an? \p{L}+-\p{L}+$/iu;

function wordMantissa(words: string): number | null {
  if (words === 'a' || words === 'an') return 1;
  if (words.startsWith('half')) return 0.5;
  if (words.startsWith('a quarter')) return 0.25;
  return writtenNumber(words);
}

export function scaleOf(written: string): number | null {
  return SCALE_VALUES.find(([pattern]) => pattern.test(written.trim()))?.[1] ?? null;
}
