import { type Cell, cellSchema, type NounId } from '#core/model/field.ts';
import { nounOf, nounOfId } from '#core/model/nouns.ts';
import { PlumblineError } from '#shared/errors.ts';
import { contentId } from './content-id.ts';
import { refuseEarlyActuals } from './early-actuals.ts';
import type { WritableLedger } from './ledger.ts';
import { isInForce, keepersOf, partsOf, partsRetractedWith } from './references.ts';
import { type FieldCells, tableOf, toFields, toStoredCells } from './tables/columns.ts';
import {
  cellsOf,
  closeVersion,
  findLatest,
  findLive,
  isKnownObject,
  recordVersion,
  type Stamp,
  type VersionRow,
} from './versions.ts';

/** The four things that can be done to entries, and the laws a batch of them must keep (see `applyChanges`). */
export type Change =
  | {
      readonly op: 'add';
      readonly noun: NounId;
      readonly key?: string | undefined;
      readonly fields: FieldCells;
    }
  | { readonly op: 'correct'; readonly id: string; readonly version: number; readonly fields: FieldCells }
  | { readonly op: 'retract'; readonly id: string; readonly version: number }
  | { readonly op: 'restore'; readonly id: string };

export interface Outcome {
  readonly ids: readonly (string | null)[];
  /** False: everything was held already, and nothing needs to be logged. */
  readonly isChanged: boolean;
  readonly added: number;
  readonly corrected: number;
  readonly retracted: number;
  readonly restored: number;
  readonly alreadyHeld: number;
}

interface Batch {
  readonly ledger: WritableLedger;
  readonly stamp: Stamp;
  readonly keepRetracted: boolean;
  readonly ids: (string | null)[];
  readonly keys: Map<string, string>;
  readonly touched: Set<string>;
  readonly retractedIds: Set<string>;
  readonly counts: {
    added: number;
    corrected: number;
    retracted: number;
    restored: number;
    alreadyHeld: number;
  };
}

/**
 * Applies a batch inside the caller's transaction. At its end every reference of what was
 * touched leads to an entry in force, and nothing in force refers to what was retracted.
 * Throws ENTRY_REFUSED, ENTRY_MISSING, ENTRY_IN_USE, EDIT_CONFLICT.
 */
export function applyChanges(
  ledger: WritableLedger,
  stamp: Stamp,
  changes: readonly Change[],
  keepRetracted: boolean,
): Outcome {
  const batch: Batch = {
    ledger,
    stamp,
    keepRetracted,
    ids: [],
    keys: new Map(),
    touched: new Set(),
    retractedIds: new Set(),
    counts: { added: 0, corrected: 0, retracted: 0, restored: 0, alreadyHeld: 0 },
  };
  for (const [at, change] of changes.entries()) batch.ids.push(applyOne(batch, change, at + 1));
  refuseDangling(batch);
  refuseEarlyActuals(ledger, stamp.seq);
  const { added, corrected, retracted, restored } = batch.counts;
  return { ids: batch.ids, isChanged: added + corrected + retracted + restored > 0, ...batch.counts };
}

function applyOne(batch: Batch, change: Change, position: number): string | null {
  switch (change.op) {
    case 'add':
      return add(batch, change, position);
    case 'correct':
      correct(batch, change, position);
      return null;
    case 'retract':
      retract(batch, change.id, change.version);
      return null;
    case 'restore':
      restore(batch, change.id);
      return null;
  }
}

function add(batch: Batch, change: Extract<Change, { op: 'add' }>, position: number): string {
  const fields = checked(change.noun, resolveKeys(batch, change.noun, change.fields), position);
  const id = contentId(change.noun, fields);
  if (change.key !== undefined) batch.keys.set(change.key, id);
  const isHeld =
    isInForce(batch.ledger, change.noun, id) || (batch.keepRetracted && isKnownObject(batch.ledger, id));
  if (isHeld) {
    batch.counts.alreadyHeld += 1;
    return id;
  }
  recordVersion(batch.ledger, batch.stamp, {
    noun: change.noun,
    id,
    cells: toStoredCells(tableOf(change.noun), fields),
  });
  batch.touched.add(id);
  batch.counts.added += 1;
  return id;
}

function correct(batch: Batch, change: Extract<Change, { op: 'correct' }>, position: number): void {
  const noun = knownNoun(change.id);
  const live = liveVersion(batch, noun, change.id, change.version);
  const before = toFields(tableOf(noun), live);
  const fields = checked(noun, { ...before, ...resolveKeys(batch, noun, change.fields) }, position);
  const cells = toStoredCells(tableOf(noun), fields);
  if (cellsOf(noun, live).every((cell, at) => Object.is(cell, cells[at]))) return;
  closeVersion(batch.ledger, batch.stamp, noun, live.version);
  recordVersion(batch.ledger, batch.stamp, { noun, id: change.id, cells });
  batch.touched.add(change.id);
  batch.counts.corrected += 1;
}

/** A deal takes its parties, amounts and schedule with it: they are parts of it and mean nothing alone. */
function retract(batch: Batch, id: string, version: number): void {
  const noun = knownNoun(id);
  const live = liveVersion(batch, noun, id, version);
  for (const part of partsOf(batch.ledger, id)) {
    const row = findLive(batch.ledger, part.noun, part.id);
    if (row !== null) close(batch, part.noun, row);
  }
  close(batch, noun, live);
}

function close(batch: Batch, noun: NounId, row: VersionRow): void {
  closeVersion(batch.ledger, batch.stamp, noun, row.version);
  batch.retractedIds.add(row.id);
  batch.counts.retracted += 1;
}

function restore(batch: Batch, id: string): void {
  const noun = knownNoun(id);
  const latest = findLatest(batch.ledger, noun, id);
  if (latest === null) throw new PlumblineError('ENTRY_MISSING', [id]);
  if (latest.retracted_seq === null)
    throw new PlumblineError('EDIT_CONFLICT', ['The entry is in force already.']);
  const parts = partsRetractedWith(batch.ledger, id, latest.retracted_seq);
  reopen(batch, noun, latest);
  for (const { noun: partNoun, row } of parts) reopen(batch, partNoun, row);
}

function reopen(batch: Batch, noun: NounId, row: VersionRow): void {
  recordVersion(batch.ledger, batch.stamp, { noun, id: row.id, cells: cellsOf(noun, row) });
  batch.touched.add(row.id);
  batch.counts.restored += 1;
}

function knownNoun(id: string): NounId {
  const noun = nounOfId(id);
  if (noun === null) throw new PlumblineError('ENTRY_MISSING', [id]);
  return noun;
}

function liveVersion(batch: Batch, noun: NounId, id: string, version: number): VersionRow {
  const live = findLive(batch.ledger, noun, id);
  if (live === null)
    throw new PlumblineError(isKnownObject(batch.ledger, id) ? 'EDIT_CONFLICT' : 'ENTRY_MISSING', [id]);
  if (live.version !== version) throw new PlumblineError('EDIT_CONFLICT');
  return live;
}

/** Replaces `$keys` of entries added earlier in the batch by their ids. */
function resolveKeys(batch: Batch, noun: NounId, fields: FieldCells): FieldCells {
  const model = nounOf(noun).fields;
  if (batch.keys.size === 0 && !Object.values(fields).some(mayBeKey)) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, cell]) => {
      const isKey = model[name]?.of.type === 'reference' && typeof cell === 'string' && cell.startsWith('$');
      if (!isKey) return [name, cell];
      const id = batch.keys.get(cell);
      if (id === undefined)
        throw new PlumblineError('ENTRY_REFUSED', [`${cell} is not an entry of this batch.`]);
      return [name, id];
    }),
  );
}

function mayBeKey(cell: Cell): boolean {
  return typeof cell === 'string' && cell.startsWith('$');
}

/** Checks every field and the laws over several; the sentences name the row of the batch where there are many. */
function checked(noun: NounId, given: FieldCells, position: number): Record<string, Cell> {
  const model = nounOf(noun);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(model.fields, name));
  const problems = unknown.map((name) => `${model.label} has no field "${name}".`);
  const fields: Record<string, Cell> = {};
  for (const [name, field] of Object.entries(model.fields)) {
    const cell = emptyToNull(given[name] ?? null);
    fields[name] = cell;
    if (cell === null) {
      if (field.required) problems.push(`${field.label} is missing.`);
      continue;
    }
    const parsed = schemaOf(noun, name).safeParse(cell);
    if (parsed.success) fields[name] = parsed.data;
    else problems.push(`${field.label}: ${parsed.error.issues[0]?.message ?? 'not understood'}`);
  }
  if (problems.length === 0) problems.push(...model.check(fields as never));
  if (problems.length > 0)
    throw new PlumblineError(
      'ENTRY_REFUSED',
      problems.map((problem) => `${model.label} ${position}: ${problem}`),
    );
  return fields;
}

function emptyToNull(cell: Cell): Cell {
  return cell === '' || (Array.isArray(cell) && cell.length === 0) ? null : cell;
}

const schemas = new Map<string, ReturnType<typeof cellSchema>>();

function schemaOf(noun: NounId, name: string): ReturnType<typeof cellSchema> {
  const key = `${noun} ${name}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const field = nounOf(noun).fields[name];
  if (field === undefined) throw new Error(`${noun} has no field ${name}.`);
  const made = cellSchema(field.of);
  schemas.set(key, made);
  return made;
}

/** Everything is written by now, so that an entry which many of the batch name is looked up once. */
function refuseDangling(batch: Batch): void {
  const found = new Set<string>();
  for (const id of batch.touched) refuseMissingReferences(batch, id, found);
  for (const id of batch.retractedIds) {
    if (isInForce(batch.ledger, knownNoun(id), id)) continue;
    const rests = keepersOf(batch.ledger, id, 5);
    if (rests.length > 0)
      throw new PlumblineError(
        'ENTRY_IN_USE',
        rests.map(({ name }) => name),
      );
  }
}

function refuseMissingReferences(batch: Batch, id: string, found: Set<string>): void {
  const noun = knownNoun(id);
  const live = findLive(batch.ledger, noun, id);
  if (live === null) return;
  const shape = tableOf(noun);
  shape.types.forEach((type, at) => {
    const target = live[shape.columns[at] ?? ''];
    if (type.type !== 'reference' || typeof target !== 'string' || found.has(target)) return;
    if (isInForce(batch.ledger, type.noun, target)) {
      found.add(target);
      return;
    }
    const label = nounOf(noun).fields[shape.fieldNames[at] ?? '']?.label ?? '';
    throw new PlumblineError('ENTRY_REFUSED', [`${label}: the entry it names is not in force.`]);
  });
}
