/** A table as it was read from a file. Law: rows are arrays and headers are never keys of an object (R31). */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** What separates the cells; a semicolon hints at a decimal comma. */
  readonly delimiter: ',' | ';' | '\t';
}

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Why a row, or the header as row 1, is not imported. */
export interface Refusal {
  readonly row: number;
  /** Header of the column in the file, or our name of a column that is missing. */
  readonly column: string;
  /** The cell as it stands, cut short. */
  readonly given: string;
  readonly rule: string;
  readonly fix: string;
}

const LONGEST_GIVEN = 80;

export function cutShort(text: string): string {
  const start = text.slice(0, LONGEST_GIVEN * 2);
  const characters = Array.from(start);
  return characters.length <= LONGEST_GIVEN
    ? characters.join('')
    : `${characters.slice(0, LONGEST_GIVEN - 1).join('')}…`;
}
