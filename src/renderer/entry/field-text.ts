import type { Cell, Field } from '#core/model/field.ts';
import { isUnitId, toFull } from '#core/quantities/unit.ts';
import {
  choiceText,
  dayText,
  fullAmount,
  fullNumber,
  instantText,
  stanceText,
} from '#renderer/app/numbers.ts';
import type { EntryFields, Names } from './entry-name.ts';

/** What a field of an entry says, in words; null where it is unknown, which is never shown as zero. */
export function fieldText(
  field: Field<unknown>,
  name: string,
  fields: EntryFields,
  names: Names,
): string | null {
  const cell = fields[name] ?? null;
  if (field.of.type === 'flag') return cell === null ? null : yesNo(cell);
  if (cell === null || cell === '') return null;
  if (name === 'stance') return stanceText(Number(cell));
  switch (field.of.type) {
    case 'day':
      return dayText(String(cell));
    case 'instant':
      return instantText(String(cell));
    case 'amount':
      return amountOf(cell, fields[field.of.unitField] ?? null);
    case 'integer':
    case 'decimal':
      return fullNumber(Number(cell));
    case 'choice':
      return isUnitId(String(cell)) ? String(cell) : choiceText(String(cell));
    case 'list':
      return listText(cell);
    case 'reference':
      return names[String(cell)] ?? null;
    default:
      return String(cell);
  }
}

function yesNo(cell: Cell): string {
  return cell === 1 ? 'Yes' : 'No';
}

function listText(cell: Cell): string | null {
  return Array.isArray(cell) && cell.length > 0 ? cell.join(', ') : null;
}

/** Stored integers become full units here; without a known unit the number would be meaningless. */
function amountOf(stored: Cell, unit: Cell): string | null {
  if (typeof stored !== 'number' || typeof unit !== 'string' || !isUnitId(unit)) return null;
  return fullAmount(toFull(stored, unit), unit);
}
