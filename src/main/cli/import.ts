import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ImportKindId, importKinds } from '#core/intake/kinds/registry.ts';
import { mappingFromText } from '#core/intake/mapping.ts';
import { lookupIn } from '#core/intake/names.ts';
import { changesFromRows, type RowsRead } from '#core/intake/rows.ts';
import { commandContext } from '#main/api/context.ts';
import { writeBatch } from '#main/api/entries.ts';
import { readTable, type TableFile } from '#main/intake/read-table.ts';
import { listNames } from '#main/ledger/names.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type DocumentOptions, importDocuments } from './import-documents.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface ImportOptions extends DocumentOptions {
  readonly as?: string;
  readonly mapping?: string;
}

interface Imported {
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly refusals: RowsRead['refusals'];
  readonly ignored: readonly string[];
  readonly newEntities: readonly string[];
  readonly added: number;
  readonly alreadyHeld: number;
  readonly seq: number | null;
}

/**
 * Each file is one change of the ledger, or none: a refused row refuses its file. All are read before the first is
 * imported, so that a file which cannot be read leaves none imported. Exit code 1 where rows were refused.
 */
export async function importCommand(
  path: string,
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.as === 'source') return importDocuments(path, files, options, terminal);
  const kind = kindNamed(options.as);
  const mapping = readMapping(options.mapping);
  const isDry = options.dryRun === true;
  const imported = await withLedger({ path, access: isDry ? 'read' : 'write', terminal }, async (client) => {
    const tables: TableFile[] = [];
    for (const file of files) tables.push(await readTable(file));
    return tables.map((table, at) =>
      importFile(client, { file: files[at] ?? '', kind, mapping, isDry, table }),
    );
  });
  for (const one of imported) say(terminal, one, isDry);
  terminal.document({ ledger: path, dryRun: isDry, files: imported });
  return imported.some(({ refused }) => refused > 0) ? 1 : 0;
}

interface FileOrder {
  readonly file: string;
  readonly kind: ImportKindId;
  readonly mapping: ReadonlyMap<string, string>;
  readonly isDry: boolean;
  readonly table: TableFile;
}

function importFile({ context }: LedgerClient, { file, kind, mapping, isDry, table }: FileOrder): Imported {
  const { changes, ...read } = changesFromRows(
    kind,
    table,
    lookupIn(listNames(context.session.ledger)),
    mapping,
  );
  const outcome = { file, ...read, added: 0, alreadyHeld: 0, seq: null };
  if (isDry || changes.length === 0) return outcome;
  const { added, alreadyHeld, seq } = writeBatch(commandContext(context).ledger, {
    command: 'import',
    changes,
    summary: `Import of ${read.rows} ${kind} from ${basename(file)}`,
    reason: `${basename(file)}, ${table.size} bytes, SHA-256 ${table.sha256}`,
    keepRetracted: true,
  });
  return { ...outcome, added, alreadyHeld, seq };
}

function kindNamed(name: string | undefined): ImportKindId {
  const kinds = Object.keys(importKinds) as ImportKindId[];
  const found = kinds.find((kind) => kind === name);
  if (found === undefined)
    throw new PlumblineError('USAGE', [`--as takes one of: source, ${kinds.join(', ')}.`]);
  return found;
}

function readMapping(path: string | undefined): ReadonlyMap<string, string> {
  if (path === undefined) return new Map();
  const mapping = mappingFromText(readFileSync(path, 'utf8'));
  if (mapping === null)
    throw new PlumblineError('USAGE', ['--mapping takes a JSON file such as {"Customer": "payer"}.']);
  return mapping;
}

function say(terminal: Terminal, one: Imported, isDry: boolean): void {
  const { file, rows, refused, refusals, added, alreadyHeld, seq, newEntities, ignored } = one;
  if (refused > 0)
    terminal.say(`${file}: ${refused} of ${rows} rows were refused; nothing of it was imported.`);
  else if (isDry) terminal.say(`${file}: ${rows} rows could be imported. Nothing was changed.`);
  else
    terminal.say(
      `${file}: ${rows} rows, ${added} entries added, ${alreadyHeld} held already${seq === null ? '' : ` (change ${seq})`}.`,
    );
  for (const { row, column, given, rule, fix } of refusals)
    terminal.say(`  row ${row}, ${column}: "${given}" ${rule} ${fix}`);
  if (newEntities.length > 0) terminal.say(`  New entities: ${newEntities.join(', ')}`);
  if (ignored.length > 0) terminal.say(`  Columns not read: ${ignored.join(', ')}`);
}
