import { parseAmount } from '../quantities/amount-text.ts';
import { type QualifiedAmount, type Qualifier, qualify } from '../quantities/qualifier.ts';
import { toStored, type UnitId } from '../quantities/unit.ts';

export interface WrittenAmount {
  readonly qualifier: Qualifier;
  readonly unit: UnitId;
  /** As a person writes it, such as "38bn"; null where undisclosed. */
  readonly amount: string | null;
  readonly amountHigh: string | null;
}

/** The interval in stored units that a written amount stands for. Throws RangeError for an amount that cannot be read. */
export function qualifiedFromText({ qualifier, unit, amount, amountHigh }: WrittenAmount): QualifiedAmount {
  if (qualifier !== 'undisclosed' && amount === null) throw new RangeError('An amount is missing.');
  if ((qualifier === 'range') !== (amountHigh !== null))
    throw new RangeError('A range, and only a range, has two ends.');
  return qualify(qualifier, storedOrNull(amount, unit), storedOrNull(amountHigh, unit));
}

/** Stored units of an amount written as text. Throws RangeError if it cannot be read or held exactly. */
export function storedFromText(text: string, unit: UnitId): number {
  const full = parseAmount(text);
  if (full === null) throw new RangeError(`"${text}" is not an amount.`);
  return toStored(full, unit);
}

function storedOrNull(text: string | null, unit: UnitId): number | null {
  return text === null ? null : storedFromText(text, unit);
}
