import { contentId } from './content-id.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toStoredCells } from './tables/columns.ts';
import { cellsOf, closeVersion, findLive, recordVersion, type Stamp } from './versions.ts';

/** Threshold sets: at most one in force for a signal and scope; every earlier one stays readable. */
export interface ThresholdSetRow {
  readonly id: string;
  readonly version: number;
  readonly signal: string;
  readonly scope: 'ledger' | 'sector' | 'entity';
  readonly entity_id: string | null;
  readonly entity: string | null;
  readonly sector: string | null;
  readonly watch: number;
  readonly warn: number;
  readonly critical: number;
  readonly reason: string;
  readonly author: string;
  readonly recorded_at: string;
}

/** By the newest name, in force or not, that the instant knew. */
function entityName(knownAt: string | null): string {
  const until = knownAt === null ? '' : ' AND e.recorded_at <= @known';
  return `(SELECT e.name FROM entities e WHERE e.id = t.entity_id${until} ORDER BY e.version DESC LIMIT 1) AS entity`;
}

/** Sets as they were known at an instant; null for those in force now. */
export function listThresholds(ledger: ReadableLedger, knownAt: string | null): ThresholdSetRow[] {
  const sql = `SELECT t.id, t.version, t.signal, t.scope, t.entity_id, t.sector, t.watch, t.warn, t.critical, t.reason, c.author, t.recorded_at,
      ${entityName(knownAt)}
    FROM thresholds t JOIN changes c ON c.seq = t.recorded_seq
    WHERE ${inForceAt(knownAt, 't.')} ORDER BY t.id`;
  const query = statement<ThresholdSetRow>(ledger.db, sql);
  return knownAt === null ? query.all() : query.all({ known: knownAt });
}

export interface ThresholdTrace extends Omit<ThresholdSetRow, 'id' | 'version' | 'recorded_at'> {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly did: 'set' | 'cleared';
}

/** Every set and every way back to the default until an instant, newest first; undo and redo are among them as what they did. */
export function listThresholdHistory(ledger: ReadableLedger, knownAt: string | null): ThresholdTrace[] {
  const until = knownAt === null ? '' : ' AND c.at <= @known';
  const columns = `t.signal, t.scope, t.entity_id, t.sector, t.watch, t.warn, t.critical,
      ${entityName(knownAt)}`;
  const sql = `SELECT c.seq, c.at, c.author, c.kind, 'set' AS did, coalesce(c.reason, c.summary) AS reason, ${columns}
      FROM thresholds t JOIN changes c ON c.seq = t.recorded_seq${until}
    UNION ALL
    SELECT c.seq, c.at, c.author, c.kind, 'cleared' AS did, coalesce(c.reason, c.summary) AS reason, ${columns}
      FROM thresholds t JOIN changes c ON c.seq = t.retracted_seq${until}
      WHERE NOT EXISTS (SELECT 1 FROM thresholds n WHERE n.id = t.id AND n.recorded_seq = t.retracted_seq)
    ORDER BY 1 DESC`;
  const query = statement<ThresholdTrace>(ledger.db, sql);
  return knownAt === null ? query.all() : query.all({ known: knownAt });
}

export interface NewThresholds {
  readonly signal: string;
  readonly scope: 'ledger' | 'sector' | 'entity';
  readonly entityId: string | null;
  readonly sector: string | null;
  readonly watch: number;
  readonly warn: number;
  readonly critical: number;
  readonly reason: string;
}

/** Records the set in place of the one in force for the same signal and scope; null if it says the same. */
export function recordThresholds(ledger: WritableLedger, stamp: Stamp, fields: NewThresholds): string | null {
  const id = contentId('threshold', { ...fields });
  const cells = toStoredCells(tableOf('threshold'), { ...fields });
  const live = findLive(ledger, 'threshold', id);
  if (live !== null) {
    const isSame = cellsOf('threshold', live).every((cell, at) => cell === cells[at]);
    if (isSame) return null;
    closeVersion(ledger, stamp, 'threshold', live.version);
  }
  recordVersion(ledger, stamp, { noun: 'threshold', id, cells });
  return id;
}
