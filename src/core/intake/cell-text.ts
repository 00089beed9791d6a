import { assertNever } from '../assert-never.ts';
import { cellSchema, type FieldType } from '../model/field.ts';
import type { ChangeCell } from './change.ts';
import { plainHeader } from './names.ts';
import { type Read, readNumber } from './written-number.ts';

const YES = ['yes', 'true', '1', 'y', 'x'];
const NO = ['no', 'false', '0', 'n'];

/** Reads the text of one cell as a field of the model; never a reference or an amount, which need more than the cell. */
export function readCell(text: string, of: FieldType, isPointSure: boolean): Read<ChangeCell> {
  const read = readAs(text, of, isPointSure);
  if ('rule' in read || read.ok === null) return read;
  const issue = schemaOf(of).safeParse(read.ok).error?.issues[0];
  return issue === undefined ? read : { rule: issue.message, fix: 'Correct the cell.' };
}

function readAs(text: string, of: FieldType, isPointSure: boolean): Read<ChangeCell> {
  switch (of.type) {
    case 'text':
      return { ok: text.trim() };
    case 'long-text':
      return { ok: text };
    case 'list':
      return {
        ok: text
          .split(';')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      };
    case 'day':
    case 'instant':
      return readTime(text.trim(), of);
    case 'integer':
    case 'decimal':
      return readNumber(text.trim(), isPointSure);
    case 'flag':
      return readFlag(text);
    case 'choice':
      return readChoice(text, of.options);
    case 'amount':
    case 'reference':
      throw new Error(`A cell of type ${of.type} is read with its unit or its name.`);
    default:
      return assertNever(of);
  }
}

function readTime(text: string, of: FieldType): Read<string> {
  if (schemaOf(of).safeParse(text).success) return { ok: text };
  return of.type === 'day'
    ? { rule: 'This is not a day of the calendar.', fix: 'Write days as 2025-11-03.' }
    : { rule: 'This is not a moment in time.', fix: 'Write it as 2025-11-03T14:30:00Z.' };
}

function readFlag(text: string): Read<number> {
  const plain = text.trim().toLowerCase();
  if (YES.includes(plain)) return { ok: 1 };
  if (NO.includes(plain)) return { ok: 0 };
  return { rule: 'This is neither yes nor no.', fix: 'Write yes or no, or leave the cell empty.' };
}

function readChoice(text: string, options: readonly string[]): Read<string> {
  const option = options.includes(text) ? text : plainOptions(options).get(plainHeader(text));
  if (option !== undefined) return { ok: option };
  return { rule: 'This is not one of the choices.', fix: `Write one of: ${options.join(', ')}.` };
}

/** A schema is made once per field, not once per cell. */
const schemas = new WeakMap<FieldType, ReturnType<typeof cellSchema>>();

function schemaOf(of: FieldType): ReturnType<typeof cellSchema> {
  const known = schemas.get(of);
  if (known !== undefined) return known;
  const made = cellSchema(of);
  schemas.set(of, made);
  return made;
}

const optionsByName = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function plainOptions(options: readonly string[]): ReadonlyMap<string, string> {
  const known = optionsByName.get(options);
  if (known !== undefined) return known;
  const made = new Map(options.map((option) => [plainHeader(option), option]));
  optionsByName.set(options, made);
  return made;
}
