import type { NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import { UNIT_IDS, type UnitId } from '../quantities/unit.ts';
import { unguardFormula } from '../report/formula-guard.ts';
import { readCell } from './cell-text.ts';
import type { ChangeCell } from './change.ts';
import { cutShort, type Refusal, type Table, type TableRow } from './table.ts';
import { type Read, readAmount, readUnit, type StoredAmount } from './written-number.ts';

export interface RowContext {
  readonly table: Table;
  readonly places: ReadonlyMap<string, number>;
  readonly row: TableRow;
  readonly refuse: (refusal: Refusal) => void;
}

/** The cells of one row by our column names. What cannot be read is noted as a refusal and reads as null. */
export class RowReader {
  readonly number: number;
  readonly #refuse: (refusal: Refusal) => void;
  #isRefused = false;
  readonly #row: TableRow;
  readonly #table: Table;
  readonly #places: ReadonlyMap<string, number>;

  constructor({ table, places, row, refuse }: RowContext) {
    this.number = row.number;
    this.#refuse = refuse;
    this.#row = row;
    this.#table = table;
    this.#places = places;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** The cell without the apostrophe of our own exports; null where it is blank or the file has no such column. */
  text(name: string): string | null {
    const text = unguardFormula(this.#cellOf(name));
    return text.trim() === '' ? null : text;
  }

  /** A cell that must not be blank. */
  needed(name: string): string | null {
    const text = this.text(name);
    if (text === null) this.refuse(name, 'This cell is empty.', 'Fill it in.');
    return text;
  }

  /** Fields of a noun that stand in the row under their own names; blank ones are left out. */
  fields(noun: NounId, names: readonly string[]): Record<string, ChangeCell> {
    const read: Record<string, ChangeCell> = {};
    for (const name of names) {
      const cell = this.field(noun, name);
      if (cell !== null) read[name] = cell;
    }
    return read;
  }

  /** One field of a noun; `column` where the file calls it otherwise. */
  field(noun: NounId, name: string, column = name): ChangeCell {
    const field = nounOf(noun).fields[name];
    if (field === undefined) throw new Error(`${noun} has no field ${name}.`);
    const text = field.required ? this.needed(column) : this.text(column);
    return text === null ? null : this.#take(column, readCell(text, field.of, this.#isPointSure()));
  }

  /** The same, but blank where the file says nothing: the import has an answer of its own then. */
  given(noun: NounId, name: string, column = name): ChangeCell {
    return this.text(column) === null ? null : this.field(noun, name, column);
  }

  unit(name: string, units: readonly UnitId[] = UNIT_IDS): UnitId | null {
    const text = this.text(name);
    return text === null ? null : this.#take(name, readUnit(text.trim(), units));
  }

  amount(name: string, unit: UnitId | null): StoredAmount | null {
    const text = this.text(name);
    return text === null ? null : this.#take(name, readAmount(text.trim(), unit, this.#isPointSure()));
  }

  refuse(name: string, rule: string, fix: string): void {
    const at = this.#places.get(name);
    const header = at === undefined ? name : (this.#table.headers[at] ?? name);
    this.#isRefused = true;
    this.#refuse({ row: this.number, column: header, given: cutShort(this.#cellOf(name)), rule, fix });
  }

  #cellOf(name: string): string {
    const at = this.#places.get(name);
    return at === undefined ? '' : (this.#row.cells[at] ?? '');
  }

  #take<Result>(name: string, read: Read<Result>): Result | null {
    if ('ok' in read) return read.ok;
    this.refuse(name, read.rule, read.fix);
    return null;
  }

  #isPointSure(): boolean {
    return this.#table.delimiter !== ';';
  }
}
