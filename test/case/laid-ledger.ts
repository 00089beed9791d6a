import type { AddChange, ChangeBatch, CorrectChange } from '#core/intake/change.ts';
import { writeInTurn } from '#core/intake/change.ts';
import { type Cell, cellSchema, type NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { changeSchema } from '#shared/contract/entries.ts';

export interface LaidEntry {
  readonly id: string;
  readonly noun: NounId;
  readonly fields: Readonly<Record<string, Cell>>;
}

/**
 * Writes batches the way the public command does, without a file: every change must fit the contract and the laws of
 * its noun, and refer only to what stands already.
 */
export function laid(batches: readonly ChangeBatch[]): readonly LaidEntry[] {
  const entries = new Map<string, LaidEntry>();
  writeInTurn(batches, { write: ({ changes }) => writeBatch(changes, entries), versionOf: () => 1 });
  return [...entries.values()];
}

function writeBatch(
  changes: readonly (AddChange | CorrectChange)[],
  entries: Map<string, LaidEntry>,
): readonly (string | null)[] {
  const keys = new Map<string, string>();
  return changes.map((change) => {
    changeSchema.parse(change);
    if (change.op === 'correct') return correct(change, keys, entries);
    const id = `${nounOf(change.noun).prefix}_${String(entries.size).padStart(26, '0')}`;
    if (change.key !== undefined) {
      if (keys.has(change.key)) throw new Error(`${change.key} is given twice.`);
      keys.set(change.key, id);
    }
    const fields = settled(change, keys, entries);
    entries.set(id, { id, noun: change.noun, fields });
    return id;
  });
}

/** The entry keeps its id and takes the fields, as the command would have it; all its laws are checked again. */
function correct(
  { id, fields }: CorrectChange,
  keys: ReadonlyMap<string, string>,
  entries: Map<string, LaidEntry>,
): null {
  const before = entries.get(id);
  if (before === undefined) throw new Error(`${id} is not there to be corrected.`);
  const given = { ...before.fields, ...fields } as AddChange['fields'];
  entries.set(id, {
    ...before,
    fields: settled({ op: 'add', noun: before.noun, fields: given }, keys, entries),
  });
  return null;
}

function settled(
  { noun, fields: given }: AddChange,
  keys: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, LaidEntry>,
): Record<string, Cell> {
  const { fields: model, check } = nounOf(noun);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(model, name));
  if (unknown.length > 0) throw new Error(`${noun} has no ${unknown.join(', ')}.`);
  const fields: Record<string, Cell> = {};
  for (const [name, { of, required }] of Object.entries(model)) {
    const cell = given[name] ?? null;
    fields[name] = of.type === 'reference' && typeof cell === 'string' ? (keys.get(cell) ?? cell) : cell;
    if (fields[name] === null) {
      if (required) throw new Error(`${noun} lacks ${name}: ${JSON.stringify(given)}`);
      continue;
    }
    cellSchema(of).parse(fields[name]);
    if (of.type === 'reference' && entries.get(String(fields[name]))?.noun !== of.noun)
      throw new Error(`${noun}.${name} refers to no ${of.noun}: ${String(cell)}`);
  }
  const broken = check(fields as never);
  if (broken.length > 0) throw new Error(`${broken.join(' ')} ${JSON.stringify(fields)}`);
  return fields;
}
