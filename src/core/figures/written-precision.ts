import type { FigureFacts } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import { toFull, unitOf } from '../quantities/unit.ts';
import { amountOf } from './amount.ts';

/**
 * How far a stated amount may be from what was counted: half a unit of its last written digit (METHODS §0.2).
 * Law: used for agreement only. A hedge as "about" or "over" sets its own width, so only bare amounts are widened.
 */
export function widenedForAgreement(figure: FigureFacts): Interval | null {
  const amount = amountOf(figure);
  if (amount === null || figure.qualifier !== 'exact') return amount;
  const margin = halfUnit(figure);
  return { lo: amount.lo - margin, point: amount.point, hi: amount.hi === null ? null : amount.hi + margin };
}

const NUMERAL =
  /(\d[\d,]*)(\.\d+)?\s*(trillions?|tn|t|billions?|bn|b|millions?|mn|m|thousand|k)?(?![a-z\d])/gi;
const POWERS: Readonly<Record<string, number>> = { t: 12, b: 9, m: 6, k: 3 };

/** In full units: of the numeral in the wording that gives the amount, else of the amount as it is usually written. */
function halfUnit({ point, unit, wording }: FigureFacts): number {
  const full = toFull(point ?? 0, unit);
  for (const [, whole = '', decimals = '', scale = ''] of (wording ?? '').matchAll(NUMERAL)) {
    const power = powerOf(scale);
    const written = Number(`${whole.replaceAll(',', '')}${decimals}e${power}`);
    if (isSame(written, full)) return 0.5 * 10 ** (power - Math.max(0, decimals.length - 1));
  }
  return usualHalfUnit(full, unitOf(unit).exponent);
}

function powerOf(scale: string): number {
  const first = scale.toLowerCase() === 'thousand' ? 'k' : scale.charAt(0).toLowerCase();
  return POWERS[first] ?? 0;
}

/** 38,000,000,000 is written 38bn, so its last digit counts billions. */
function usualHalfUnit(full: number, exponent: number): number {
  const power = [12, 9, 6].find((candidate) => Math.abs(full) >= 10 ** candidate) ?? 0;
  for (let decimals = 0; decimals <= power + exponent; decimals += 1) {
    const scaled = (full / 10 ** power) * 10 ** decimals;
    if (isSame(scaled, Math.round(scaled))) return 0.5 * 10 ** (power - decimals);
  }
  return 0;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
