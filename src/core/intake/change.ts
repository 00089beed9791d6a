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

/** Changes that belong into one commit. */
export interface ChangeBatch {
  readonly summary: string;
  readonly changes: readonly AddChange[];
}

/**
 * Batches are written one after another, and a `$key` is known only within its own batch. `write` commits one batch
 * and answers the id of each change in order; keys of earlier batches are replaced by those ids before it is called.
 */
export function writeInTurn(
  batches: readonly ChangeBatch[],
  write: (batch: ChangeBatch) => readonly (string | null)[],
): void {
  const ids = new Map<string, string>();
  for (const { summary, changes } of batches) {
    const settled = changes.map((change) => settle(change, ids));
    const written = write({ summary, changes: settled });
    changes.forEach(({ key }, at) => {
      const id = written[at] ?? null;
      if (key !== undefined && id !== null) ids.set(key, id);
    });
  }
}

/** Keys that are not known yet stay: they belong to the batch itself. */
function settle(change: AddChange, ids: ReadonlyMap<string, string>): AddChange {
  const fields = Object.entries(change.fields).map(([name, cell]) => {
    const isKey = typeof cell === 'string' && cell.startsWith('$') && isReference(change.noun, name);
    return [name, isKey ? (ids.get(cell) ?? cell) : cell] as const;
  });
  return { ...change, fields: Object.fromEntries(fields) };
}

function isReference(noun: NounId, fieldName: string): boolean {
  return nounOf(noun).fields[fieldName]?.of.type === 'reference';
}
