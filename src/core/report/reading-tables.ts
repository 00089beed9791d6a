import { column, recorded, source } from './columns.ts';
import type { TableSpec } from './table-spec.ts';

/** Registers of what came of reading documents; read-only, since the reader is where they are made and taken back. */
export const rejectionsTable: TableSpec = {
  id: 'rejections',
  title: 'Rejections',
  noun: null,
  view: 'v_rejections',
  sort: [
    { key: 'source', descending: false },
    { key: 'start_offset', descending: false },
  ],
  columns: [
    source,
    column('words', 'Words', { of: { type: 'long-text' }, width: 420 }),
    column('reason', 'Reason', { width: 160 }),
    column('note', 'Note', { of: { type: 'long-text' }, width: 260 }),
    column('start_offset', 'Starts at', { of: { type: 'integer' }, width: 100 }),
    column('end_offset', 'Ends at', { of: { type: 'integer' }, width: 100 }),
    column('author', 'Rejected by', { width: 140 }),
    { ...recorded, isHidden: false },
  ],
};

export const originalsTable: TableSpec = {
  id: 'originals',
  title: 'Originals',
  noun: null,
  view: 'v_originals',
  sort: [
    { key: 'source', descending: false },
    { key: 'name', descending: false },
  ],
  columns: [
    source,
    column('name', 'File', { width: 300 }),
    column('kind', 'Kind', { width: 110 }),
    column('size', 'Bytes', { of: { type: 'integer' }, width: 110 }),
    column('sha256', 'SHA-256', { width: 300 }),
    { ...recorded, isHidden: false },
  ],
};
