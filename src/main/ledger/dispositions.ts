import type { Cell } from '#core/model/field.ts';
import type { NounRow } from '#core/model/nouns.ts';
import type { FlagRef } from '#core/signals/disposition.ts';
import { contentId } from './content-id.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toFields, toStoredCells } from './tables/columns.ts';
import { recordVersion, type Stamp, type VersionRow } from './versions.ts';

/** Steps of reviews. Law: a step is recorded once and never superseded; undo retracts it, redo records it again. */
export type DispositionRow = NounRow<'disposition'> & {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedSeq: number;
  /** When and by whom it was undone, null while it stands. */
  readonly retractedAt: string | null;
  readonly retractedBy: string | null;
};

interface Stored extends VersionRow {
  readonly retracted_by: string | null;
}

const SELECT = `SELECT d.*, c.author AS retracted_by FROM dispositions d LEFT JOIN changes c ON c.seq = d.retracted_seq`;
const IN_ORDER = 'ORDER BY d.entity_id, d.signal, d.measure, d.scope, d.scope_id, d.step, d.version';

/** Steps in force at an instant, null for now, of the flags of these subjects. */
export function listSteps(
  ledger: ReadableLedger,
  subjectIds: readonly string[],
  knownAt: string | null,
): DispositionRow[] {
  const sql = `${SELECT} WHERE d.entity_id IN (SELECT value FROM json_each(@subjects)) AND ${inForceAt(knownAt, 'd.')} ${IN_ORDER}`;
  const bound = { subjects: JSON.stringify(subjectIds) };
  return statement<Stored>(ledger.db, sql)
    .all(knownAt === null ? bound : { ...bound, known: knownAt })
    .map(rowOf);
}

/** Steps in force of every flag of a signal, whatever its subject. */
export function listStepsOfSignal(
  ledger: ReadableLedger,
  signal: string,
  knownAt: string | null,
): DispositionRow[] {
  const sql = `${SELECT} WHERE d.signal = @signal AND ${inForceAt(knownAt, 'd.')} ${IN_ORDER}`;
  return statement<Stored>(ledger.db, sql)
    .all(knownAt === null ? { signal } : { signal, known: knownAt })
    .map(rowOf);
}

/** Every step of one flag that was on file at an instant, those undone since or before among them. */
export function listTrail(ledger: ReadableLedger, flag: FlagRef, knownAt: string | null): DispositionRow[] {
  const sql = `${SELECT} WHERE d.entity_id = @subjectId AND d.signal = @signal AND d.measure IS @measure
    AND d.scope = @scope AND d.scope_id IS @scopeId AND d.recorded_at <= coalesce(@known, '9999') ORDER BY d.version`;
  const { subjectId, signal, measure, scope, scopeId } = flag;
  return statement<Stored>(ledger.db, sql)
    .all({ subjectId, signal, measure, scope, scopeId, known: knownAt })
    .map(rowOf);
}

/** Records one step and gives its id. */
export function recordStep(ledger: WritableLedger, stamp: Stamp, step: NounRow<'disposition'>): string {
  const fields: Readonly<Record<string, Cell>> = step;
  const id = contentId('disposition', fields);
  recordVersion(ledger, stamp, {
    noun: 'disposition',
    id,
    cells: toStoredCells(tableOf('disposition'), fields),
  });
  return id;
}

/** Whether nobody but `author` has ever written to the ledger. */
export function isOnlyAuthor(ledger: ReadableLedger, author: string): boolean {
  const sql = 'SELECT 1 FROM changes WHERE author <> ? COLLATE NOCASE LIMIT 1';
  return statement(ledger.db, sql).get(author) === undefined;
}

function rowOf(row: Stored): DispositionRow {
  const fields = toFields(tableOf('disposition'), row) as unknown as NounRow<'disposition'>;
  return {
    ...fields,
    id: row.id,
    recordedAt: row.recorded_at,
    recordedSeq: row.recorded_seq,
    retractedAt: row.retracted_at,
    retractedBy: row.retracted_by,
  };
}
