import type { Cell, Field } from '#core/model/field.ts';
import { isDay } from '#core/quantities/day.ts';
import { readAmount } from '#renderer/amounts/read-amount.ts';

type ReadField = { readonly cell: Cell } | { readonly refused: string };

/** Reads the text of any field but amounts, which need their unit. Empty is unknown, never zero. */
export function readField(field: Field<unknown>, typed: string): ReadField {
  const text = typed.trim();
  if (text === '') return field.required ? { refused: `${field.label} cannot be empty.` } : { cell: null };
  switch (field.of.type) {
    case 'list':
      return {
        cell: text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      };
    case 'day':
      return isDay(text) ? { cell: text } : { refused: 'Write the day as 2025-11-03.' };
    case 'integer':
    case 'decimal':
      return readNumber(field, text);
    case 'flag':
      return { cell: text === '1' ? 1 : 0 };
    case 'choice':
      return field.of.options.includes(text)
        ? { cell: text }
        : { refused: `Choose one of the list for ${field.label}.` };
    default:
      return { cell: text };
  }
}

function readNumber(field: Field<unknown>, text: string): ReadField {
  const reading = readAmount(text);
  const amount =
    'ok' in reading && reading.ok.qualifier === null && reading.ok.unit === null ? reading.ok.amount : null;
  if (amount === null) return { refused: `${field.label} is a number, such as 7 or 2.5.` };
  if (
    field.of.type === 'integer' &&
    (!Number.isInteger(amount) || amount < field.of.min || amount > field.of.max)
  )
    return {
      refused: `${field.label} is a whole number${field.of.max > 1e6 ? '' : ` from ${field.of.min} to ${field.of.max}`}.`,
    };
  return { cell: amount };
}
