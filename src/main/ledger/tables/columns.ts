import {
  type Cell,
  columnOf,
  type Fields,
  type FieldType,
  NOUN_IDS,
  type Noun,
  type NounId,
} from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { type ColumnKind, type HashedColumn, hashedColumn } from '../canonical.ts';

/** How the fields of a noun stand in its table. Written once; every statement over nouns is built from it. */
export interface TableShape {
  readonly noun: NounId;
  readonly table: string;
  readonly fieldNames: readonly string[];
  readonly columns: readonly string[];
  readonly types: readonly FieldType[];
  /** All columns that identify a version and its content, in hash order. */
  readonly hashed: readonly HashedColumn[];
}

const shapes: ReadonlyMap<NounId, TableShape> = new Map(NOUN_IDS.map((id) => [id, shapeOf(nounOf(id))]));

function shapeOf(noun: Noun<Fields>): TableShape {
  const fieldNames = Object.keys(noun.fields);
  const types = Object.values(noun.fields).map((field) => field.of);
  const columns = fieldNames.map(columnOf);
  return {
    noun: noun.id,
    table: noun.table,
    fieldNames,
    columns,
    types,
    hashed: [
      hashedColumn('version', 'INTEGER'),
      hashedColumn('id', 'TEXT'),
      ...types.map((type, at) => hashedColumn(columns[at] ?? '', kindOf(type))),
      hashedColumn('recorded_at', 'TEXT'),
      hashedColumn('recorded_seq', 'INTEGER'),
    ],
  };
}

function kindOf({ type }: FieldType): ColumnKind {
  if (type === 'decimal') return 'REAL';
  return type === 'integer' || type === 'amount' || type === 'flag' ? 'INTEGER' : 'TEXT';
}

export function tableOf(noun: NounId): TableShape {
  const shape = shapes.get(noun);
  if (shape === undefined) throw new Error(`No table for ${noun}.`);
  return shape;
}

export const allTables: readonly TableShape[] = NOUN_IDS.map(tableOf);

export type StoredCell = string | number | null;
export type FieldCells = Readonly<Record<string, Cell>>;

/** Field values -> stored cells in column order; lists stand as JSON text, missing fields as null. */
export function toStoredCells(shape: TableShape, fields: FieldCells): StoredCell[] {
  return shape.fieldNames.map((name) => {
    const cell = fields[name] ?? null;
    return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
  });
}

/** A row of the table -> field values. */
export function toFields(shape: TableShape, row: Readonly<Record<string, StoredCell>>): Record<string, Cell> {
  return Object.fromEntries(
    shape.fieldNames.map((name, at) => {
      const cell = row[shape.columns[at] ?? ''] ?? null;
      const isList = shape.types[at]?.type === 'list' && typeof cell === 'string';
      return [name, isList ? (JSON.parse(cell) as string[]) : cell];
    }),
  );
}
