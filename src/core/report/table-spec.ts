import type { NounId } from '../model/field.ts';

/**
 * One description of each table for grid and export alike: which view it reads, its columns, their kinds and units.
 * `key` is the view's column name.
 */
export type ColumnType =
  | { readonly type: 'text' | 'long-text' | 'day' | 'instant' | 'integer' | 'decimal' | 'flag' | 'list' }
  | { readonly type: 'percent' }
  /** Full units; the currency or unit stands in the column `unitKey`. */
  | { readonly type: 'amount'; readonly unitKey: string }
  | { readonly type: 'choice'; readonly options: readonly string[] };

/** Which entry a cell edits: the row itself, or another entry that the row shows. */
export interface CellTarget {
  readonly noun: NounId;
  readonly field: string;
  readonly idKey: string;
  readonly versionKey: string;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly of: ColumnType;
  readonly width: number;
  readonly edits: CellTarget | null;
  readonly isHidden: boolean;
  readonly help: string;
}

export const TABLE_IDS = [
  'deals',
  'figures',
  'quotes',
  'reactions',
  'key-dates',
  'entities',
  'sources',
  'citations',
  'passages',
  'parties',
  'schedule',
  'prices',
  'fx',
  'thresholds',
  'own-signals',
  'picks',
  'dispositions',
  'rejections',
  'originals',
  'history',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

export interface TableSpec {
  readonly id: TableId;
  readonly title: string;
  /** Noun that a row of the table is; null for read-only tables such as the history. */
  readonly noun: NounId | null;
  readonly view: string;
  readonly columns: readonly Column[];
  readonly sort: readonly { readonly key: string; readonly descending: boolean }[];
}
