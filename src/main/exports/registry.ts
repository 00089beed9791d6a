import { extname } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/reports.ts';
import { PlumblineError } from '#shared/errors.ts';
import { csvWriter } from './csv.ts';
import type { FormatWriter } from './format.ts';
import { jsonWriter } from './json.ts';
import { xlsxWriter } from './xlsx/workbook.ts';

/** Every format that exports are written in: one file and one line each. */
export const formats: Readonly<Record<ExportFormat, FormatWriter>> = {
  xlsx: xlsxWriter,
  csv: csvWriter,
  json: jsonWriter,
};

/** The format that a file's ending asks for. Throws EXPORT_FORMAT for any other ending. */
export function formatOfPath(path: string): ExportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((id) => formats[id].ext === ending);
  if (format === undefined) throw new PlumblineError('EXPORT_FORMAT');
  return format;
}
