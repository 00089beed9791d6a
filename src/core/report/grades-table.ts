import type { Cell } from '../model/field.ts';
import type { Grade } from '../signals/grade.ts';
import { column } from './columns.ts';
import type { ExportColumn } from './signals-table.ts';

/** The grade of each subject as a table for exports, with and without the reviews of its flags (METHODS §1.5). */
export interface SubjectGrade {
  readonly subject: string;
  readonly grade: Grade;
  readonly withoutDispositions: Grade;
  readonly why: string;
  /** Families of signals that can be computed, among those that apply. */
  readonly computable: number;
  readonly applicable: number;
  /** `warn loss-to-revenue`, worst first. */
  readonly deciding: readonly string[];
}

export const gradeColumns: readonly ExportColumn<SubjectGrade>[] = [
  { column: column('subject', 'Subject', { width: 180 }), read: (row) => row.subject },
  {
    column: column('grade', 'Grade', {
      width: 120,
      help: 'Flags that were closed by a review do not count.',
    }),
    read: (row) => row.grade,
  },
  {
    column: column('without_reviews', 'Without reviews', {
      width: 140,
      help: 'The same as if nothing had been decided about any flag.',
    }),
    read: (row) => row.withoutDispositions,
  },
  { column: column('why', 'Why', { of: { type: 'long-text' }, width: 420 }), read: (row) => row.why },
  {
    column: column('deciding', 'Decided by', { of: { type: 'list' }, width: 320 }),
    read: (row) => row.deciding,
  },
  {
    column: column('computable', 'Computable', { of: { type: 'integer' }, width: 110 }),
    read: (row) => row.computable,
  },
  {
    column: column('applicable', 'Applicable', { of: { type: 'integer' }, width: 110 }),
    read: (row) => row.applicable,
  },
];

/** One row per subject, in the order given. */
export function* gradeRows(grades: readonly SubjectGrade[]): Generator<readonly Cell[]> {
  for (const grade of grades) yield gradeColumns.map(({ read }) => read(grade));
}
