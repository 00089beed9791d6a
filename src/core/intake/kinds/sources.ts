import { column, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';
import type { ImportKind } from './kind.ts';

const OWN = [
  'title',
  'publisher',
  'author',
  'url',
  'kind',
  'reliability',
  'publishedOn',
  'retrievedAt',
  'note',
];

/** One row per document. What it cites may stand anywhere in the file or in the ledger; the text itself is not imported. */
export const sourcesKind: ImportKind = {
  columns: [...ownColumns('source', OWN), column('cites', 'Rests on')],
  read: readSources,
};

function readSources(rows: Iterable<RowReader>, batch: ImportBatch): void {
  const added: { readonly row: RowReader; readonly id: string }[] = [];
  const titles = new Map<string, number>();
  for (const row of rows) {
    const fields = row.fields('source', OWN);
    const title = String(fields.title ?? '');
    const earlier = titles.get(title);
    if (earlier !== undefined)
      row.refuse('title', `Row ${earlier} has a source of the same title.`, 'Keep one of the two rows.');
    titles.set(title, earlier ?? row.number);
    const id = row.isRefused ? null : batch.addNamed(row, 'source', title, fields);
    if (id !== null) added.push({ row, id });
  }
  for (const { row, id } of added) citeAll(row, id, batch);
}

function citeAll(row: RowReader, sourceId: string, batch: ImportBatch): void {
  for (const title of titlesIn(row, batch)) {
    const citesId = batch.knownNamed(row, 'cites', 'source', title);
    if (citesId !== null) batch.add(row, 'citation', { sourceId, citesId });
  }
}

/** A title may itself contain a semicolon: the whole cell comes first. */
function titlesIn(row: RowReader, batch: ImportBatch): readonly string[] {
  const text = row.text('cites');
  if (text === null) return [];
  if (batch.isKnown('source', text)) return [text];
  return text.split(';').filter((title) => title.trim() !== '');
}
