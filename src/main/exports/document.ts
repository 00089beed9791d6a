import type { Cell } from '#core/model/field.ts';
import { gradeColumns, gradeRows, type SubjectGrade } from '#core/report/grades-table.ts';
import {
  type ReviewedFlag,
  signalColumns,
  signalInputColumns,
  signalInputRows,
  signalRows,
} from '#core/report/signals-table.ts';
import { type Column, TABLE_IDS, type TableId } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';

/**
 * What an export holds, before any format. Law: no clock and no locale reach it, so the same ledger state gives
 * the same bytes.
 */
export interface ExportMeta {
  /** Name of the ledger as shown, without folder. */
  readonly ledger: string;
  readonly headHash: string;
  readonly seq: number;
  /** The day that the export speaks of, `2025-11-03`. */
  readonly asOf: string;
  /** UTC instant until which what was recorded is exported; null for everything. */
  readonly knownAt: string | null;
  readonly exportedBy?: string;
}

export type SheetId = TableId | 'signals' | 'signal-inputs' | 'grades';

/** What the signals say at the moment of the export, with the reviews in force then. */
export interface ExportedRun {
  readonly flags: readonly ReviewedFlag[];
  readonly grades: readonly SubjectGrade[];
}

export interface ExportSheet {
  readonly id: SheetId;
  readonly name: string;
  /** What the sheet holds, in a sentence. */
  readonly what: string;
  readonly columns: readonly Column[];
  /** For progress only; the rows themselves decide. */
  readonly rowCount: number;
  /** Opens the rows, cells in the order of `columns`; called once, when the sheet's turn comes. */
  readonly rows: () => Iterable<readonly Cell[]>;
}

export interface ExportDocument {
  readonly meta: ExportMeta;
  readonly sheets: readonly ExportSheet[];
}

/**
 * One unchanging state of the ledger. Rows come in the order of the table's sort (ties by id), cells in the order of
 * `columns`, hidden ones too; lists are arrays, yes/no is 1/0, amounts are in full units.
 * Rows are read while other requests are answered, so a reader needs a connection and a read transaction of its own.
 */
export interface ExportReader {
  /** Those of the table's description; for an earlier day, also what does not count on it yet. */
  readonly columns: (table: TableId) => readonly Column[];
  readonly count: (table: TableId) => number;
  readonly rows: (table: TableId) => Iterable<readonly Cell[]>;
}

const WHAT: Readonly<Record<SheetId, string>> = {
  deals: 'One row per deal, with the version of its amount that the policy "most reliable" selects.',
  figures: 'Every version of every figure on file, as an interval, with its source and words.',
  quotes: 'What was said, by whom, about whom.',
  reactions: 'Moves of shares and market values that the sources report.',
  'key-dates': 'Dates and conditions that the sources name.',
  entities: 'Companies, people, institutions and ventures.',
  sources: 'The documents that everything rests on, with their reliability.',
  citations: 'Which document takes its report from which.',
  passages: 'The exact words of the sources.',
  parties: 'Who takes part in which deal, and in which role.',
  schedule: 'Dated parts of what deals oblige parties to pay.',
  prices: 'Imported prices.',
  fx: 'Imported exchange rates.',
  thresholds: 'Threshold sets of this ledger; where none applies, the default of the method does.',
  'own-signals': 'Signals that the analyst wrote, with their expressions and thresholds.',
  dispositions: 'What was decided about flags, step by step, with who decided, why and until when.',
  rejections: 'Words of documents that were read and of which no entry was made, with the reason.',
  originals: 'The files that the texts of the documents were read from, with the SHA-256 of their bytes.',
  picks: 'Which figure the analyst uses where sources disagree, with the reason and until when.',
  history: 'Every change of the ledger, newest first.',
  grades: 'The grade of each entity under review, with and without the reviews of its flags.',
  signals: 'One row per flag, with its thresholds, how it was computed and where its review stands.',
  'signal-inputs': 'The figures and deals that entered each flag, with the words that carry them.',
};

/** The sheets of an export: one table, or all of them where `table` is null. Nothing is read yet. */
export function exportSheets(
  reader: ExportReader,
  run: ExportedRun,
  table: SheetId | null,
): readonly ExportSheet[] {
  const ids: readonly SheetId[] =
    table === null ? ['grades', 'signals', 'signal-inputs', ...TABLE_IDS] : [table];
  return ids.map((id) => {
    if (id === 'grades') return gradesSheet(run);
    if (id === 'signals') return signalsSheet(run);
    if (id === 'signal-inputs') return signalInputsSheet(run);
    return tableSheet(reader, id);
  });
}

function tableSheet(reader: ExportReader, id: TableId): ExportSheet {
  return {
    id,
    name: tables[id].title,
    what: WHAT[id],
    columns: reader.columns(id),
    rowCount: reader.count(id),
    rows: () => reader.rows(id),
  };
}

function gradesSheet({ grades }: ExportedRun): ExportSheet {
  return {
    id: 'grades',
    name: 'Grades',
    what: WHAT.grades,
    columns: gradeColumns.map(({ column }) => column),
    rowCount: grades.length,
    rows: () => gradeRows(grades),
  };
}

function signalsSheet({ flags }: ExportedRun): ExportSheet {
  return {
    id: 'signals',
    name: 'Signals',
    what: WHAT.signals,
    columns: signalColumns.map(({ column }) => column),
    rowCount: flags.length,
    rows: () => signalRows(flags),
  };
}

function signalInputsSheet({ flags: reviewed }: ExportedRun): ExportSheet {
  const flags = reviewed.map(({ flag }) => flag);
  return {
    id: 'signal-inputs',
    name: 'Signal inputs',
    what: WHAT['signal-inputs'],
    columns: signalInputColumns.map(({ column }) => column),
    rowCount: flags.reduce((total, flag) => total + flag.inputs.length, 0),
    rows: () => signalInputRows(flags),
  };
}
