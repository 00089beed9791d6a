import type { Interval } from '../quantities/interval.ts';
import { isMoney, type UnitId } from '../quantities/unit.ts';
import type { Flag } from './flag.ts';

/**
 * Numbers as they stand in workings and notes: `USD 1,400bn / USD 13bn = 107.7x`. Locale-free, so that the same
 * ledger gives the same bytes everywhere. Rounded for reading only, half away from zero; nothing reads them back.
 */
const SCALES = [
  { size: 1e9, suffix: 'bn' },
  { size: 1e6, suffix: 'm' },
] as const;
const WHOLE = { size: 1, suffix: '' } as const;
type Scale = (typeof SCALES)[number] | typeof WHOLE;

/** Four significant digits, one decimal from a thousand up; commas between thousands. */
export function digits(amount: number): string {
  if (amount === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(amount)));
  const decimals = Math.min(12, Math.max(1, 3 - magnitude));
  const [whole = '', fraction = ''] = roundedText(Math.abs(amount), decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const kept = fraction.replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${grouped}${kept === '' ? '' : `.${kept}`}`;
}

/** `USD 38bn`, `USD 5bn to 10bn`, `USD 1,000bn or more`; other units as `5 to 7 years`. */
export function amountWords(amount: Interval, unit: UnitId): string {
  return sharedScale([amount], unit)(amount);
}

/** Writes amounts that stand in one formula at one scale, so that the division can be checked by eye. */
export function sharedScale(amounts: readonly Interval[], unit: UnitId): (amount: Interval) => string {
  if (!isMoney(unit)) return (amount) => `${rangeWords(amount, digits)} ${unit}`;
  const { size, suffix } = scaleFor(amounts);
  return (amount) => rangeWords(amount, (end) => `${digits(end / size)}${suffix}`, `${unit} `);
}

const MARKS: Readonly<Record<Flag['unit'], string>> = {
  x: 'x',
  percent: ' %',
  share: '',
  index: '',
  months: ' months',
  days: ' days',
  points: ' points',
  score: '',
};

/** A result in the unit of its measure: `107.7x`, `15.38x to 21.54x`, `4,145.2`, `49.15 %`. */
export function measureWords(measured: Interval, unit: Flag['unit']): string {
  const mark = MARKS[unit];
  return rangeWords(measured, (end) => `${digits(end)}${mark}`);
}

/** `1 deal`, `3 deals`. */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A clause as a sentence of its own. */
export function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** A choice of the model as a reader says it: `run rate`, `in talks`. */
export function plain(choice: string): string {
  return choice.replaceAll('-', ' ');
}

function rangeWords({ lo, point, hi }: Interval, write: (end: number) => string, prefix = ''): string {
  if (lo === hi) return `${prefix}${write(lo)}`;
  if (hi === null) return `${prefix}${write(lo)} or more`;
  if (lo === 0 && point === hi) return `up to ${prefix}${write(hi)}`;
  return `${prefix}${write(lo)} to ${write(hi)}`;
}

function scaleFor(amounts: readonly Interval[]): Scale {
  const ends = amounts.flatMap(({ lo, hi }) => [lo, hi ?? lo]).filter((end) => end !== 0);
  if (ends.length === 0) return WHOLE;
  const smallest = Math.min(...ends.map(Math.abs));
  return SCALES.find(({ size }) => smallest >= size) ?? WHOLE;
}

function roundedText(amount: number, decimals: number): string {
  const scaled = Number((amount * 10 ** decimals).toPrecision(15));
  return (Math.floor(scaled + 0.5) / 10 ** decimals).toFixed(decimals);
}
