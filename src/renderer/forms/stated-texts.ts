import type { Cell } from '#core/model/field.ts';
import { QUALIFIERS, type Qualifier } from '#core/quantities/qualifier.ts';
import { isUnitId, toFull } from '#core/quantities/unit.ts';
import { readAmount, typedAmount } from '#renderer/amounts/read-amount.ts';
import { type Stated, stateInUnit } from '#renderer/amounts/stated-amount.ts';
import { fullAmount } from '#renderer/app/numbers.ts';
import type { Texts } from './form-texts.ts';

/**
 * The amount boxes of a form: `amount`, `high` (of a range), `qualifier`, `unit`. A hedge typed into the amount itself,
 * as in "over 1tn", wins over the qualifier chosen beside it.
 */
export function readStated({ amount = '', high = '', qualifier = '', unit = '' }: Texts): Stated {
  if (!isUnitId(unit)) return { refused: 'Choose the unit of the amount.' };
  const chosen = QUALIFIERS.find((known) => known === qualifier) ?? 'exact';
  if (chosen === 'undisclosed' && amount.trim() === '') return stateInUnit('undisclosed', null, null, unit);
  const reading = readAmount(amount);
  if ('refused' in reading) return reading;
  const { ok: read } = reading;
  if (read.unit !== null && read.unit !== unit)
    return { refused: `The amount says ${read.unit}, but the unit chosen is ${unit}.` };
  if (read.qualifier !== null) return stateInUnit(read.qualifier, read.amount, read.high, unit);
  if (chosen === 'undisclosed')
    return {
      refused: 'An undisclosed amount has no number: leave the box empty or choose another qualifier.',
    };
  return chosen === 'range'
    ? withHigh(read.amount, high, unit)
    : stateInUnit(chosen, read.amount, null, unit);
}

function withHigh(low: number | null, highText: string, unit: string): Stated {
  if (!isUnitId(unit)) return { refused: 'Choose the unit of the amount.' };
  const reading = readAmount(highText);
  if ('refused' in reading || reading.ok.amount === null || reading.ok.qualifier !== null)
    return { refused: 'A range has two ends: type the high one as well.' };
  if (low === null || low > reading.ok.amount) return { refused: 'The low end of a range comes first.' };
  return stateInUnit('range', low, reading.ok.amount, unit);
}

const READINGS: Readonly<Record<Qualifier, (ends: { lo: string; point: string; hi: string }) => string>> = {
  exact: ({ point }) => `${point}, exactly`,
  approx: ({ point, lo, hi }) => `about ${point}, kept as ${lo} to ${hi}`,
  'at-least': ({ point }) => `${point} or more, open above`,
  over: ({ point }) => `more than ${point}, open above`,
  'at-most': ({ point }) => `up to ${point}, kept as zero to ${point}`,
  under: ({ point }) => `less than ${point}, kept as zero to ${point}`,
  range: ({ lo, hi }) => `${lo} to ${hi}`,
  undisclosed: () => 'an amount that nobody disclosed: unknown, not zero',
};

/** In words, what the boxes mean at this moment; a sentence of what is missing otherwise. */
export function statedMeaning(texts: Texts): { readonly text: string; readonly isRead: boolean } {
  const stated = readStated(texts);
  if ('refused' in stated) return { text: stated.refused, isRead: false };
  const { qualifier, unit, lo, point, hi } = stated.ok;
  const full = (stored: number | null) => (stored === null ? '' : fullAmount(toFull(stored, unit), unit));
  return { text: READINGS[qualifier]({ lo: full(lo), point: full(point), hi: full(hi) }), isRead: true };
}

/** The boxes with which the form of an existing figure opens. */
export function statedTexts(fields: Readonly<Record<string, Cell>>): Texts {
  const { unit, qualifier, lo, point, hi } = fields;
  if (typeof unit !== 'string' || !isUnitId(unit) || typeof qualifier !== 'string') return {};
  const typed = (stored: Cell | undefined) =>
    typeof stored === 'number' ? typedAmount(toFull(stored, unit)) : '';
  return qualifier === 'range'
    ? { qualifier, unit, amount: typed(lo), high: typed(hi) }
    : { qualifier, unit, amount: typed(point), high: '' };
}
