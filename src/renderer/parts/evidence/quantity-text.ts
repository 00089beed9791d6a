import { headlineOf, type Interval } from '#core/quantities/interval.ts';
import { isMoney, isUnitId } from '#core/quantities/unit.ts';

/**
 * Quantities as the screen shows them, in the reader's locale.
 * Law: null reads "unknown", an open end reads "or more", and rounding is for display only.
 * Units are those of flags (x, share, days ...) and of figures (USD, years, GW ...).
 */
export interface TextOptions {
  /** BCP 47 tag; the reader's own where left out. */
  readonly locale?: string;
  /** All digits, for tooltips. */
  readonly isFull?: boolean;
}

const SCALES = [
  { floor: 1e12, suffix: 'tn' },
  { floor: 1e9, suffix: 'bn' },
  { floor: 1e6, suffix: 'm' },
] as const;

const SUFFIXES: Readonly<Record<string, string>> = {
  x: 'x',
  share: '%',
  percent: '%',
  index: '',
  score: '',
  months: ' months',
  days: ' days',
  points: ' points',
  count: '',
  years: ' years',
  GW: ' GW',
  'GW/week': ' GW a week',
  'per-second': ' per second',
};

export function quantityText(quantity: number | null, unit: string, options: TextOptions = {}): string {
  if (quantity === null) return 'unknown';
  return `${prefixOf(unit)}${bareText(quantity, unit, options)}`;
}

/** `47.5x to 280x`, `USD 1tn or more`, `107.7x` where both ends read alike, `unknown`. */
export function intervalText(interval: Interval | null, unit: string, options: TextOptions = {}): string {
  if (interval === null) return 'unknown';
  const low = quantityText(interval.lo, unit, options);
  if (interval.hi === null) return `${low} or more`;
  const high = bareText(interval.hi, unit, options);
  if (`${prefixOf(unit)}${high}` === low) return low;
  const suffix = suffixOf(unit);
  return `${suffix.startsWith(' ') ? low.slice(0, -suffix.length) : low} to ${high}`;
}

/** A measured text that may break only between its two ends, or before "or more". */
export function unbroken(text: string): string {
  return text.replaceAll(/ (?!to |or more)/g, '\u00a0');
}

/** The one number of a headline: the stated point, else the finite end that severity is judged by. */
export function headlineText(interval: Interval | null, unit: string, options: TextOptions = {}): string {
  if (interval === null) return 'unknown';
  if (interval.point === null) return intervalText(interval, unit, options);
  return quantityText(headlineOf(interval), unit, options);
}

/** The range behind a headline, or null where the headline already says it all. */
export function rangeText(interval: Interval | null, unit: string, options: TextOptions = {}): string | null {
  if (interval === null || interval.point === null) return null;
  const range = intervalText(interval, unit, options);
  return range === quantityText(interval.point, unit, options) ? null : range;
}

function prefixOf(unit: string): string {
  return isUnitId(unit) && isMoney(unit) ? `${unit} ` : '';
}

function bareText(quantity: number, unit: string, options: TextOptions): string {
  const shown = unit === 'share' ? quantity * 100 : quantity;
  const scale =
    options.isFull === true || !isScaled(unit)
      ? undefined
      : SCALES.find(({ floor }) => Math.abs(shown) >= floor);
  const digits = digitsText(scale === undefined ? shown : shown / scale.floor, unit, options);
  return `${digits}${scale?.suffix ?? ''}${suffixOf(unit)}`;
}

function isScaled(unit: string): boolean {
  return unit === 'count' || unit === 'per-second' || (isUnitId(unit) && isMoney(unit));
}

function suffixOf(unit: string): string {
  return SUFFIXES[unit] ?? (unit === '' || (isUnitId(unit) && isMoney(unit)) ? '' : ` ${unit}`);
}

function digitsText(amount: number, unit: string, { locale, isFull }: TextOptions): string {
  const maximumFractionDigits = isFull === true ? 8 : decimalsOf(Math.abs(amount), unit);
  return new Intl.NumberFormat(locale, { maximumFractionDigits, roundingMode: 'halfExpand' }).format(amount);
}

const ONE_DECIMAL: readonly string[] = ['index', 'share', 'percent', 'months', 'points'];

function decimalsOf(size: number, unit: string): number {
  if (ONE_DECIMAL.includes(unit)) return 1;
  const isMoneyUnit = isUnitId(unit) && isMoney(unit);
  return size < (isMoneyUnit ? 100 : 10) ? 2 : 1;
}
