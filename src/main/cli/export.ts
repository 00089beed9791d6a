import { resolve } from 'node:path';
import { isDay } from '#core/quantities/day.ts';
import { TABLE_IDS, type TableId } from '#core/report/table-spec.ts';
import { jobContext } from '#main/api/context.ts';
import { tableFor, writeLedgerExport } from '#main/api/exports.ts';
import { formatOfPath } from '#main/exports/registry.ts';
import { PlumblineError } from '#shared/errors.ts';
import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function exportCommand(
  path: string,
  out: string,
  options: { readonly table?: string; readonly asOf?: string },
  terminal: Terminal,
): Promise<number> {
  const format = formatOfPath(out);
  const table = options.table === undefined ? tableFor(format) : tableNamed(options.table);
  if (options.asOf !== undefined && !isDay(options.asOf))
    throw new PlumblineError('USAGE', ['--as-of takes a day such as 2025-11-03.']);
  const written = await withLedger({ path, access: 'read', terminal }, ({ context, signal }) => {
    const job = jobContext(context, { progress: terminal.progress, signal });
    return writeLedgerExport(job, { format, table, asOf: options.asOf ?? null }, resolve(out));
  });
  const others =
    table !== null && options.table === undefined
      ? ` It holds the deals; --table names another of: ${TABLE_IDS.join(', ')}, signals.`
      : '';
  terminal.say(`Wrote ${out}, ${written.size.toLocaleString('en')} bytes.${others}`);
  terminal.document({ ledger: path, export: resolve(out), format, table, size: written.size });
  return 0;
}

function tableNamed(name: string): TableId | 'signals' {
  const found = [...TABLE_IDS, 'signals' as const].find((id) => id === name);
  if (found === undefined)
    throw new PlumblineError('TABLE_UNKNOWN', [name, `Known: ${TABLE_IDS.join(', ')}, signals`]);
  return found;
}
