import { resolve } from 'node:path';
import { TABLE_IDS, type TableId } from '#core/report/table-spec.ts';
import { jobContext } from '#main/api/context.ts';
import { tableFor, writeLedgerExport } from '#main/api/exports.ts';
import { formatOfPath } from '#main/exports/registry.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function exportCommand(
  path: string,
  out: string,
  options: MomentOptions & { readonly table?: string },
  terminal: Terminal,
): Promise<number> {
  const format = formatOfPath(out);
  const table = options.table === undefined ? tableFor(format) : tableNamed(options.table);
  const moment = momentOf(options);
  const written = await withLedger({ path, access: 'read', terminal }, ({ context, signal }) => {
    const job = jobContext(context, { progress: terminal.progress, signal });
    return writeLedgerExport(job, { format, table, ...moment }, resolve(out));
  });
  const others =
    table !== null && options.table === undefined
      ? ` It holds the deals; --table names another of: ${EXPORTED.join(', ')}.`
      : '';
  terminal.say(`Wrote ${out}, ${written.size.toLocaleString('en')} bytes.${others}`);
  terminal.document({ ledger: path, export: resolve(out), format, table, ...moment, size: written.size });
  return 0;
}

/** What a file of one table may hold. */
const EXPORTED = [...TABLE_IDS, 'grades', 'signals'] as const;

function tableNamed(name: string): TableId | 'grades' | 'signals' {
  const found = EXPORTED.find((id) => id === name);
  if (found === undefined) throw new PlumblineError('TABLE_UNKNOWN', [name, `Known: ${EXPORTED.join(', ')}`]);
  return found;
}
