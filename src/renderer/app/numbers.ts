import { isMoney, isUnitId, unitOf } from '#core/quantities/unit.ts';

/**
 * Numbers as the reader's locale writes them. Amounts are in full units here: stored integers end at the host.
 * Law: a missing number is never shown as zero; callers say what its absence means.
 */
const SCALES = [
  { from: 1e12, suffix: 'tn' },
  { from: 1e9, suffix: 'bn' },
  { from: 1e6, suffix: 'm' },
] as const;

const short = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });

/** Without its unit: `38 bn`, `1.4 tn`, `12,500`, `31`. */
export function shortNumber(full: number): string {
  const scale = SCALES.find(({ from }) => Math.abs(full) >= from);
  return scale === undefined ? plain.format(full) : `${short.format(full / scale.from)} ${scale.suffix}`;
}

/** Every digit, grouped, without its unit: `38,000,000,000`. */
export function fullNumber(full: number): string {
  return plain.format(full);
}

/** With its unit: `USD 38 bn`, `31 %`, `7 years`. `unit` is a unit id, or any text to stand behind the number. */
export function shortAmount(full: number, unit: string | null): string {
  return withUnit(shortNumber(full), unit);
}

export function fullAmount(full: number, unit: string | null): string {
  return withUnit(fullNumber(full), unit);
}

function withUnit(digits: string, unit: string | null): string {
  if (unit === null || unit === 'count') return digits;
  if (!isUnitId(unit)) return `${digits} ${unit}`;
  if (isMoney(unit)) return `${unit} ${digits}`;
  return unit === 'percent' ? `${digits} %` : `${digits} ${unitOf(unit).label}`;
}

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `3 Nov 2025` for `2025-11-03`. */
export function dayText(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : dayFormat.format(time);
}

/** A recorded UTC instant in the reader's own time zone. */
export function instantText(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : instantFormat.format(time);
}

/** Choices are stored as `letter-of-intent` and read as `letter of intent`. */
/** Where the stored word is a term of accounting that reads as another thing. */
const PLAIN: Readonly<Record<string, string>> = { stock: 'level at one time' };

export function choiceText(stored: string): string {
  return PLAIN[stored] ?? stored.replaceAll('-', ' ');
}

export const STANCES = [
  { stance: 1, label: 'in favour' },
  { stance: 0, label: 'neutral' },
  { stance: -1, label: 'against' },
] as const;

/** How a quote leans, in words. */
export function stanceText(stance: number): string {
  return STANCES.find((known) => known.stance === stance)?.label ?? String(stance);
}
