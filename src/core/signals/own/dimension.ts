import { isMoney, type UnitId } from '../../quantities/unit.ts';
import type { Flag } from '../flag.ts';

/**
 * What an amount is measured in, as powers of bases: money per month is money^1 months^-1, a ratio has none.
 * Law: only like is added to like; multiplying adds powers, dividing subtracts them.
 */
export const BASES = ['money', 'years', 'months', 'days', 'percent', 'points', 'count'] as const;
export type Base = (typeof BASES)[number];

export interface Dimension {
  readonly powers: Readonly<Partial<Record<Base, number>>>;
  /** Set where the expression itself writes the currency; null: that of the company's figures. */
  readonly currency: UnitId | null;
}

export const PLAIN: Dimension = { powers: {}, currency: null };

export function of(base: Base, power = 1): Dimension {
  return { powers: { [base]: power }, currency: null };
}

/** Null for a unit that is no currency. */
export function moneyIn(currency: UnitId): Dimension | null {
  return isMoney(currency) ? { powers: { money: 1 }, currency } : null;
}

export function isAlike(a: Dimension, b: Dimension): boolean {
  return BASES.every((base) => powerOf(a, base) === powerOf(b, base));
}

/** Two written currencies that are not the same. */
export function disagreesOnCurrency(a: Dimension, b: Dimension): boolean {
  return a.currency !== null && b.currency !== null && a.currency !== b.currency;
}

export function product(a: Dimension, b: Dimension, way: 1 | -1): Dimension {
  const powers = Object.fromEntries(
    BASES.map((base) => [base, powerOf(a, base) + way * powerOf(b, base)] as const).filter(
      ([, power]) => power !== 0,
    ),
  );
  return { powers, currency: a.currency ?? b.currency };
}

export function powerOf({ powers }: Dimension, base: Base): number {
  return powers[base] ?? 0;
}

export function isPlainDimension(dimension: Dimension): boolean {
  return isAlike(dimension, PLAIN);
}

const SEVERAL: Readonly<Record<Base, string>> = {
  money: 'money',
  years: 'years',
  months: 'months',
  days: 'days',
  percent: 'per cent',
  points: 'percentage points',
  count: 'a count',
};

const EACH: Readonly<Record<Base, string>> = {
  ...SEVERAL,
  years: 'year',
  months: 'month',
  days: 'day',
  points: 'percentage point',
  count: 'head',
};

/** `money`, `money per month`, `a plain number`: reads after "is" and "in". */
export function dimensionWords(dimension: Dimension): string {
  const worded = (sign: 1 | -1, names: Readonly<Record<Base, string>>) =>
    BASES.filter((base) => sign * powerOf(dimension, base) > 0).map((base) =>
      powerWords(dimension, base, names),
    );
  const upper = worded(1, SEVERAL).join(' times ');
  const lower = worded(-1, EACH).join(' and ');
  if (upper === '' && lower === '') return 'a plain number';
  return `${upper === '' ? 'a number' : upper}${lower === '' ? '' : ` per ${lower}`}`;
}

function powerWords(dimension: Dimension, base: Base, names: Readonly<Record<Base, string>>): string {
  const word = base === 'money' ? (dimension.currency ?? names.money) : names[base];
  const power = Math.abs(powerOf(dimension, base));
  return power === 1 ? word : `${word} to the power of ${power}`;
}

type MeasureUnit = Flag['unit'];

/** Units in which a result may be shown, the usual one first; empty where a signal cannot be made of it. */
export function measureUnitsFor(dimension: Dimension): readonly MeasureUnit[] {
  if (isPlainDimension(dimension)) return ['x', 'share', 'score', 'index'];
  if (isAlike(dimension, of('count')) || isAlike(dimension, of('count', -1))) return ['score', 'index'];
  const single = (['percent', 'points', 'months', 'days'] as const).find((base) =>
    isAlike(dimension, of(base)),
  );
  return single === undefined ? [] : [single];
}

/** What a built-in signal of this unit is measured in. */
export function dimensionOfUnit(unit: MeasureUnit): Dimension {
  const single = (['percent', 'points', 'months', 'days'] as const).find((base) => base === unit);
  return single === undefined ? PLAIN : of(single);
}
