import type { Interval } from '../../quantities/interval.ts';
import type { EvidenceTable } from '../flag.ts';

/** How the tables of a card are written: a column says its unit once, a cell is a text, an amount or unknown. */
export type TableCell = string | Interval | null;

export function tableOf(
  title: string,
  columns: readonly (readonly [label: string, unit: string])[],
  rows: readonly (readonly TableCell[])[],
): EvidenceTable {
  return {
    title,
    columns: columns.map(([label, unit]) => ({ label, unit })),
    rows: rows.map((row) => [...row]),
  };
}
