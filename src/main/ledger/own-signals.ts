import type { OwnSignal } from '#core/signals/own/own-signal.ts';
import { contentId } from './content-id.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toStoredCells } from './tables/columns.ts';
import { cellsOf, closeVersion, findLive, recordVersion, type Stamp } from './versions.ts';

/** Signals that the analyst wrote: one in force under a short name; every earlier version stays readable. */
export interface OwnSignalEntry extends OwnSignal {
  readonly id: string;
  readonly version: number;
  readonly author: string;
  readonly reason: string | null;
  readonly recordedAt: string;
}

type Row = Omit<OwnSignalEntry, 'isLowerWorse' | 'recordedAt'> & {
  readonly is_lower_worse: 0 | 1;
  readonly recorded_at: string;
};

/** By name; as they were known at an instant, null for those in force now. */
export function listOwnSignals(ledger: ReadableLedger, knownAt: string | null): OwnSignalEntry[] {
  const sql = `SELECT o.id, o.version, o.slug, o.name, o.question, o.expression, o.unit, o.is_lower_worse,
      o.watch, o.warn, o.critical, o.pillar, o.note, c.author, c.reason, o.recorded_at
    FROM own_signals o JOIN changes c ON c.seq = o.recorded_seq
    WHERE ${inForceAt(knownAt, 'o.')} ORDER BY o.name, o.id`;
  const query = statement<Row>(ledger.db, sql);
  return (knownAt === null ? query.all() : query.all({ known: knownAt })).map(entryOf);
}

function entryOf({ is_lower_worse, recorded_at, ...row }: Row): OwnSignalEntry {
  return { ...row, isLowerWorse: is_lower_worse === 1, recordedAt: recorded_at };
}

/** Id of the entry that a short name has, in force or not. */
export function ownSignalEntryId(own: OwnSignal): string {
  return contentId('own-signal', fieldsOf(own));
}

/** Records the signal in place of the version in force under its short name; null if it says the same. */
export function recordOwnSignal(ledger: WritableLedger, stamp: Stamp, own: OwnSignal): string | null {
  const id = ownSignalEntryId(own);
  const cells = toStoredCells(tableOf('own-signal'), fieldsOf(own));
  const live = findLive(ledger, 'own-signal', id);
  if (live !== null) {
    if (cellsOf('own-signal', live).every((cell, at) => cell === cells[at])) return null;
    closeVersion(ledger, stamp, 'own-signal', live.version);
  }
  recordVersion(ledger, stamp, { noun: 'own-signal', id, cells });
  return id;
}

function fieldsOf(own: OwnSignal) {
  const { slug, name, question, expression, unit, isLowerWorse, watch, warn, critical, pillar, note } = own;
  return {
    slug,
    name,
    question,
    expression,
    unit,
    isLowerWorse: isLowerWorse ? 1 : 0,
    watch,
    warn,
    critical,
    pillar,
    note,
  };
}
