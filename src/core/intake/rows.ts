import type { AddChange } from './change.ts';
import { placeColumns } from './columns.ts';
import { ImportBatch } from './import-batch.ts';
import { type ImportKindId, importKinds } from './kinds/registry.ts';
import type { NameLookup } from './names.ts';
import { RowReader } from './row-reader.ts';
import type { Refusal, Table } from './table.ts';

/** What a table becomes. Law: `changes` is empty as soon as one row is refused; rows = accepted + refused. */
export interface RowsRead {
  readonly changes: readonly AddChange[];
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  /** The first thousand refusals; a row may have several. Row 1 is the header, whose refusal refuses all. */
  readonly refusals: readonly Refusal[];
  /** Headers that mean nothing to this kind of import; their cells are not read. */
  readonly ignored: readonly string[];
  /** Names of entities that are added only because a row mentions them. */
  readonly newEntities: readonly string[];
}

const MOST_REFUSALS = 1_000;

/**
 * Turns the rows of a table into changes for one commit. Names are looked up in the ledger by `lookup`; `mapping` says
 * which of their headers means which of our fields, an empty field leaving the column out.
 */
export function changesFromRows(
  kindId: ImportKindId,
  table: Table,
  lookup: NameLookup,
  mapping: ReadonlyMap<string, string> = new Map(),
): RowsRead {
  const kind = importKinds[kindId];
  const { places, ignored, refusals } = placeColumns(table.headers, kind.columns, mapping);
  const rows = table.rows.length;
  if (refusals.length > 0)
    return { changes: [], rows, accepted: 0, refused: rows, refusals, ignored, newEntities: [] };
  const batch = new ImportBatch(lookup);
  const refusedRows = new Set<number>();
  const kept: Refusal[] = [];
  const refuse = (refusal: Refusal) => {
    refusedRows.add(refusal.row);
    if (kept.length < MOST_REFUSALS) kept.push(refusal);
  };
  kind.read(readers(table, places, refuse), batch);
  const refused = refusedRows.size;
  return {
    changes: refused === 0 ? batch.changes : [],
    rows,
    accepted: rows - refused,
    refused,
    refusals: kept.toSorted((a, b) => a.row - b.row),
    ignored,
    newEntities: batch.newEntities,
  };
}

function* readers(
  table: Table,
  places: ReadonlyMap<string, number>,
  refuse: (refusal: Refusal) => void,
): Generator<RowReader> {
  for (const row of table.rows) {
    const reader = new RowReader({ table, places, row, refuse });
    if (row.cells.length === table.headers.length) yield reader;
    else refuse(otherWidth(table, row.number, row.cells));
  }
}

function otherWidth({ headers }: Table, row: number, cells: readonly string[]): Refusal {
  return {
    row,
    column: '',
    given: cells.slice(headers.length).join(' ').slice(0, 80),
    rule: `The row has ${cells.length} cells, the header has ${headers.length}.`,
    fix: 'Put quotation marks around cells that contain the separator.',
  };
}
