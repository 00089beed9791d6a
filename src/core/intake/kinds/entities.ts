import type { ChangeCell } from '../change.ts';
import { column, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import { plainName } from '../names.ts';
import type { RowReader } from '../row-reader.ts';
import type { ImportKind } from './kind.ts';
import { parentsFirst } from './parents-first.ts';

const OWN = [
  'name',
  'kind',
  'underReview',
  'parentFrom',
  'parentUntil',
  'rollsUp',
  'aliases',
  'tickers',
  'sector',
  'reportingCurrency',
  'fiscalYearEndMonth',
  'note',
];

interface EntityRow {
  readonly row: RowReader;
  readonly name: string;
  readonly parent: string | null;
  readonly fields: Readonly<Record<string, ChangeCell>>;
}

/** One row per entity. A parent may stand anywhere in the file or in the ledger. */
export const entitiesKind: ImportKind = {
  columns: [...ownColumns('entity', OWN), column('parent', 'Parent company', 'Ultimate parent')],
  read: readEntities,
};

function readEntities(rows: Iterable<RowReader>, batch: ImportBatch): void {
  const read = [...rows].flatMap((row) => entityRow(row));
  const { inOrder, rings } = parentsFirst(withoutRepeats(read));
  for (const { row } of rings)
    row.refuse('parent', 'The parents of this entity lead back to it.', 'Correct the parent of one of them.');
  for (const { row, fields } of inOrder) {
    const parentId = batch.entity(row, 'parent', 'company');
    batch.addNamed(row, 'entity', String(fields.name), { ...fields, parentId });
  }
}

function entityRow(row: RowReader): readonly EntityRow[] {
  const fields = row.fields('entity', OWN);
  const name = fields.name;
  if (row.isRefused || typeof name !== 'string') return [];
  const parent = row.text('parent');
  return [{ row, fields, name: plainName(name), parent: parent === null ? null : plainName(parent) }];
}

function withoutRepeats(read: readonly EntityRow[]): readonly EntityRow[] {
  const first = new Map<string, number>();
  return read.filter(({ row, name }) => {
    const earlier = first.get(name);
    if (earlier !== undefined)
      row.refuse('name', `Row ${earlier} has an entity of the same name.`, 'Keep one of the two rows.');
    else first.set(name, row.number);
    return earlier === undefined;
  });
}
