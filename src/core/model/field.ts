import { z } from 'zod';
import { isDay } from '../quantities/day.ts';

/**
 * The domain as data: a noun is a set of fields, and columns, forms, checks, exports and documentation
 * derive from them. Law: a field name in camelCase is the column name in snake_case, one to one.
 */
export const NOUN_IDS = [
  'entity',
  'source',
  'citation',
  'passage',
  'deal',
  'deal-party',
  'figure',
  'quote',
  'reaction',
  'key-date',
  'schedule-row',
  'price',
  'fx-rate',
  'threshold',
  'pick',
  'disposition',
  'scenario',
  'own-signal',
  'original',
  'rejection',
] as const;
export type NounId = (typeof NOUN_IDS)[number];

export type Cell = string | number | null | readonly string[];

export type FieldType =
  | { readonly type: 'text' }
  | { readonly type: 'long-text'; readonly most: number }
  | { readonly type: 'list' }
  | { readonly type: 'day' }
  | { readonly type: 'instant' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'decimal' }
  /** An integer of stored units; the unit stands in the field named by `unitField`. */
  | { readonly type: 'amount'; readonly unitField: string }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'reference'; readonly noun: NounId };

export interface Field<V = Cell, Required extends boolean = boolean> {
  readonly of: FieldType;
  readonly label: string;
  readonly help: string;
  readonly required: Required;
  /** Type carrier only; never set. */
  readonly carries?: V;
}

type Made<V> = Field<V, false> & { readonly needed: () => Field<V, true> };

function field<V>(of: FieldType, label: string, help: string): Made<V> {
  const optional: Field<V, false> = { of, label, help, required: false };
  return { ...optional, needed: () => ({ of, label, help, required: true }) };
}

export const text = (label: string, help = '') => field<string>({ type: 'text' }, label, help);
const LONG_TEXT_MOST = 1_000_000;

export const longText = (label: string, help = '', most = LONG_TEXT_MOST) =>
  field<string>({ type: 'long-text', most }, label, help);
export const list = (label: string, help = '') => field<readonly string[]>({ type: 'list' }, label, help);
export const day = (label: string, help = '') => field<string>({ type: 'day' }, label, help);
export const instant = (label: string, help = '') => field<string>({ type: 'instant' }, label, help);
export const decimal = (label: string, help = '') => field<number>({ type: 'decimal' }, label, help);
/** 1 yes, 0 no, null unknown. */
export const flag = (label: string, help = '') => field<number>({ type: 'flag' }, label, help);
export const amount = (label: string, unitField: string, help = '') =>
  field<number>({ type: 'amount', unitField }, label, help);
export const integer = (label: string, help = '', min = 0, max = Number.MAX_SAFE_INTEGER) =>
  field<number>({ type: 'integer', min, max }, label, help);
export const choice = <const O extends readonly string[]>(label: string, options: O, help = '') =>
  field<O[number]>({ type: 'choice', options }, label, help);
export const reference = (label: string, noun: NounId, help = '') =>
  field<string>({ type: 'reference', noun }, label, help);

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The row a set of fields describes: required fields are never null. */
export type RowOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer V, infer R> ? (R extends true ? V : V | null) : never;
};

export interface Noun<F extends Fields = Fields> {
  readonly id: NounId;
  readonly label: string;
  readonly plural: string;
  readonly table: string;
  /** Prefix of ids, so that a reference names its noun: `fig_…`. */
  readonly prefix: string;
  readonly what: string;
  /** Fields whose values identify the same fact when it is imported twice. */
  readonly identity: readonly (keyof F & string)[];
  readonly fields: F;
  /** Laws over several fields; each broken one is a sentence for the analyst. */
  readonly check: (row: RowOf<F>) => readonly string[];
}

export function columnOf(fieldName: string): string {
  return fieldName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const DAY = 'A day is written as 2025-11-03.';
const LIST = 'Enter up to 200 names.';

function written(most: number): z.ZodType<string> {
  const sentence = `Enter up to ${most} characters of text.`;
  return z.string(sentence).trim().min(1, sentence).max(most, sentence);
}

/** Schema of one field's value as it crosses the contract; null allowed where the field is optional. */
export function cellSchema(of: FieldType): z.ZodType<Cell> {
  switch (of.type) {
    case 'text':
      return written(2_000);
    case 'long-text': {
      const sentence = `Enter up to ${of.most} characters of text.`;
      return z.string(sentence).min(1, sentence).max(of.most, sentence);
    }
    case 'list':
      return z.array(written(500), LIST).max(200, LIST);
    case 'day':
      return z.string(DAY).refine(isDay, DAY);
    case 'instant':
      return z.iso.datetime('An instant is written as 2025-11-03T09:00:00Z.');
    case 'integer': {
      const sentence = `Enter a whole number from ${of.min} to ${of.max}.`;
      return z.int(sentence).min(of.min, sentence).max(of.max, sentence);
    }
    case 'amount':
      return z.int('The amount is no number, or larger than the ledger can hold exactly.');
    case 'decimal':
      return z.number('Enter a number.');
    case 'flag':
      return z.union([z.literal(0), z.literal(1)], 'Enter yes, no or nothing.');
    case 'choice':
      return z.enum(of.options as [string, ...string[]], `Choose one of: ${of.options.join(', ')}.`);
    case 'reference':
      return z.string().regex(/^[a-z]{2,4}_[0-9a-z]{16,32}$/, 'This is not the id of an entry.');
  }
}
