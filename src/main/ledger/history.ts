import type Database from 'better-sqlite3';
import { type Cell, NOUN_IDS, type NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type ChangeLine, commit, findChange, findHead } from './commit.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { nameOf } from './references.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import {
  cellsOf,
  closeVersion,
  findLive,
  listTouched,
  recordVersion,
  type Stamp,
  type VersionRow,
} from './versions.ts';

/**
 * Undo and redo are changes too: each inverts the rows of one earlier commit. What stands to be undone follows from
 * the log alone: an undone commit uncovers whatever could be undone just before it was made.
 */
export function findUndoable(db: Database.Database): ChangeLine | null {
  let line = findHead(db);
  while (line !== null && line.kind === 'undo') line = lineBefore(db, line.target_seq);
  return line === null || line.kind === 'migrate' ? null : line;
}

/** The undo that a redo would take back. */
export function findRedoable(db: Database.Database): ChangeLine | null {
  let line = findHead(db);
  while (line !== null && line.kind === 'redo') line = lineBefore(db, line.target_seq);
  return line?.kind === 'undo' ? line : null;
}

function lineBefore(db: Database.Database, seq: number | null): ChangeLine | null {
  return seq === null ? null : findChange(db, seq - 1);
}

export interface Step {
  readonly seq: number;
  readonly summary: string;
}

/** Throws NOTHING_TO_UNDO. */
export function undo(ledger: WritableLedger): Step {
  const target = findUndoable(ledger.db);
  if (target === null) throw new PlumblineError('NOTHING_TO_UNDO');
  return invertLogged(ledger, target, 'undo', `Undo: ${described(ledger.db, target)}`);
}

/** Throws NOTHING_TO_REDO. */
export function redo(ledger: WritableLedger): Step {
  const target = findRedoable(ledger.db);
  if (target === null) throw new PlumblineError('NOTHING_TO_REDO');
  return invertLogged(ledger, target, 'redo', `Redo: ${described(ledger.db, target)}`);
}

/** The summary of the command that an undo or redo stands for. */
export function described(db: Database.Database, line: ChangeLine): string {
  let origin: ChangeLine = line;
  while (origin.target_seq !== null) {
    const next = findChange(db, origin.target_seq);
    if (next === null) break;
    origin = next;
  }
  return origin.summary;
}

function invertLogged(
  ledger: WritableLedger,
  target: ChangeLine,
  kind: 'undo' | 'redo',
  summary: string,
): Step {
  const intent = { command: `history.${kind}`, summary, reason: null, kind, targetSeq: target.seq };
  const done = commit(ledger, intent, (stamp) => {
    invert(ledger, stamp, target.seq);
    return true;
  });
  return { seq: done?.seq ?? target.seq, summary };
}

/** What the commit recorded is retracted, what it retracted is recorded again. Throws EDIT_CONFLICT. */
function invert(ledger: WritableLedger, stamp: Stamp, seq: number): void {
  const touched = NOUN_IDS.map((noun) => ({ noun, ...listTouched(ledger, noun, seq) }));
  for (const { noun, recorded } of [...touched].reverse()) {
    for (const row of recorded) closeVersion(ledger, stamp, noun, standIn(ledger, noun, row).version);
  }
  for (const { noun, retracted } of touched) {
    for (const row of retracted) {
      if (findLive(ledger, noun, row.id) !== null) throw new PlumblineError('EDIT_CONFLICT');
      recordVersion(ledger, stamp, { noun, id: row.id, cells: cellsOf(noun, row) });
    }
  }
}

/** The version in force that says what `row` said: itself, or its copy that an undo or redo has put in its place. */
function standIn(ledger: ReadableLedger, noun: NounId, row: VersionRow): VersionRow {
  const live = findLive(ledger, noun, row.id);
  const cells = cellsOf(noun, row);
  if (live === null || !cellsOf(noun, live).every((cell, at) => Object.is(cell, cells[at])))
    throw new PlumblineError('EDIT_CONFLICT');
  return live;
}

export interface ChangesRequest {
  readonly offset: number;
  readonly limit: number;
  /** Changes made until this instant; null: all. */
  readonly knownAt: string | null;
}

/** Newest first. */
export function listChanges(
  { db }: ReadableLedger,
  { offset, limit, knownAt }: ChangesRequest,
): { total: number; lines: ChangeLine[] } {
  const from = knownAt === null ? 'changes' : 'changes WHERE at <= ?';
  const until = knownAt === null ? [] : [knownAt];
  const { total } = statement<{ total: number }>(db, `SELECT count(*) AS total FROM ${from}`).get(
    ...until,
  ) ?? {
    total: 0,
  };
  const lines = statement<ChangeLine>(db, `SELECT * FROM ${from} ORDER BY seq DESC LIMIT ? OFFSET ?`);
  return { total, lines: lines.all(...until, limit, offset) };
}

export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EntryTrace {
  readonly id: string;
  readonly noun: NounId;
  readonly label: string;
  readonly did: 'added' | 'corrected' | 'retracted';
  readonly fields: FieldChange[];
}

/** Most entries of one change that are told field by field; the count says how many there were. */
const MOST_TRACED = 200;

/** What one commit did, entry by entry, with names in place of ids. Throws ENTRY_MISSING. */
export function traceChange(ledger: ReadableLedger, seq: number): { total: number; entries: EntryTrace[] } {
  if (findChange(ledger.db, seq) === null)
    throw new PlumblineError('ENTRY_MISSING', [`There is no change ${seq}.`]);
  const pairs = NOUN_IDS.flatMap((noun) => pairUp(noun, listTouched(ledger, noun, seq)));
  return { total: pairs.length, entries: pairs.slice(0, MOST_TRACED).map((pair) => trace(ledger, pair)) };
}

interface Pair {
  readonly noun: NounId;
  readonly id: string;
  readonly before: VersionRow | null;
  readonly after: VersionRow | null;
}

function pairUp(noun: NounId, rows: { recorded: VersionRow[]; retracted: VersionRow[] }): Pair[] {
  const before = new Map(rows.retracted.map((row) => [row.id, row]));
  const after = new Map(rows.recorded.map((row) => [row.id, row]));
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  return ids.map((id) => ({ noun, id, before: before.get(id) ?? null, after: after.get(id) ?? null }));
}

function trace(ledger: ReadableLedger, { noun, id, before, after }: Pair): EntryTrace {
  const shape = tableOf(noun);
  const was = before === null ? {} : toFields(shape, before);
  const is = after === null ? {} : toFields(shape, after);
  const fields = shape.fieldNames
    .map((field) => ({
      field,
      label: nounOf(noun).fields[field]?.label ?? field,
      before: cellText(ledger, was[field] ?? null),
      after: cellText(ledger, is[field] ?? null),
    }))
    .filter((change) => change.before !== change.after);
  const did = before === null ? 'added' : after === null ? 'retracted' : 'corrected';
  return { id, noun, label: nameOf(ledger, id), did, fields };
}

function cellText(ledger: ReadableLedger, cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return /^[a-z]{3}_[0-9a-v]{26}$/.test(cell) ? nameOf(ledger, cell) : cell;
  if (typeof cell === 'number') return String(cell);
  return cell.map((one) => cellText(ledger, one)).join('; ');
}

export interface ChangeTime {
  /** UTC instant. */
  readonly at: string;
  /** Summaries of what was changed then, in the order of the log. */
  readonly summaries: readonly string[];
}

/** Instants at which the ledger changed, until one of them or now, earliest first. */
export function listChangeTimes(ledger: ReadableLedger, knownAt: string | null): readonly ChangeTime[] {
  const until = knownAt === null ? '' : ' WHERE at <= @known';
  const query = statement<{ at: string; summary: string }>(
    ledger.db,
    `SELECT at, summary FROM changes${until} ORDER BY seq`,
  );
  const rows = knownAt === null ? query.all() : query.all({ known: knownAt });
  return [...Map.groupBy(rows, ({ at }) => at)].map(([at, lines]) => ({
    at,
    summaries: lines.map(({ summary }) => summary),
  }));
}
