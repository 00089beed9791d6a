import { parseAmount } from '../quantities/amount-text.ts';
import { isUnitId, type UnitId, unitOf } from '../quantities/unit.ts';

/**
 * Numbers and amounts as they stand in the cells of a foreign table. Law: nothing is guessed. The point is the decimal
 * mark, commas and spaces group thousands and must do so properly; what could be read in two ways is refused.
 */
export type Read<Result> = { readonly ok: Result } | { readonly rule: string; readonly fix: string };

export interface StoredAmount {
  readonly stored: number;
  readonly unit: UnitId;
}

interface Written {
  readonly sign: string;
  readonly digits: string;
  readonly scale: string;
  readonly unit: UnitId;
}

const MARKS: ReadonlyMap<string, readonly UnitId[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'HKD', 'SGD', 'TWD']],
  ['£', ['GBP']],
  ['€', ['EUR']],
  ['¥', ['JPY', 'CNY']],
  ['%', ['percent']],
]);

const CELL =
  /^(?:([a-z]{3})\s*|([$£€¥])\s*)?([+-]?)([\d.,\s]*\d)\s*(k|m|mn|mio|million|b|bn|billion|t|tn|trillion)?\s*(%)?$/iu;
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+)(?:\.\d+)?$/u;
const TWO_READINGS = /^\d{1,3}[.,]\d{3}$/;

const NOT_A_NUMBER = {
  rule: 'This is not a number.',
  fix: 'Write digits with a point before the decimals, such as 1400000000000, 22.4bn or 31%.',
};

/** A plain number without a unit, such as a rate or a price. `isPointSure` is false where files often use a decimal comma. */
export function readNumber(text: string, isPointSure: boolean): Read<number> {
  const match = CELL.exec(text);
  if (match === null || (match[1] ?? match[2] ?? match[5] ?? match[6]) !== undefined) return NOT_A_NUMBER;
  return readDigits(match[3] ?? '', match[4] ?? '', isPointSure);
}

/** Stored units of an amount. A currency mark in the cell must agree with `unit`; without a unit, the mark gives it. */
export function readAmount(text: string, unit: UnitId | null, isPointSure: boolean): Read<StoredAmount> {
  const match = CELL.exec(text);
  if (match === null) return NOT_A_NUMBER;
  const [, code, mark, sign = '', digits = '', scale = '', percent] = match;
  const unitRead = unitFrom(code ?? mark ?? percent ?? null, unit);
  if ('rule' in unitRead) return unitRead;
  const number = readDigits(sign, digits, isPointSure);
  if ('rule' in number) return number;
  return inStoredUnits({ sign, digits, scale, unit: unitRead.ok });
}

/** The unit that a cell names: a currency code, a mark such as £, or one of our units. */
export function readUnit(text: string, units: readonly UnitId[]): Read<UnitId> {
  const known =
    units.find((unit) => unit.toLowerCase() === text.toLowerCase()) ??
    MARKS.get(text)?.find((unit) => units.includes(unit));
  if (known !== undefined) return { ok: known };
  return { rule: 'This unit is not known.', fix: `Write one of: ${units.join(', ')}.` };
}

function readDigits(sign: string, digits: string, isPointSure: boolean): Read<number> {
  if (!GROUPED.test(digits)) return NOT_A_NUMBER;
  if (!isPointSure && TWO_READINGS.test(digits))
    return {
      rule: 'In a file separated by semicolons this can be read as thousands or as decimals.',
      fix: 'Write it without a thousands mark and with a point before the decimals.',
    };
  return { ok: Number(`${sign}${digits.replace(/[,\s]/gu, '')}`) };
}

function unitFrom(mark: string | null, unit: UnitId | null): Read<UnitId> {
  if (mark === null) {
    if (unit !== null) return { ok: unit };
    return { rule: 'The amount has no unit.', fix: 'Add a column "unit" or "currency".' };
  }
  const meant = MARKS.get(mark) ?? [mark.toUpperCase()].filter(isUnitId);
  const first = meant[0];
  if (first === undefined)
    return { rule: `The currency ${mark} is not known.`, fix: 'Write an ISO code such as USD.' };
  if (unit === null || meant.includes(unit)) return { ok: unit ?? first };
  return { rule: `The cell says ${mark}, its unit says ${unit}.`, fix: 'Make the two agree.' };
}

/** Reckoned in whole numbers, so that no digit is lost to floating point; halves go away from zero. */
function inStoredUnits({ sign, digits, scale, unit }: Written): Read<StoredAmount> {
  const [whole = '', decimals = ''] = digits.replace(/[,\s]/gu, '').split('.');
  const factor = BigInt(parseAmount(`1${scale}`) ?? 1) * 10n ** BigInt(unitOf(unit).exponent);
  const divisor = 10n ** BigInt(decimals.length);
  const magnitude = Number((BigInt(whole + decimals) * factor * 2n + divisor) / (divisor * 2n));
  if (Number.isSafeInteger(magnitude))
    return { ok: { stored: sign === '-' && magnitude !== 0 ? -magnitude : magnitude, unit } };
  return {
    rule: `The amount is larger than the ledger can hold exactly in ${unit}.`,
    fix: 'Check the scale of the amount.',
  };
}
