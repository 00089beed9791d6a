import { columnOf, type Field, type NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import type { CellTarget, Column, ColumnType } from './table-spec.ts';

interface ColumnOptions {
  readonly of?: ColumnType;
  readonly width?: number;
  readonly edits?: CellTarget | null;
  readonly isHidden?: boolean;
  readonly help?: string;
}

/** A column that only shows; what it does not say has the plain default. */
export function column(key: string, label: string, options: ColumnOptions = {}): Column {
  return {
    key,
    label,
    of: options.of ?? { type: 'text' },
    width: options.width ?? 140,
    edits: options.edits ?? null,
    isHidden: options.isHidden ?? false,
    help: options.help ?? '',
  };
}

/** A column that shows and edits a field of the row's own noun; label and kind come from the model. */
export function own(
  noun: NounId,
  fieldName: string,
  options: ColumnOptions & { readonly key?: string } = {},
): Column {
  const field = fieldOf(noun, fieldName);
  return column(options.key ?? columnOf(fieldName), field.label, {
    of: columnType(field),
    help: field.help,
    edits: { noun, field: fieldName, idKey: 'id', versionKey: 'version' },
    ...options,
  });
}

function fieldOf(noun: NounId, fieldName: string): Field<unknown> {
  const field = nounOf(noun).fields[fieldName];
  if (field === undefined) throw new Error(`${noun} has no field ${fieldName}.`);
  return field;
}

function columnType({ of }: Field<unknown>): ColumnType {
  switch (of.type) {
    case 'text':
    case 'reference':
      return { type: 'text' };
    case 'amount':
      return { type: 'decimal' };
    case 'choice':
      return { type: 'choice', options: of.options };
    default:
      return { type: of.type };
  }
}

export const inUnit: ColumnType = { type: 'amount', unitKey: 'unit' };
export const inCurrency: ColumnType = { type: 'amount', unitKey: 'currency' };
export const source = column('source', 'Source', { width: 220 });
export const grade = column('reliability', 'Grade', {
  width: 80,
  help: 'Reliability of the source, A best to F unknown.',
});
export const words = column('words', 'Words of the source', { of: { type: 'long-text' }, width: 320 });
export const recorded = column('recorded_at', 'Recorded', {
  of: { type: 'instant' },
  width: 170,
  isHidden: true,
});
export const headline = (field: string): CellTarget => ({
  noun: 'figure',
  field,
  idKey: 'figure_id',
  versionKey: 'figure_version',
});
