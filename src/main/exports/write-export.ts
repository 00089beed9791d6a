import type { ExportFormat } from '#shared/contract/reports.ts';
import type { ExportMeta, ExportSheet } from './document.ts';
import { formats } from './registry.ts';
import { type WrittenFile, writeFileWhole } from './write-file.ts';

interface ExportRequest {
  readonly format: ExportFormat;
  readonly sheets: readonly ExportSheet[];
  readonly meta: ExportMeta;
  readonly path: string;
  /** Share done, 0 to 1, and the sheet being written. */
  readonly progress: (fraction: number, label: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes an export whole or not at all. Throws USAGE for several tables in one CSV, CANCELLED,
 * EXPORT_SHORT for a table longer than a sheet holds, and what `writeFileWhole` throws.
 */
export function writeExport({
  format,
  sheets,
  meta,
  path,
  progress,
  signal,
}: ExportRequest): Promise<WrittenFile> {
  return writeFileWhole(path, formats[format].bytes({ sheets, meta }, { progress, signal }));
}
