import { hedgeOf } from '../extract/hedges.ts';
import type { Extraction } from '../extract/report.ts';
import { type QualifiedAmount, type Qualifier, qualify } from '../quantities/qualifier.ts';
import { isUnitId, toFull, toStored, type UnitId } from '../quantities/unit.ts';
import type { ReadAmount } from './candidate.ts';

export function amountOfMoney({
  low,
  high,
  qualifier,
  currency,
  text,
}: Extraction['money'][number]): ReadAmount {
  return { low, high, qualifier, unit: currency, wording: text };
}

/** Percentages come without a hedge; the words around them are read as those around a sum are. */
export function amountOfPercent(
  { value, start, end, text: wording }: Extraction['percents'][number],
  text: string,
): ReadAmount {
  const qualifier = hedgeOf(text, start, end);
  const isOpenAbove = qualifier === 'over' || qualifier === 'at-least';
  const isOpenBelow = qualifier === 'under' || qualifier === 'at-most';
  return {
    low: isOpenBelow ? null : value,
    high: isOpenAbove ? null : value,
    qualifier,
    unit: 'percent',
    wording,
  };
}

/** An amount as a figure holds it; `unit` and ends are null where the ledger has no such unit, or cannot hold the sum. */
export interface StoredAmount extends QualifiedAmount {
  readonly qualifier: Qualifier;
  readonly unit: UnitId | null;
}

const NOTHING = { lo: null, point: null, hi: null } as const;

/** Stored units of what was read (METHODS §0.2): hedges become the ends that they stand for. */
export function storedAmount({ low, high, qualifier, unit: printed }: ReadAmount): StoredAmount {
  const { unit, factor } = unitNamed(printed);
  if (qualifier === 'undisclosed' || unit === null) return { qualifier, unit, ...NOTHING };
  const isOpenBelow = qualifier === 'at-most' || qualifier === 'under';
  const base = stored(isOpenBelow ? high : low, unit, factor);
  const top = stored(high, unit, factor);
  if (base === null || (qualifier === 'range' && top === null)) return { qualifier, unit, ...NOTHING };
  return { qualifier, unit, ...qualify(qualifier, base, top) };
}

/** Null also for a fraction of the smallest unit: rounded, `12.5p` would be 13p and `$0.0005` nothing. */
function stored(full: number | null, unit: UnitId, factor: number): number | null {
  if (full === null) return null;
  try {
    const exact = full * factor;
    const held = toStored(exact, unit);
    return Math.abs(toFull(held, unit) - exact) <= Math.abs(exact) * 1e-9 ? held : null;
  } catch (tooLarge) {
    if (tooLarge instanceof RangeError) return null;
    throw tooLarge;
  }
}

/** Power and energy are kept in gigawatts; whatever else is counted is a count. */
const POWER: Readonly<Record<string, number>> = {
  gw: 1,
  gigawatt: 1,
  mw: 1e-3,
  megawatt: 1e-3,
  tw: 1e3,
  kw: 1e-6,
};

function unitNamed(printed: string | null): { readonly unit: UnitId | null; readonly factor: number } {
  const plain = (printed ?? '').toLowerCase();
  const isCurrency = /^[A-Z]{3}$/u.test(printed ?? '');
  if (printed !== null && isUnitId(printed)) return { unit: printed, factor: 1 };
  if (printed === null || isCurrency) return { unit: null, factor: 1 };
  if (plain === 'years' || plain === 'year') return { unit: 'years', factor: 1 };
  const power = POWER[plain.replace(/s$/u, '')];
  return power === undefined ? { unit: 'count', factor: 1 } : { unit: 'GW', factor: power };
}
