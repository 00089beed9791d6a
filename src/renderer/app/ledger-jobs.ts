import type { TableId } from '#core/report/table-spec.ts';
import { download, runJob } from '#renderer/client.ts';
import type { ExportFormat } from '#shared/contract/reports.ts';
import { startJob } from './jobs.tsx';
import type { Moment } from './moment.ts';

/** The long jobs of a ledger that any part of the window can start. */
const EXPORT_TITLES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Workbook',
  csv: 'Table as CSV',
  json: 'Everything as JSON',
};

/** Exports the whole ledger at a moment, or with `table` that one alone, and saves the file. */
export function exportLedger(
  format: ExportFormat,
  { asOf, knownAt }: Moment,
  table: TableId | 'signals' | null = null,
): Promise<void> {
  return startJob(EXPORT_TITLES[format], async (options) => {
    const ticket = await runJob('exports', 'write', { format, table, asOf, knownAt }, options);
    await download(ticket);
    return `${ticket.fileName} is in your downloads.`;
  });
}

export function backUpLedger(): Promise<void> {
  return startJob('Backup', async (options) => {
    const ticket = await runJob('ledger', 'backup', {}, options);
    await download(ticket);
    return `The backup ${ticket.fileName} is in your downloads.`;
  });
}
