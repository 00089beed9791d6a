import type { ImportKindId } from '#core/intake/kinds/registry.ts';
import type { Named, NamedEntry } from '#core/intake/names.ts';
import { lookupIn } from '#core/intake/names.ts';
import { changesFromRows, type RowsRead } from '#core/intake/rows.ts';
import type { Table } from '#core/intake/table.ts';

/** A table as a person sees it: the first line is the header, cells stand apart by bars. */
export function tableOf(text: string, delimiter: Table['delimiter'] = ','): Table {
  const [headers = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return { headers, rows: rows.map((cells, at) => ({ number: at + 2, cells })), delimiter };
}

export const HELD: Readonly<Record<Named, readonly NamedEntry[]>> = {
  entity: [
    { id: 'ent_00000000000000000000000001', names: ['OpenAI'] },
    { id: 'ent_00000000000000000000000002', names: ['AWS', 'Amazon Web Services'] },
    { id: 'ent_00000000000000000000000003', names: ['Jordan'] },
    { id: 'ent_00000000000000000000000004', names: ['Jordan'] },
    { id: 'ent_00000000000000000000000005', names: ['Acme, Inc.'] },
  ],
  source: [{ id: 'src_00000000000000000000000001', names: ['Annual report'] }],
  deal: [{ id: 'dea_00000000000000000000000001', names: ['OpenAI buys from AWS'] }],
};

export const [OPENAI, AWS, , , ACME] = HELD.entity.map(({ id }) => id);
export const REPORT = HELD.source[0]?.id;
export const HELD_DEAL = HELD.deal[0]?.id;

export function read(
  kind: ImportKindId,
  text: string,
  mapping: Readonly<Record<string, string>> = {},
): RowsRead {
  return changesFromRows(kind, tableOf(text), lookupIn(HELD), new Map(Object.entries(mapping)));
}

/** What was refused: row, column, rule. */
export function refusedIn({ refusals }: RowsRead): readonly string[] {
  return refusals.map(({ row, column, rule }) => `${row} ${column}: ${rule}`);
}
