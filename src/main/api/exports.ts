import { basename } from 'node:path';
import type { TableId } from '#core/report/table-spec.ts';
import { type ExportedRun, exportSheets } from '#main/exports/document.ts';
import { exportFileName } from '#main/exports/file-name.ts';
import { formats } from '#main/exports/registry.ts';
import { writeExport } from '#main/exports/write-export.ts';
import { findHead, findHeadAt } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { openSnapshot } from '#main/ledger/snapshot.ts';
import type { ExportFormat, exportsTopic } from '#shared/contract/reports.ts';
import type { Handlers, JobContext } from './handlers.ts';
import { makeTicket } from './ledger.ts';
import { UNREVIEWED } from './reviews.ts';
import { runSignals, type SubjectRun } from './signals.ts';

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly table: TableId | 'grades' | 'signals' | null;
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

export const exportsHandlers: Handlers<{ exports: typeof exportsTopic }>['exports'] = {
  write: async (context, { format, table, ...moment }) => {
    const order = { format, table: table ?? tableFor(format), ...moment };
    const name = exportFileName({
      ledger: basename(context.ledger.path, '.plumb'),
      table: order.table,
      headHash: headHashAt(context.ledger, order.knownAt),
      ...moment,
      ext: formats[format].ext,
    });
    return makeTicket(context.runFolder, name, async (path) => {
      await writeLedgerExport(context, order, path);
    });
  },
};

/** A CSV holds one table; without a name it is the deals. */
export function tableFor(format: ExportFormat): 'deals' | null {
  return format === 'csv' ? 'deals' : null;
}

/** Writes the tables and signals of one moment of the ledger to a file, whole or not at all. */
export async function writeLedgerExport(
  context: JobContext,
  order: ExportOrder,
  path: string,
): Promise<{ readonly size: number }> {
  const { ledger, today, progress, signal } = context;
  const asOf = order.asOf ?? today;
  const run = needsRun(order.table)
    ? runSignals(ledger, { subjectId: null, asOf, knownAt: order.knownAt })
    : { subjects: [] };
  const snapshot = openSnapshot(ledger, order.knownAt, asOf === today ? null : asOf);
  try {
    const meta = {
      ledger: basename(ledger.path, '.plumb'),
      headHash: snapshot.head.hash,
      seq: snapshot.head.seq,
      asOf,
      knownAt: order.knownAt,
    };
    return await writeExport({
      format: order.format,
      sheets: exportSheets(snapshot, exportedRun(run.subjects), order.table),
      meta,
      path,
      progress,
      signal,
    });
  } finally {
    snapshot.close();
  }
}

function headHashAt({ db }: ReadableLedger, knownAt: string | null): string {
  return (knownAt === null ? findHead(db) : findHeadAt(db, knownAt))?.hash ?? '';
}

function needsRun(table: ExportOrder['table']): boolean {
  return table === null || table === 'signals' || table === 'grades';
}

function exportedRun(subjects: readonly SubjectRun[]): ExportedRun {
  return {
    flags: subjects.flatMap(({ flags, reviews }) =>
      flags.map((flag, at) => ({ flag, review: reviews[at] ?? UNREVIEWED })),
    ),
    grades: subjects.map(({ name, grade }) => ({
      ...grade,
      subject: name,
      deciding: grade.deciding.map(({ severity, family }) => `${severity} ${family}`),
    })),
  };
}
