import type { NounId } from '#core/model/field.ts';
import type { SearchWords } from '#core/search/words.ts';
import { inForceAt } from '../in-force.ts';
import type { ReadableLedger } from '../ledger.ts';
import { statement } from '../statements.ts';
import { tableOf } from '../tables/columns.ts';
import { type IndexedNoun, indexedNouns, NOUN_SPAN } from './indexed.ts';
import { dealsOf, known, type Match, matchOf, refsTo } from './match.ts';

/** Which versions hold the words, by noun. Law: only entries in force at the moment are found, in the past as now. */
export interface SearchScope {
  readonly nouns: readonly NounId[];
  readonly sourceId: string | null;
  readonly entityId: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly knownAt: string | null;
}

export interface Found {
  readonly indexed: IndexedNoun;
  readonly count: number;
  readonly isMore: boolean;
  /** Best first. */
  readonly versions: readonly number[];
}

/** So many are counted and ranked; of more the newest stand first, and it is said that there are more. */
const MOST_RANKED = 500;

export function findVersions(
  ledger: ReadableLedger,
  words: SearchWords,
  scope: SearchScope,
): readonly Found[] {
  const match = matchOf(ledger, words, scope.knownAt);
  return indexedNouns
    .filter((indexed) => isAsked(indexed, scope))
    .map((indexed) => findOfNoun(ledger, indexed, match, scope))
    .filter(({ count }) => count > 0);
}

function isAsked({ noun, index }: IndexedNoun, { nouns, sourceId, from, until }: SearchScope): boolean {
  if (nouns.length > 0 && !nouns.includes(noun)) return false;
  const isBound = sourceId !== null || from !== null || until !== null;
  return !isBound || index === 'search_documents' || tableOf(noun).columns.includes('source_id');
}

function findOfNoun(ledger: ReadableLedger, indexed: IndexedNoun, match: Match, scope: SearchScope): Found {
  const isDocument = indexed.index === 'search_documents';
  const expression = isDocument ? match.documents : withEntity(ledger, match.entries, scope);
  const asked = { indexed, scope };
  const newest = versionsIn(ledger, asked, expression, 'newest');
  const isMore = newest.length > MOST_RANKED;
  if (!isMore)
    return { indexed, count: newest.length, isMore, versions: versionsIn(ledger, asked, expression, 'best') };
  const named = isDocument ? versionsIn(ledger, asked, `title : (${expression})`, 'newest') : [];
  return { indexed, count: MOST_RANKED, isMore, versions: [...new Set([...named, ...newest])] };
}

function withEntity(ledger: ReadableLedger, entries: string, { entityId, knownAt }: SearchScope): string {
  if (entityId === null) return entries;
  return `(${entries}) AND ${refsTo([entityId, ...dealsOf(ledger, [entityId], knownAt)])}`;
}

interface Asked {
  readonly indexed: IndexedNoun;
  readonly scope: SearchScope;
}

/**
 * One more than are ranked, newest first: so a common word costs hardly more than a rare one. Best first weighs the words
 * of a name most and those referred to least; it counts how common each word is, so it is asked of few only.
 */
function versionsIn(
  ledger: ReadableLedger,
  { indexed: { index, base, table }, scope }: Asked,
  match: string,
  order: 'newest' | 'best',
): readonly number[] {
  const isDocument = index === 'search_documents';
  const weights = isDocument ? '8.0, 1.0' : '8.0, 1.0, 0.2';
  const first = order === 'newest' ? '' : `bm25(${index}, ${weights}), `;
  const sql = `SELECT x.version AS version
    FROM ${index} CROSS JOIN ${table} x ON x.version = ${index}.rowid - ${base}
    WHERE ${index} MATCH @match AND ${index}.rowid BETWEEN ${base} AND ${base + NOUN_SPAN - 1}
      AND ${inForceAt(scope.knownAt, 'x.')}${isDocument ? documentFilter(scope) : entryFilter(scope)}
    ORDER BY ${first}${index}.rowid DESC LIMIT ${MOST_RANKED + 1}`;
  const { sourceId, entityId, from, until, knownAt } = scope;
  const bound = { match, sourceId, entityId, from, until, ...known(knownAt) };
  return statement<{ version: number }>(ledger.db, sql)
    .all(bound)
    .map(({ version }) => version);
}

function documentFilter({ sourceId, entityId, from, until, knownAt }: SearchScope): string {
  const day = dayFilter('x.', from, until);
  return `${sourceId === null ? '' : ' AND x.id = @sourceId'}${day === '' ? '' : ` AND ${day}`}${
    entityId === null ? '' : ` AND x.id IN (${sourcesOnEntity(knownAt)})`
  }`;
}

function entryFilter({ sourceId, from, until, knownAt }: SearchScope): string {
  const day = dayFilter('s.', from, until);
  const dated = `SELECT s.id FROM sources s WHERE ${inForceAt(knownAt, 's.')} AND ${day}`;
  return `${sourceId === null ? '' : ' AND x.source_id = @sourceId'}${
    day === '' ? '' : ` AND x.source_id IN (${dated})`
  }`;
}

function dayFilter(row: string, from: string | null, until: string | null): string {
  return [
    from === null ? null : `${row}published_on >= @from`,
    until === null ? null : `${row}published_on <= @until`,
  ]
    .filter((condition) => condition !== null)
    .join(' AND ');
}

/** Documents with an entry about the company. */
function sourcesOnEntity(knownAt: string | null): string {
  const inForce = inForceAt(knownAt, 'y.');
  return `SELECT y.source_id FROM figures y WHERE y.entity_id = @entityId AND ${inForce}
    UNION SELECT y.source_id FROM reactions y WHERE y.entity_id = @entityId AND ${inForce}
    UNION SELECT y.source_id FROM key_dates y WHERE y.entity_id = @entityId AND ${inForce}
    UNION SELECT y.source_id FROM quotes y WHERE @entityId IN (y.speaker_id, y.affiliation_id, y.about_id) AND ${inForce}
    UNION SELECT y.source_id FROM deals y JOIN deal_parties p ON p.deal_id = y.id
      WHERE p.entity_id = @entityId AND ${inForce} AND ${inForceAt(knownAt, 'p.')}`;
}
