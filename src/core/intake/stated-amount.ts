import { type QualifiedAmount, type Qualifier, qualify } from '../quantities/qualifier.ts';
import { isMoney, UNIT_IDS, type UnitId } from '../quantities/unit.ts';
import type { RowReader } from './row-reader.ts';

export interface StatedInRow extends QualifiedAmount {
  readonly qualifier: Qualifier;
  readonly unit: UnitId;
}

export const MONEY_UNITS: readonly UnitId[] = UNIT_IDS.filter(isMoney);

/**
 * The amount of a row: columns qualifier, amount, low and high, and a unit column. "amount" is what the source states; of a
 * range it is the low end, or the middle where both ends stand apart. Null after a refusal, or where the row states none.
 */
export function statedInRow(
  row: RowReader,
  unitColumn: string,
  units: readonly UnitId[],
): StatedInRow | null {
  const given = row.unit(unitColumn, units);
  if (row.isRefused) return null;
  const qualifier = row.given('figure', 'qualifier') as Qualifier | null;
  const point = row.amount('amount', given);
  const unit = given ?? point?.unit ?? null;
  const low = row.amount('low', unit)?.stored ?? null;
  const high = row.amount('high', unit)?.stored ?? null;
  if (row.isRefused || (qualifier === null && point === null && low === null && high === null)) return null;
  if (unit === null)
    return refused(row, unitColumn, 'The unit is missing.', 'Write a currency such as USD, or another unit.');
  return endsOf(row, {
    qualifier: qualifier ?? impliedBy(low, high),
    unit,
    stated: point?.stored ?? null,
    low,
    high,
  });
}

interface Written {
  readonly qualifier: Qualifier;
  readonly unit: UnitId;
  readonly stated: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** An amount without a hedge is exact; two different ends are a range. */
function impliedBy(low: number | null, high: number | null): Qualifier {
  return high !== null && low !== high ? 'range' : 'exact';
}

function endsOf(row: RowReader, { qualifier, unit, stated, low, high }: Written): StatedInRow | null {
  if (qualifier === 'undisclosed') {
    if (stated === null && low === null && high === null)
      return { qualifier, unit, lo: null, point: null, hi: null };
    return refused(
      row,
      'amount',
      'An undisclosed figure has no amount.',
      'Empty the amount, or correct the qualifier.',
    );
  }
  const base = qualifier === 'range' ? (low ?? stated) : (stated ?? low);
  if (base === null)
    return refused(
      row,
      'amount',
      'The amount is missing.',
      'Fill it in, or write "undisclosed" as the qualifier.',
    );
  if (qualifier === 'range' && high === null)
    return refused(row, 'high', 'A range needs its high end.', 'Fill in the column "high".');
  const meant = qualify(qualifier, base, high);
  const ends = {
    lo: low ?? meant.lo,
    point: low === null || stated === null ? meant.point : stated,
    hi: high ?? meant.hi,
  };
  if (qualifier === 'exact' && (ends.lo !== ends.point || ends.hi !== ends.point))
    return refused(
      row,
      'qualifier',
      'An exact amount has no other low or high end.',
      'Correct the ends, or write "range" or "approx".',
    );
  return { qualifier, unit, ...ends };
}

function refused(row: RowReader, column: string, rule: string, fix: string): null {
  row.refuse(column, rule, fix);
  return null;
}
