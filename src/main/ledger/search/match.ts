import type { NounId } from '#core/model/field.ts';
import type { SearchTerm, SearchWords } from '#core/search/words.ts';
import { inForceAt } from '../in-force.ts';
import type { ReadableLedger } from '../ledger.ts';
import { statement } from '../statements.ts';
import { indexedOf, NOUN_SPAN, wordOfId } from './indexed.ts';

/**
 * The expressions of FTS5. Law: what was typed stands in them between quotation marks only, so nothing of it is an
 * operator. An entry is also found by the names of the companies and deals that it refers to: the index holds their ids,
 * and the names are looked up at the moment asked of.
 */
export interface Match {
  readonly documents: string;
  readonly entries: string;
}

const MOST_NAMED = 40;
const MOST_DEALS = 80;

export function matchOf(ledger: ReadableLedger, words: SearchWords, knownAt: string | null): Match {
  const plain = (term: SearchTerm): string => phraseOf(term);
  const withNamed = (term: SearchTerm): string =>
    anyOf([phraseOf(term), refsTo(namedBy(ledger, term, knownAt))]);
  return { documents: joined(words, plain), entries: joined(words, withNamed) };
}

function joined({ wanted, unwanted }: SearchWords, expressionOf: (term: SearchTerm) => string): string {
  const all = wanted.map(expressionOf).join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(expressionOf).join(' OR ')})`;
}

function phraseOf({ text, isPrefix }: SearchTerm): string {
  return `"${text.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;
}

/** An expression for entries that name one of the ids or are one of them; empty for none. */
export function refsTo(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `refs : (${ids.map((id) => `"${wordOfId(id)}"`).join(' OR ')})`;
}

function anyOf(expressions: readonly string[]): string {
  const given = expressions.filter((one) => one !== '');
  return given.length === 1 ? (given[0] ?? '') : `(${given.join(' OR ')})`;
}

/** Companies and deals of that name, and the deals of those companies. */
function namedBy(ledger: ReadableLedger, term: SearchTerm, knownAt: string | null): readonly string[] {
  const entities = named(ledger, 'entity', term, knownAt);
  return [
    ...new Set([...entities, ...named(ledger, 'deal', term, knownAt), ...dealsOf(ledger, entities, knownAt)]),
  ];
}

function named(
  ledger: ReadableLedger,
  noun: NounId,
  term: SearchTerm,
  knownAt: string | null,
): readonly string[] {
  const indexed = indexedOf(noun);
  if (indexed === null) return [];
  const sql = `SELECT x.id FROM search_entries CROSS JOIN ${indexed.table} x ON x.version = search_entries.rowid - ${indexed.base}
    WHERE search_entries MATCH @match AND search_entries.rowid BETWEEN ${indexed.base} AND ${indexed.base + NOUN_SPAN - 1}
      AND ${inForceAt(knownAt, 'x.')} LIMIT ${MOST_NAMED}`;
  const rows = statement<{ id: string }>(ledger.db, sql).all({
    match: `title : ${phraseOf(term)}`,
    ...known(knownAt),
  });
  return rows.map(({ id }) => id);
}

/** The deals that any of the companies is a party of. */
export function dealsOf(
  ledger: ReadableLedger,
  entityIds: readonly string[],
  knownAt: string | null,
): readonly string[] {
  if (entityIds.length === 0) return [];
  const sql = `SELECT DISTINCT deal_id AS id FROM deal_parties
    WHERE entity_id IN (SELECT value FROM json_each(@entities)) AND ${inForceAt(knownAt)} LIMIT ${MOST_DEALS}`;
  const rows = statement<{ id: string }>(ledger.db, sql).all({
    entities: JSON.stringify(entityIds),
    ...known(knownAt),
  });
  return rows.map(({ id }) => id);
}

/** What @known is bound to. */
export function known(knownAt: string | null): Readonly<Record<string, string>> {
  return knownAt === null ? {} : { known: knownAt };
}
