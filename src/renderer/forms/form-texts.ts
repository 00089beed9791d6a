import type { Cell, Field, NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { isUnitId, toFull, toStored, type UnitId } from '#core/quantities/unit.ts';
import { readAmount, typedAmount } from '#renderer/amounts/read-amount.ts';
import { readField } from './read-field.ts';

/** A form holds texts, as typed, by field name; these turn them into fields of an entry and back. */
export type Texts = Readonly<Record<string, string>>;
export type Refusals = Readonly<Record<string, string>>;
export type FieldCells = Record<string, string | number | null | string[]>;
type ReadTexts = { readonly ok: FieldCells } | { readonly refused: Refusals };

/** `new:Oracle` in a reference field stands for an entry of that name that does not exist yet. */
export const NEW = 'new:';

export function isNewName(text: string): boolean {
  return text.startsWith(NEW);
}

/** Reads the named fields; empty ones become null. All sentences of what does not fit come back together. */
export function readTexts(noun: NounId, names: readonly string[], texts: Texts): ReadTexts {
  const fields: FieldCells = {};
  const refused: Record<string, string> = {};
  for (const name of names) {
    const field = nounOf(noun).fields[name];
    if (field === undefined) continue;
    const read = readOne(field, texts[name] ?? '', texts);
    if ('refused' in read) refused[name] = read.refused;
    else fields[name] = Array.isArray(read.cell) ? [...read.cell] : (read.cell as string | number | null);
  }
  return Object.keys(refused).length > 0 ? { refused } : { ok: fields };
}

type ReadCell = { readonly cell: Cell } | { readonly refused: string };

function readOne(field: Field<unknown>, text: string, texts: Texts): ReadCell {
  if (field.of.type !== 'amount' || text.trim() === '') return readField(field, text);
  const unit = field.of.unitField === 'percentUnit' ? 'percent' : (texts[field.of.unitField] ?? '');
  return isUnitId(unit) ? readStored(field, text, unit) : { refused: 'Choose its unit as well.' };
}

function readStored(field: Field<unknown>, text: string, unit: UnitId): ReadCell {
  const reading = readAmount(text);
  if ('refused' in reading) return reading;
  const { amount, high, unit: named } = reading.ok;
  if (amount === null || high !== null) return { refused: `${field.label} is one amount, such as 5bn.` };
  if (named !== null && named !== unit)
    return { refused: `This is in ${named}, but the unit chosen is ${unit}.` };
  try {
    return { cell: toStored(amount, unit) };
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}

/** The texts with which a form on an entry opens. */
export function textsOf(noun: NounId, fields: Readonly<Record<string, Cell>>): Texts {
  return Object.fromEntries(
    Object.entries(nounOf(noun).fields).map(([name, field]) => [
      name,
      textOf(field, fields[name] ?? null, fields),
    ]),
  );
}

function textOf(field: Field<unknown>, cell: Cell, fields: Readonly<Record<string, Cell>>): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.join(', ');
  if (field.of.type !== 'amount') return String(cell);
  const unit = fields[field.of.unitField];
  return typeof unit === 'string' && isUnitId(unit) ? typedAmount(toFull(Number(cell), unit)) : '';
}
