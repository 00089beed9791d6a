import { type QualifiedAmount, type Qualifier, qualify } from '#core/quantities/qualifier.ts';
import { toStored, type UnitId } from '#core/quantities/unit.ts';
import { readAmount } from './read-amount.ts';

/** The amount of a figure as its fields hold it: qualifier, unit and the three stored integers that follow from them. */
export interface StatedAmount extends QualifiedAmount {
  readonly qualifier: Qualifier;
  readonly unit: UnitId;
}

export type Stated = { readonly ok: StatedAmount } | { readonly refused: string };

interface Held {
  readonly qualifier: Qualifier | null;
  readonly unit: UnitId;
}

/**
 * What a figure becomes when an analyst types `typed` over it. A hedge in the text wins over the one held;
 * a range or an undisclosed amount that is typed over with one plain amount becomes exact.
 */
export function stateAmount(typed: string, held: Held): Stated {
  const reading = readAmount(typed);
  if ('refused' in reading) return reading;
  const { qualifier, amount, high, unit } = reading.ok;
  if (unit !== null && unit !== held.unit)
    return { refused: `This amount is in ${held.unit}, not ${unit}. Change the unit first.` };
  return stateInUnit(qualifier ?? plainQualifier(held.qualifier), amount, high, held.unit);
}

function plainQualifier(held: Qualifier | null): Qualifier {
  return held === null || held === 'range' || held === 'undisclosed' ? 'exact' : held;
}

/** The same from parts: full units in, stored integers out; refuses what the ledger cannot hold exactly. */
export function stateInUnit(
  qualifier: Qualifier,
  amount: number | null,
  high: number | null,
  unit: UnitId,
): Stated {
  try {
    const stored = amount === null ? null : toStored(amount, unit);
    const storedHigh = high === null ? null : toStored(high, unit);
    return { ok: { qualifier, unit, ...qualify(qualifier, stored, storedHigh) } };
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}
