import { isMoney, isUnitId, toFull, type UnitId, unitOf } from './unit.ts';

/**
 * Amounts as people of the trade write them: `USD 38bn`, `31 %`, `7 years`. Locale-free, so the same
 * ledger reads the same everywhere; screens format digits for the reader's locale themselves.
 */
const SCALES = [
  { power: 12, suffix: 'tn' },
  { power: 9, suffix: 'bn' },
  { power: 6, suffix: 'm' },
] as const;

/** Short form with up to four significant decimals, e.g. `USD 789.6bn`. */
export function amountText(stored: number, unit: UnitId): string {
  const full = toFull(stored, unit);
  if (isMoney(unit)) return `${unit} ${scaledText(full)}`;
  if (unit === 'percent') return `${trimmed(full)} %`;
  if (unit === 'count') return scaledText(full);
  return `${scaledText(full)} ${unitOf(unit).label}`;
}

export interface StatedAmount {
  readonly lo: number | null;
  readonly point: number | null;
  readonly hi: number | null;
}

/** Range form: `USD 5bn to 10bn`, `USD 1tn or more`, `undisclosed`. */
export function statedAmountText(amount: StatedAmount, unit: UnitId): string {
  if (amount.lo === null) return 'undisclosed';
  if (amount.hi === null) return `${amountText(amount.lo, unit)} or more`;
  if (amount.lo === amount.hi) return amountText(amount.lo, unit);
  if (amount.lo === 0 && amount.point === amount.hi) return `up to ${amountText(amount.hi, unit)}`;
  return `${amountText(amount.lo, unit)} to ${bare(amount.hi, unit)}`;
}

function bare(stored: number, unit: UnitId): string {
  const text = amountText(stored, unit);
  return isMoney(unit) ? text.slice(unit.length + 1) : text;
}

function scaledText(full: number): string {
  const scale = SCALES.find(({ power }) => Math.abs(full) >= 10 ** power);
  if (scale === undefined) return trimmed(full);
  return `${trimmed(full / 10 ** scale.power)}${scale.suffix}`;
}

function trimmed(amount: number): string {
  return String(Number(amount.toFixed(4)));
}

const WRITTEN =
  /^([a-z]{3}(?=[\s\d-])|[$£€¥])?\s*(-?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(\.\d+)?\s*([a-z]+|%)?$/i;
const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
  '%': 0,
};
const MARKS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'HKD', 'SGD'],
  '£': ['GBP'],
  '€': ['EUR'],
  '¥': ['JPY', 'CNY'],
};

/**
 * Reads what an analyst types into a cell: `38bn`, `1.4 tn`, `38,000,000,000`, `31%`. Full units, or null if unreadable.
 * Point is the decimal mark, and commas or spaces count only where they group thousands: `1,5` is refused rather than
 * read as 15. A currency mark and a per cent sign must fit `unit`.
 */
export function parseAmount(text: string, unit: UnitId | null = null): number | null {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return null;
  const [, mark, sign, digits = '', decimals = '', suffix] = match;
  const power = suffix === undefined ? 0 : POWERS[suffix.toLowerCase()];
  if (power === undefined || (mark !== undefined && !fits(mark, unit))) return null;
  if (suffix === '%' && unit !== null && unit !== 'percent') return null;
  return Number(`${sign}${digits.replace(/[, ]/g, '')}${decimals}e${power}`);
}

function fits(mark: string, unit: UnitId | null): boolean {
  const meant = MARKS[mark] ?? [mark.toUpperCase()];
  return unit === null ? meant.every((id) => isUnitId(id)) : meant.includes(unit);
}
