import type { ImportColumn } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';

/** What rows of one kind mean. `read` passes over the rows once and adds to the batch what they state. */
export interface ImportKind {
  readonly columns: readonly ImportColumn[];
  readonly read: (rows: Iterable<RowReader>, batch: ImportBatch) => void;
}

/** Columns that nearly every kind has: where it was said, and in which words. */
export const WORDS = ['words', 'Words of the source', 'Passage', 'Quote', 'Evidence'] as const;
