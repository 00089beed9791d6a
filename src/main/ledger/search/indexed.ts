import { createHash } from 'node:crypto';
import { type FieldType, NOUN_IDS, type NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { QUALIFIERS } from '#core/quantities/qualifier.ts';
import { UNIT_IDS } from '#core/quantities/unit.ts';
import { tableOf } from '../tables/columns.ts';

/** What of each noun is indexed, derived from its fields; written once for indexing, searching and checking. */
export interface IndexedNoun {
  readonly noun: NounId;
  readonly table: string;
  readonly index: 'search_documents' | 'search_entries';
  /** Lowest rowid of the noun in its index; a row stands at `base + version`. */
  readonly base: number;
  /** Adds the versions above @from up to @until to the index. */
  readonly insertion: string;
  /** Fields that a search looks into, those of the name first. */
  readonly fieldNames: readonly string[];
}

/** Versions of one noun stay below it; 2^41 of them would not fit on a disk. */
export const NOUN_SPAN = 2 ** 41;

/** They carry no words of their own: parties, citations and series are found through what they belong to. */
const WORDLESS: readonly NounId[] = ['citation', 'deal-party', 'price', 'fx-rate', 'scenario'];

const NAME_FIELDS: readonly string[] = ['name', 'title', 'aliases', 'tickers'];
/** Hashes and the like: nobody looks for them by words. */
const UNSPOKEN: readonly string[] = ['sha256', 'fingerprint', 'overlay'];

export const indexedNouns: readonly IndexedNoun[] = NOUN_IDS.filter((noun) => !WORDLESS.includes(noun)).map(
  indexedNoun,
);

const byNoun: ReadonlyMap<NounId, IndexedNoun> = new Map(indexedNouns.map((one) => [one.noun, one]));

export function indexedOf(noun: NounId): IndexedNoun | null {
  return byNoun.get(noun) ?? null;
}

/** Changes with what is indexed of any noun, so that an index made by other rules is made anew. */
export const INDEX_FORMAT = createHash('sha256')
  .update(JSON.stringify(indexedNouns))
  .digest('hex')
  .slice(0, 16);

function indexedNoun(noun: NounId, at: number): IndexedNoun {
  const index = noun === 'source' ? 'search_documents' : 'search_entries';
  const base = index === 'search_documents' ? 0 : (at + 1) * NOUN_SPAN;
  const { fieldNames, columns, types, table } = tableOf(noun);
  const spoken = fieldNames.flatMap((name, place) => {
    const type = types[place];
    return type !== undefined && isSpoken(name, type) ? [{ name, column: columns[place] ?? '', type }] : [];
  });
  const names = spoken.filter(({ name }) => NAME_FIELDS.includes(name));
  const others = spoken.filter(({ name }) => !NAME_FIELDS.includes(name));
  const cells = [joined(names.map(expressionOf(noun))), joined(others.map(expressionOf(noun)))];
  const references = columns.filter((_, place) => types[place]?.type === 'reference');
  const isDocument = index === 'search_documents';
  const into = isDocument ? 'rowid, title, body' : 'rowid, title, body, refs';
  const refs = isDocument ? [] : [joined(['id', ...references].map((column) => idWord(column)))];
  return {
    noun,
    table,
    index,
    base,
    insertion: `INSERT INTO ${index} (${into}) SELECT ${base} + version, ${[...cells, ...refs].join(', ')}
      FROM ${table} WHERE version > @from AND version <= @until`,
    fieldNames: [...names, ...others].map(({ name }) => name),
  };
}

function isSpoken(name: string, type: FieldType): boolean {
  if (UNSPOKEN.includes(name)) return false;
  if (type.type === 'choice')
    return !isSameList(type.options, UNIT_IDS) && !isSameList(type.options, QUALIFIERS);
  return type.type === 'text' || type.type === 'long-text' || type.type === 'list' || type.type === 'flag';
}

function isSameList(options: readonly string[], others: readonly string[]): boolean {
  return options.length === others.length && options.every((option, at) => option === others[at]);
}

/** A yes is found by the name of its field: `take-or-pay`. */
function expressionOf(noun: NounId): (field: { name: string; column: string; type: FieldType }) => string {
  return ({ name, column, type }) => {
    if (type.type !== 'flag') return `coalesce(${column}, '')`;
    const label = (nounOf(noun).fields[name]?.label ?? name).replaceAll("'", "''");
    return `CASE ${column} WHEN 1 THEN '${label}' ELSE '' END`;
  };
}

function joined(expressions: readonly string[]): string {
  return expressions.length === 0 ? "''" : expressions.join(` || char(10) || `);
}

/** Ids are indexed without their prefix, as one word. */
function idWord(column: string): string {
  return `coalesce(substr(${column}, instr(${column}, '_') + 1), '')`;
}

export function wordOfId(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}
