import type { NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import type { AddChange, ChangeCell } from './change.ts';
import { type Named, type NameLookup, plainName } from './names.ts';
import type { RowReader } from './row-reader.ts';

type Fields = Readonly<Record<string, ChangeCell>>;

/** Of entities that are added because a row mentions them: longer text is a sentence in the wrong column. */
const LONGEST_NAME = 200;

type Given = Readonly<Record<string, ChangeCell | undefined>>;

/**
 * The changes of one import while its rows are read. Law: an entry is added before what refers to it; a fact that the
 * file states twice is added once, and two rows that state it differently refuse each other.
 */
export class ImportBatch {
  readonly changes: AddChange[] = [];
  /** Entities that no row and no ledger knew: added because another entry names them. */
  readonly newEntities: string[] = [];
  readonly #lookup: NameLookup;
  readonly #keys = new Map<string, string>();
  readonly #facts = new Map<string, { readonly row: number; readonly fields: Fields }>();
  #count = 0;

  constructor(lookup: NameLookup) {
    this.#lookup = lookup;
  }

  /** The entity of that name, added as a new one where nobody knows it. Null where the cell is blank or ambiguous. */
  entity(row: RowReader, column: string, kindIfNew: string): string | null {
    const name = row.text(column);
    return name === null ? null : this.entityNamed(row, column, name, kindIfNew);
  }

  entityNamed(row: RowReader, column: string, name: string, kindIfNew: string): string | null {
    const known = this.#find(row, column, 'entity', name);
    if (known !== undefined) return known;
    if (name.trim().length > LONGEST_NAME) {
      row.refuse(
        column,
        `A name has at most ${LONGEST_NAME} characters.`,
        'Shorten it, or correct the column.',
      );
      return null;
    }
    this.newEntities.push(name.trim());
    return this.#addKeyed('entity', name, { name: name.trim(), kind: kindIfNew });
  }

  isKnown(noun: Named, name: string): boolean {
    return this.#keys.has(keyOf(noun, name)) || this.#lookup(noun, name).length > 0;
  }

  /** The source or deal of that name, which must be known. Null where the cell is blank or names none. */
  known(row: RowReader, column: string, noun: 'source' | 'deal'): string | null {
    const name = row.text(column);
    return name === null ? null : this.knownNamed(row, column, noun, name);
  }

  knownNamed(row: RowReader, column: string, noun: Named, name: string): string | null {
    const known = this.#find(row, column, noun, name);
    if (known !== undefined) return known;
    const label = nounOf(noun).label.toLowerCase();
    row.refuse(
      column,
      `There is no ${label} of that name in the ledger.`,
      `Import the ${nounOf(noun).plural.toLowerCase()} first, or correct the name.`,
    );
    return null;
  }

  /** Adds an entry that later rows may name; the first row that names it decides. */
  addNamed(row: RowReader, noun: Named, name: string, given: Given): string | null {
    if (!this.#isWhole(row, noun, given)) return null;
    return this.#addKeyed(noun, name, given);
  }

  /** Adds an entry that nothing else in the file refers to. */
  add(row: RowReader, noun: NounId, given: Given): void {
    if (!this.#isWhole(row, noun, given)) return;
    const fields = stripped(given);
    const identity = identityOf(noun, fields);
    const earlier = this.#facts.get(identity);
    if (earlier === undefined) {
      this.#facts.set(identity, { row: row.number, fields });
      this.changes.push({ op: 'add', noun, fields });
    } else if (!isSame(earlier.fields, fields)) {
      row.refuse(
        '',
        `Row ${earlier.row} states the same fact with other particulars.`,
        'Keep one of the two rows.',
      );
    }
  }

  /** The passage of the row's words in the source, added once; null where the row quotes none. */
  passageOf(row: RowReader, sourceId: string): string | null {
    const words = row.text('words');
    if (words === null) return null;
    const name = `passage ${sourceId} ${words}`;
    return this.#keys.get(name) ?? this.#addUnder(name, 'passage', { sourceId, words });
  }

  /** Undefined: unknown. Null: several are called so, which the row is refused for. */
  #find(row: RowReader, column: string, noun: Named, name: string): string | null | undefined {
    const inFile = this.#keys.get(keyOf(noun, name));
    if (inFile !== undefined) return inFile;
    const [id, ...others] = this.#lookup(noun, name);
    if (others.length === 0) return id;
    row.refuse(
      column,
      `Several ${nounOf(noun).plural.toLowerCase()} of the ledger are called so.`,
      'Use a name that only one of them has.',
    );
    return null;
  }

  #addKeyed(noun: Named, name: string, given: Given): string {
    return this.#addUnder(keyOf(noun, name), noun, given);
  }

  #addUnder(name: string, noun: NounId, given: Given): string {
    this.#count += 1;
    const key = `$${noun}-${this.#count}`;
    this.#keys.set(name, key);
    this.changes.push({ op: 'add', noun, key, fields: stripped(given) });
    return key;
  }

  /** Whether the entry has all it needs; its laws over several fields are checked here, single cells were before. */
  #isWhole(row: RowReader, noun: NounId, given: Given): boolean {
    if (row.isRefused) return false;
    const { fields, check } = nounOf(noun);
    const whole: Record<string, ChangeCell> = {};
    for (const [name, { required, label }] of Object.entries(fields)) {
      whole[name] = given[name] ?? null;
      if (required && whole[name] === null) row.refuse(name, `${label} is missing.`, 'Fill it in.');
    }
    if (!row.isRefused) for (const broken of check(whole)) row.refuse('', broken, 'Correct the row.');
    return !row.isRefused;
  }
}

function keyOf(noun: Named, name: string): string {
  return `${noun} ${plainName(name)}`;
}

/** Blank fields are left out: unknown, never empty. */
function stripped(given: Given): Record<string, ChangeCell> {
  const fields: Record<string, ChangeCell> = {};
  for (const [name, cell] of Object.entries(given))
    if (cell !== undefined && cell !== null) fields[name] = cell;
  return fields;
}

function identityOf(noun: NounId, fields: Fields): string {
  let identity: string = noun;
  for (const name of nounOf(noun).identity) identity += `\u0000${String(fields[name] ?? '')}`;
  return identity;
}

function isSame(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => String(a[name]) === String(b[name]));
}
