import { anyCase } from '../extract/any-case.ts';
import { currencyOf, HOME_DOLLAR, PREFIX, SUFFIX } from '../extract/currencies.ts';
import { DIGITS, writtenNumber } from '../extract/written-numbers.ts';
import { isMoney, isUnitId, type UnitId } from '../quantities/unit.ts';

/** How a question compares: amounts in full units. */
export type Comparison =
  | { readonly op: 'above' | 'at-least' | 'below' | 'at-most' | 'equal'; readonly amount: number }
  | { readonly op: 'between'; readonly from: number; readonly to: number };

export interface AskedAmount {
  readonly comparison: Comparison;
  /** Unit that is asked for; null: any, in as many units of its own. */
  readonly unit: UnitId | null;
  /** Any currency: the question speaks of money and names none. */
  readonly isMoney: boolean;
  /** As it stands in a sentence: `above 10bn`. */
  readonly words: string;
  /** True for an amount that stands there without "above", ">" and the like. */
  readonly isBare: boolean;
  /** Whether it could be no more than a number in a sentence: no unit, no scale and no sign stands with it. */
  readonly isVague: boolean;
  readonly start: number;
  readonly end: number;
}

type Bound = Exclude<Comparison['op'], 'between'>;

const OPERATORS: readonly { readonly pattern: string; readonly op: Bound; readonly word: string }[] = [
  { pattern: '>=|≥|at least|no less than|minimum', op: 'at-least', word: 'of at least' },
  { pattern: '<=|≤|at most|up to|no more than|maximum', op: 'at-most', word: 'of at most' },
  { pattern: '>|over|above|more than|greater than|north of|exceeding', op: 'above', word: 'above' },
  { pattern: '<|under|below|less than|fewer than', op: 'below', word: 'below' },
  { pattern: '=|of exactly|exactly', op: 'equal', word: 'of' },
];

const OPERATOR = OPERATORS.map(({ pattern }) => pattern).join('|');
const SCALES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12, crore: 7, lakh: 5 };
const SCALE = 'thousand|million|billion|trillion|crores?|lakhs?|mln|bln|mn|bn|tn|k|m|b|t';
const UNIT_NAMES = '%|per ?cent|pct|percent|GW/week|GW|gigawatts?|years?';
/** One amount; `n` tells the groups of the two ends of a range apart. */
const amountPattern = (n: 1 | 2): string =>
  String.raw`(?:(?<mark${n}>${PREFIX}) ?)?(?<number${n}>${DIGITS})(?: ?(?<scale${n}>${anyCase(SCALE)})(?![\p{L}\p{N}]))?(?: ?(?<unit${n}>${anyCase(`${UNIT_NAMES}|${SUFFIX}`)})(?![\p{L}\p{N}]))?`;
const ASKED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<between>${anyCase('between|from')}) )?(?:(?<operator>${anyCase(OPERATOR)}) ?)?${amountPattern(1)}(?:(?: ?(?:\.\.+|…|–|—|-) ?| (?:to|and) )${amountPattern(2)})?(?![\p{L}\p{N}])`,
  'gu',
);

/** The first amount that a question asks for; null where none of its numbers is one. */
export function askedAmountIn(text: string): AskedAmount | null {
  for (const match of text.matchAll(ASKED)) {
    const asked = askedOf(match);
    if (asked !== null) return asked;
  }
  return null;
}

function askedOf(match: RegExpExecArray): AskedAmount | null {
  const groups = match.groups ?? {};
  const { operator, number1 = '', scale1, number2, scale2 } = groups;
  const unit = unitIn(groups);
  if (unit === 'unknown') return null;
  const hasUnit = unit !== null || scale1 !== undefined || scale2 !== undefined;
  const isSymbol = operator !== undefined && /^[<>=≥≤]/u.test(operator);
  const isRange = number2 !== undefined;
  if (!hasUnit && !isSymbol && (isYear(number1) || operator === undefined)) return null;
  const first = amountOf(number1, scale1 ?? (isRange ? scale2 : undefined));
  const second = isRange ? amountOf(number2, scale2 ?? scale1) : null;
  if (first === null || (isRange && second === null)) return null;
  return {
    ...comparedAs(operator, first, second),
    unit,
    isMoney: unit === null ? scale1 !== undefined || scale2 !== undefined : isMoney(unit),
    isBare: operator === undefined && !isRange,
    isVague: !hasUnit && !isSymbol,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function comparedAs(
  operator: string | undefined,
  first: number,
  second: number | null,
): Pick<AskedAmount, 'comparison' | 'words'> {
  if (second !== null) {
    const [from, to] = first <= second ? [first, second] : [second, first];
    return {
      comparison: { op: 'between', from, to },
      words: `from ${shortNumber(from)} to ${shortNumber(to)}`,
    };
  }
  const known = OPERATORS.find(({ pattern }) => new RegExp(`^(?:${pattern})$`, 'iu').test(operator ?? '='));
  return {
    comparison: { op: known?.op ?? 'equal', amount: first },
    words: `${known?.word ?? 'of'} ${shortNumber(first)}`,
  };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

function amountOf(digits: string, scale: string | undefined): number | null {
  const number = writtenNumber(digits);
  if (number === null) return null;
  const power = scale === undefined ? 0 : powerOf(scale.toLowerCase());
  const amount = Number(`${number}e${power}`);
  return Number.isFinite(amount) ? amount : null;
}

function powerOf(scale: string): number {
  if (scale.startsWith('thousand')) return 3;
  const name = Object.keys(SCALES).find((one) => (one.length > 1 ? scale.startsWith(one) : scale[0] === one));
  return SCALES[name ?? ''] ?? 0;
}

/** A currency that the ledger does not know can be answered by nothing. */
function unitIn(groups: Readonly<Record<string, string | undefined>>): UnitId | null | 'unknown' {
  const written = groups['mark1'] ?? groups['unit1'] ?? groups['mark2'] ?? groups['unit2'];
  if (written === undefined) return null;
  if (/^(?:%|per ?cent|pct)$/iu.test(written)) return 'percent';
  if (/^years?$/iu.test(written)) return 'years';
  if (/^(?:gw|gigawatts?)$/iu.test(written)) return 'GW';
  if (/^gw\/week$/iu.test(written)) return 'GW/week';
  const currency = currencyOf(written);
  const id = currency === HOME_DOLLAR ? 'USD' : currency;
  return id !== null && isUnitId(id) ? id : 'unknown';
}

const STEPS = [
  { power: 12, suffix: 'tn' },
  { power: 9, suffix: 'bn' },
  { power: 6, suffix: 'm' },
] as const;

/** `10bn`, `1.4tn`, `2500`. */
function shortNumber(amount: number): string {
  const step = STEPS.find(({ power }) => amount >= 10 ** power);
  return step === undefined
    ? String(amount)
    : `${Number((amount / 10 ** step.power).toFixed(6))}${step.suffix}`;
}
