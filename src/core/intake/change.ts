import type { NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';

/** A cell as it stands in a change: plain JSON, so a list is an ordinary array. */
export type ChangeCell = string | number | null | string[];

/**
 * An entry to add, in the shape of the public command `entries.write`. A reference field holds an id, or the `$key`
 * of an entry that an earlier change of the same batch adds.
 */
export interface AddChange {
  readonly op: 'add';
  readonly noun: NounId;
  readonly key?: string;
  readonly fields: Readonly<Record<string, ChangeCell>>;
}

/** Fields of an entry of an earlier batch, named by its `$key`, that only what is written now makes known. */
export interface CompleteChange {
  readonly op: 'complete';
  readonly noun: NounId;
  readonly key: string;
  readonly fields: Readonly<Record<string, ChangeCell>>;
}

/** A correction in the shape of the public command. */
export interface CorrectChange {
  readonly op: 'correct';
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, ChangeCell>>;
}

/** Changes that belong into one commit. */
export interface ChangeBatch<C = AddChange | CompleteChange> {
  readonly summary: string;
  readonly changes: readonly C[];
}

export interface BatchWriter {
  /** Commits one batch and answers the id of each added entry by position. */
  readonly write: (batch: ChangeBatch<AddChange | CorrectChange>) => readonly (string | null)[];
  /** The version of an entry that is in force. */
  readonly versionOf: (id: string) => number;
}

/**
 * Batches are written one after another, and a `$key` is known only within its own batch: keys of earlier batches are
 * replaced by the ids that their writing gave. Throws RangeError where a batch completes what no earlier one added.
 */
export function writeInTurn(batches: readonly ChangeBatch[], { write, versionOf }: BatchWriter): void {
  const ids = new Map<string, string>();
  for (const { summary, changes } of batches) {
    const settled = changes.map((change) => settle(change, ids, versionOf));
    const written = write({ summary, changes: settled });
    changes.forEach(({ op, key }, at) => {
      const id = written[at] ?? null;
      if (op === 'add' && key !== undefined && id !== null) ids.set(key, id);
    });
  }
}

function settle(
  change: AddChange | CompleteChange,
  ids: ReadonlyMap<string, string>,
  versionOf: BatchWriter['versionOf'],
): AddChange | CorrectChange {
  const fields = settledFields(change, ids);
  if (change.op === 'add') return { ...change, fields };
  const id = ids.get(change.key);
  if (id === undefined) throw new RangeError(`${change.key} was added by no earlier batch.`);
  return { op: 'correct', id, version: versionOf(id), fields };
}

/** Keys that are not known yet stay: they belong to the batch itself. */
function settledFields(
  { noun, fields }: AddChange | CompleteChange,
  ids: ReadonlyMap<string, string>,
): Record<string, ChangeCell> {
  const settled = Object.entries(fields).map(([name, cell]) => {
    const isKey = typeof cell === 'string' && cell.startsWith('$') && isReference(noun, name);
    return [name, isKey ? (ids.get(cell) ?? cell) : cell] as const;
  });
  return Object.fromEntries(settled);
}

function isReference(noun: NounId, fieldName: string): boolean {
  return nounOf(noun).fields[fieldName]?.of.type === 'reference';
}
