import { parseAmount } from '#core/quantities/amount-text.ts';
import type { Qualifier } from '#core/quantities/qualifier.ts';
import { isMoney, isUnitId, type UnitId } from '#core/quantities/unit.ts';

/**
 * Reads an amount with its hedge as an analyst types it: `38bn`, `over 1tn`, `~20m`, `5-10bn`, `undisclosed`.
 * Law: what could be read in two ways is refused with a sentence, never guessed: a wrong amount is worse than none.
 */
interface ReadAmount {
  /** The hedge that the text itself names, or null where it names none. */
  readonly qualifier: Qualifier | null;
  /** Full units; null for undisclosed. */
  readonly amount: number | null;
  /** High end of a range, else null. */
  readonly high: number | null;
  /** Currency or per cent that the text names, or null. */
  readonly unit: UnitId | null;
}

export type Reading = { readonly ok: ReadAmount } | { readonly refused: string };

const HEDGES: readonly { readonly pattern: RegExp; readonly qualifier: Qualifier }[] = [
  { pattern: /^(?:at least|minimum|min\.?|>=|≥)\s*/i, qualifier: 'at-least' },
  { pattern: /^(?:over|more than|above|>)\s*/i, qualifier: 'over' },
  { pattern: /^(?:at most|up to|maximum|max\.?|<=|≤)\s*/i, qualifier: 'at-most' },
  { pattern: /^(?:under|less than|below|<)\s*/i, qualifier: 'under' },
  {
    pattern: /^(?:about|around|approximately|approx\.?|roughly|nearly|circa|c\.|ca\.|~|≈)\s*/i,
    qualifier: 'approx',
  },
  { pattern: /^(?:exactly|=)\s*/i, qualifier: 'exact' },
];
const UNDISCLOSED = /^(undisclosed|unknown|not disclosed|n\/a)$/i;
const RANGE = /^(.*\d.*?)\s*(?:\bto\b|–|—|-)\s*(.*\d.*)$/i;
const SYMBOLS: Readonly<Record<string, UnitId>> = { $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'JPY' };

export function readAmount(typed: string): Reading {
  const text = typed.replace(/[\u00a0\u202f\u2009]/g, ' ').trim();
  if (text === '') return { refused: 'Type an amount, such as 38bn, or "undisclosed".' };
  if (UNDISCLOSED.test(text))
    return { ok: { qualifier: 'undisclosed', amount: null, high: null, unit: null } };
  const hedge = HEDGES.find(({ pattern }) => pattern.test(text));
  if (hedge !== undefined) return readOne(text.replace(hedge.pattern, ''), hedge.qualifier);
  const range = text.startsWith('-') ? null : RANGE.exec(text);
  if (range !== null) return readRange(range[1] ?? '', range[2] ?? '');
  return readOne(text, null);
}

function readOne(text: string, qualifier: Qualifier | null): Reading {
  const plain = readPlain(text);
  return 'refused' in plain
    ? plain
    : { ok: { qualifier, amount: plain.amount, high: null, unit: plain.unit } };
}

function readRange(from: string, until: string): Reading {
  const high = readPlain(until);
  if ('refused' in high) return high;
  const low = readPlain(withScaleOf(from, until));
  if ('refused' in low) return low;
  if (low.amount > high.amount) return { refused: 'The low end of a range comes first.' };
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit)
    return { refused: 'Both ends of a range are in one currency.' };
  return { ok: { qualifier: 'range', amount: low.amount, high: high.amount, unit: low.unit ?? high.unit } };
}

/** `5-10bn` means 5bn to 10bn: a low end without a scale takes that of the high end. */
function withScaleOf(low: string, high: string): string {
  const scale = /[a-z%]+$/i.exec(high.trim())?.[0] ?? '';
  return /[a-z%]$/i.test(low.trim()) ? low : low.trim() + scale;
}

type Plain = { readonly amount: number; readonly unit: UnitId | null } | { readonly refused: string };

function readPlain(text: string): Plain {
  if (/\d/.test(text) && !hasClearMarks(text))
    return { refused: 'Write the decimal mark as a point: 1.4bn. A comma only groups thousands: 1,400.' };
  const amount = parseAmount(text);
  if (amount === null || !Number.isFinite(amount))
    return { refused: `"${text.trim()}" is not an amount. Write it as 38bn, 1.4tn or 31%.` };
  const unit = unitIn(text);
  return unit === 'unknown' ? { refused: 'That currency is not known here.' } : { amount, unit };
}

/** A comma or a space that does not stand between groups of three digits could be a decimal mark. */
function hasClearMarks(text: string): boolean {
  const digits = /\d[\d.,\s]*/.exec(text)?.[0].trim() ?? '';
  return /^\d+(\.\d+)?$/.test(digits) || /^\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(digits);
}

function unitIn(text: string): UnitId | null | 'unknown' {
  if (text.trim().endsWith('%')) return 'percent';
  const mark = /^([a-z]{3}(?=[\s\d-])|[$£€¥])/i.exec(text.trim())?.[1];
  if (mark === undefined) return null;
  const unit = SYMBOLS[mark] ?? mark.toUpperCase();
  return isUnitId(unit) && isMoney(unit) ? unit : 'unknown';
}

const TYPED_SCALES = [
  { power: 12, suffix: 'tn' },
  { power: 9, suffix: 'bn' },
  { power: 6, suffix: 'm' },
] as const;

/** An amount as one would type it, exactly: reading it again gives the same number. */
export function typedAmount(full: number): string {
  for (const { power, suffix } of TYPED_SCALES) {
    if (Math.abs(full) < 10 ** power) continue;
    const digits = String(Number((full / 10 ** power).toPrecision(15)));
    if (!digits.includes('e') && Number(`${digits}e${power}`) === full) return `${digits}${suffix}`;
  }
  return String(full);
}
