import { contentId } from './content-id.ts';
import type { WritableLedger } from './ledger.ts';
import { tableOf, toStoredCells } from './tables/columns.ts';
import { cellsOf, closeVersion, findLive, recordVersion, type Stamp } from './versions.ts';

export interface NewPick {
  /** Ids of the picks that stand on the same matter and give way to this one. */
  readonly replaces: readonly string[];
  readonly fields: PickFields;
}

interface PickFields {
  readonly figureId: string;
  readonly entityId: string;
  readonly metric: string;
  readonly dealId: string | null;
  readonly reviewer: string;
  readonly reason: string;
  readonly expiresOn: string;
}

/** Its id; null if it says the same as the one in force. */
export function recordPick(
  ledger: WritableLedger,
  stamp: Stamp,
  { fields, replaces }: NewPick,
): string | null {
  const id = contentId('pick', { ...fields });
  const cells = toStoredCells(tableOf('pick'), { ...fields });
  const live = findLive(ledger, 'pick', id);
  if (live !== null && cellsOf('pick', live).every((cell, at) => cell === cells[at])) return null;
  for (const stale of new Set([id, ...replaces])) {
    const row = findLive(ledger, 'pick', stale);
    if (row !== null) closeVersion(ledger, stamp, 'pick', row.version);
  }
  recordVersion(ledger, stamp, { noun: 'pick', id, cells });
  return id;
}
