import type { Cell } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { QUALIFIERS, type Qualifier } from '#core/quantities/qualifier.ts';
import { isUnitId, toStored, type UnitId } from '#core/quantities/unit.ts';
import type { Column } from '#core/report/table-spec.ts';
import { readAmount, typedAmount } from '#renderer/amounts/read-amount.ts';
import { type Stated, stateAmount, stateInUnit } from '#renderer/amounts/stated-amount.ts';
import { readField } from '#renderer/forms/read-field.ts';
import { listIn, numberIn, type Row, textIn } from '#renderer/tables/row.ts';
import type { EntryChange } from '#shared/contract/entries.ts';

/**
 * What typing over a cell means for the ledger. Pure: a row and a text in, a change or a sentence out.
 * Law: the fields that hang together (qualifier, unit, low, stated, high) are always written together.
 */
type CellEdit = { readonly change: EntryChange } | { readonly refused: string } | 'unchanged';

type NewFields = { readonly ok: Readonly<Record<string, Cell>> } | { readonly refused: string };

export function editOf(column: Column, row: Row, typed: string): CellEdit {
  const target = column.edits;
  if (target === null)
    return { refused: 'This cell follows from other entries; open the row to change them.' };
  if (typed.trim() === typedText(column, row)) return 'unchanged';
  const id = textIn(row, target.idKey);
  const version = numberIn(row, target.versionKey);
  if (id === null || version === null)
    return { refused: 'There is no amount on file yet. Open the row and add one.' };
  const fields = fieldsOf(column, row, typed.trim());
  if ('refused' in fields) return fields;
  return { change: { op: 'correct', id, version, fields: toMutable(fields.ok) } };
}

function toMutable(
  fields: Readonly<Record<string, Cell>>,
): Record<string, string | number | null | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, cell]) => [
      name,
      typeof cell === 'object' && cell !== null ? [...cell] : cell,
    ]),
  );
}

/** The text with which the editor of a cell opens: exact, and such that leaving it untouched changes nothing. */
export function typedText(column: Column, row: Row): string {
  const cell = row[column.key] ?? null;
  if (column.of.type === 'amount') return typedStated(column.key, row);
  if (cell === null) return '';
  if (column.of.type === 'list') return listIn(cell).join(', ');
  return String(cell);
}

function typedStated(key: string, row: Row): string {
  const amount = numberIn(row, key);
  const qualifier = key === 'value_change' ? null : textIn(row, 'qualifier');
  if (qualifier === 'undisclosed') return 'undisclosed';
  if (amount === null) return '';
  if (qualifier !== 'range') return typedAmount(amount);
  const low = numberIn(row, key === 'amount' ? 'amount_low' : 'low');
  const high = numberIn(row, key === 'amount' ? 'amount_high' : 'high');
  return low === null || high === null ? typedAmount(amount) : `${typedAmount(low)} to ${typedAmount(high)}`;
}

function fieldsOf(column: Column, row: Row, typed: string): NewFields {
  const noun = column.edits?.noun ?? 'entity';
  const name = column.edits?.field ?? '';
  if (noun === 'figure' && name === 'point') return statedFields(row, column, typed);
  if (noun === 'figure' && name === 'qualifier') return requalified(row, typed);
  if (noun === 'figure' && name === 'unit') return inOtherUnit(row, typed);
  if (noun === 'reaction' && name === 'percent') return percentFields(typed);
  if (noun === 'reaction' && name === 'valueChange') return changeOfValue(row, typed);
  if (noun === 'schedule-row' && name === 'amount') return scheduledAmount(row, typed);
  const field = nounOf(noun).fields[name];
  if (field === undefined) return { refused: 'This cell is not edited here.' };
  const read = readField(field, typed);
  return 'refused' in read ? read : { ok: { [name]: read.cell } };
}

function statedFields(row: Row, column: Column, typed: string): NewFields {
  const unit = unitIn(row, column.key === 'amount' ? 'currency' : 'unit');
  if (unit === null) return { refused: 'Choose the unit first.' };
  return fieldsOfStated(stateAmount(typed, { qualifier: qualifierIn(row), unit }));
}

function fieldsOfStated(stated: Stated): NewFields {
  return 'refused' in stated ? stated : { ok: { ...stated.ok } };
}

function qualifierIn(row: Row): Qualifier | null {
  return QUALIFIERS.find((qualifier) => qualifier === textIn(row, 'qualifier')) ?? null;
}

function unitIn(row: Row, key: string): UnitId | null {
  const unit = textIn(row, key);
  return unit !== null && isUnitId(unit) ? unit : null;
}

function requalified(row: Row, typed: string): NewFields {
  const qualifier = QUALIFIERS.find((known) => known === typed);
  const unit = unitIn(row, 'unit');
  if (qualifier === undefined || unit === null)
    return { refused: 'Choose how the source hedges the amount.' };
  if (qualifier === 'undisclosed') return fieldsOfStated(stateInUnit(qualifier, null, null, unit));
  const held = qualifierIn(row);
  if (qualifier === 'range' || held === 'range' || held === 'undisclosed')
    return {
      refused:
        'Type the amount itself in "Stated", as 5bn to 10bn or over 1tn: the qualifier follows from it.',
    };
  return fieldsOfStated(stateInUnit(qualifier, numberIn(row, 'stated'), null, unit));
}

/** Units differ in how many decimals they keep, so the stored integers are made anew. */
function inOtherUnit(row: Row, typed: string): NewFields {
  const qualifier = qualifierIn(row);
  if (!isUnitId(typed) || qualifier === null) return { refused: 'Choose a unit of the list.' };
  const isRange = qualifier === 'range';
  const amount = numberIn(row, isRange ? 'low' : 'stated');
  return fieldsOfStated(stateInUnit(qualifier, amount, isRange ? numberIn(row, 'high') : null, typed));
}

function percentFields(typed: string): NewFields {
  if (typed === '') return { ok: { percent: null, percentUnit: null } };
  const reading = readAmount(typed);
  if ('refused' in reading) return reading;
  const { amount, high, unit } = reading.ok;
  if (amount === null || high !== null || amount < 0 || (unit !== null && unit !== 'percent'))
    return { refused: 'Write the size of the move, such as 4.5; the direction has its own column.' };
  return { ok: { percent: toStored(amount, 'percent'), percentUnit: 'percent' } };
}

function changeOfValue(row: Row, typed: string): NewFields {
  if (typed === '') return { ok: { valueChange: null, valueUnit: null, valueQualifier: null } };
  const reading = readAmount(typed);
  if ('refused' in reading) return reading;
  const { amount, high, unit, qualifier } = reading.ok;
  const held = unitIn(row, 'currency');
  const currency = held ?? unit;
  if (currency === null) return { refused: 'Name the currency as well, as in USD 5bn.' };
  if (unit !== null && unit !== currency) return { refused: `This amount is in ${currency}, not ${unit}.` };
  if (amount === null || high !== null) return { refused: 'Write one amount, such as 5bn.' };
  return {
    ok: {
      valueChange: toStored(amount, currency),
      valueUnit: currency,
      ...(qualifier === null ? {} : { valueQualifier: qualifier }),
    },
  };
}

function scheduledAmount(row: Row, typed: string): NewFields {
  const unit = unitIn(row, 'currency');
  const reading = readAmount(typed);
  if ('refused' in reading) return reading;
  const { amount, high, qualifier } = reading.ok;
  if (unit === null || amount === null || high !== null || (qualifier !== null && qualifier !== 'exact'))
    return { refused: 'Write one amount, such as 5bn.' };
  if (reading.ok.unit !== null && reading.ok.unit !== unit)
    return { refused: `This amount is in ${unit}, not ${reading.ok.unit}.` };
  return { ok: { amount: toStored(amount, unit) } };
}
