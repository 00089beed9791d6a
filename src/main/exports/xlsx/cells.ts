import type { Cell } from '#core/model/field.ts';
import { looksLikeFormula } from '#core/report/formula-guard.ts';
import type { Column } from '#core/report/table-spec.ts';
import { daySerial, instantSerial } from './dates.ts';
import { look } from './styles.ts';
import { cellText, xmlText } from './text.ts';

/**
 * One cell as XML. Law: a number is a number and text is text, by what the ledger holds and never by how it looks;
 * nothing from the ledger becomes a formula. Unknown is no cell at all.
 */
interface CellPlace {
  /** Letters of the column, `A`. */
  readonly letters: string;
  readonly column: Column;
  /** Where the unit of an amount stands in the row; -1 where the column has none. */
  readonly unitAt: number;
}

export function placesOf(columns: readonly Column[]): readonly CellPlace[] {
  return columns.map((column, index) => ({
    letters: columnLetters(index),
    column,
    unitAt: column.of.type === 'amount' ? unitColumn(columns, column.of.unitKey) : -1,
  }));
}

function unitColumn(columns: readonly Column[], key: string): number {
  return columns.findIndex((column) => column.key === key);
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** The cells of one row; `number` counts from 1. */
export function rowXml(places: readonly CellPlace[], row: readonly Cell[], number: number): string {
  let xml = `<row r="${number}">`;
  for (const [at, place] of places.entries()) {
    const cell = row[at] ?? null;
    if (cell !== null) xml += cellXml(cell, place, row, number);
  }
  return `${xml}</row>`;
}

function cellXml(
  cell: string | number | readonly string[],
  place: CellPlace,
  row: readonly Cell[],
  number: number,
): string {
  const ref = place.letters + number;
  if (typeof cell === 'number')
    return amountCell(ref, cell, place, place.unitAt < 0 ? null : (row[place.unitAt] ?? null));
  const text = typeof cell === 'string' ? cell : cell.join('; ');
  if (text === '') return '';
  return dateCell(ref, text, place.column) ?? textXml(ref, text, look.text, look.quoted);
}

function amountCell(ref: string, amount: number, { column }: CellPlace, unit: Cell): string {
  switch (column.of.type) {
    case 'flag':
      return textXml(ref, amount === 0 ? 'No' : 'Yes', look.text, look.quoted);
    case 'percent':
      return numberXml(ref, Number((amount / 100).toPrecision(15)), look.percent);
    case 'amount':
      return numberXml(ref, amount, amountLook(amount, unit));
    default:
      return numberXml(ref, amount, look.plain);
  }
}

function amountLook(amount: number, unit: Cell): number {
  if (unit === 'x') return look.times;
  if (unit === 'share') return look.share;
  if (unit === 'index') return look.index;
  return Number.isInteger(amount) ? look.whole : look.broken;
}

function dateCell(ref: string, text: string, { of }: Column): string | null {
  if (of.type !== 'day' && of.type !== 'instant') return null;
  const serial = of.type === 'day' ? daySerial(text) : instantSerial(text);
  return serial === null ? null : numberXml(ref, serial, of.type === 'day' ? look.day : look.instant);
}

function numberXml(ref: string, amount: number, style: number): string {
  if (!Number.isFinite(amount)) throw new RangeError(`Cell ${ref} is not a number that can be written.`);
  return `<c r="${ref}" s="${style}"><v>${amount}</v></c>`;
}

/** XML readers drop blanks at the ends of a text unless told to keep them. */
const NEEDS_BLANKS = /^\s|\s$|\s\s|[\n\r\t]/;

/** A typed text cell, in the second look where a spreadsheet could take the text for a formula. */
export function textXml(ref: string, text: string, style: number, quotedStyle: number): string {
  const chosen = looksLikeFormula(text) ? quotedStyle : style;
  const blanks = NEEDS_BLANKS.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${ref}" s="${chosen}" t="inlineStr"><is><t${blanks}>${xmlText(cellText(text))}</t></is></c>`;
}
