import type { NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { statedAmountText } from '#core/quantities/amount-text.ts';
import { isUnitId } from '#core/quantities/unit.ts';
import { placesOf } from '#core/search/places.ts';
import { markedText, snippetOf } from '#core/search/snippet.ts';
import type { SearchTerm } from '#core/search/words.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { inForceAt } from '../in-force.ts';
import type { ReadableLedger } from '../ledger.ts';
import { nameOf } from '../references.ts';
import { statement } from '../statements.ts';
import { tableOf } from '../tables/columns.ts';
import type { VersionRow } from '../versions.ts';
import { type IndexedNoun, indexedOf } from './indexed.ts';
import { known } from './match.ts';

/** What a hit shows: made for the few that are shown, from the rows themselves. */
export interface HitRequest {
  readonly terms: readonly SearchTerm[];
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

/** Places of each word that a snippet is chosen from. */
const MOST_PLACES = 60;
/** Their words are shown, whatever of them was found. */
const WORDS: readonly NounId[] = ['passage', 'quote'];

export function hitOf(
  ledger: ReadableLedger,
  indexed: IndexedNoun,
  version: number,
  request: HitRequest,
): SearchHit {
  const sql = `SELECT * FROM ${indexed.table} WHERE version = ?`;
  const row = statement<VersionRow>(ledger.db, sql).get(version);
  if (row === undefined) throw new Error(`Version ${version} of ${indexed.noun} is gone.`);
  return indexed.noun === 'source'
    ? documentHit(ledger, row, request)
    : entryHit(ledger, indexed, row, request);
}

function documentHit(ledger: ReadableLedger, row: VersionRow, request: HitRequest): SearchHit {
  const title = String(row['title']);
  const content = typeof row['content'] === 'string' ? row['content'] : null;
  const source = sourceOf(ledger, row.id, request.knownAt);
  const hit = {
    id: row.id,
    noun: 'source' as const,
    name: markedIn(title, request.terms),
    source,
    passageId: null,
    amount: null,
  };
  const notYet = notYetOf(source, request.asOf);
  const places = content === null ? [] : placesOf(content, request.terms, MOST_PLACES);
  if (content !== null && (places.length > 0 || !hasAny(row, request.terms))) {
    const { parts, at } = snippetOf(content, places);
    return { ...hit, field: null, snippet: [...parts], at, notYet };
  }
  return {
    ...hit,
    ...shownOf('source', ['publisher', 'author', 'url', 'note'], row, request.terms),
    at: null,
    notYet,
  };
}

function shownOf(...given: Parameters<typeof fieldSnippet>): Pick<SearchHit, 'field' | 'snippet'> {
  const { field, snippet } = fieldSnippet(...given);
  return { field, snippet };
}

function hasAny(row: VersionRow, terms: readonly SearchTerm[]): boolean {
  return ['publisher', 'author', 'url', 'note'].some(
    (column) => placesOf(String(row[column] ?? ''), terms, 1).length > 0,
  );
}

function entryHit(
  ledger: ReadableLedger,
  { noun }: IndexedNoun,
  row: VersionRow,
  { terms, asOf, knownAt }: HitRequest,
): SearchHit {
  const sourceId = row['source_id'];
  const source = typeof sourceId === 'string' ? sourceOf(ledger, sourceId, knownAt) : null;
  const passageId = noun === 'passage' ? row.id : row['passage_id'];
  return {
    id: row.id,
    noun,
    ...spokenAs(ledger, noun, row, { terms, asOf, knownAt }),
    source,
    at: null,
    passageId: typeof passageId === 'string' ? passageId : null,
    amount: noun === 'figure' ? amountOf(row) : null,
    notYet: notYetOf(source, asOf),
  };
}

/** Fields that are the name already. */
const NAMES: readonly string[] = ['name', 'title'];

/** Without its document, which stands below. */
function calledAs(ledger: ReadableLedger, noun: NounId, row: VersionRow, knownAt: string | null): string {
  const named = (column: string): string | null => {
    const id = row[column];
    return typeof id === 'string' ? nameOf(ledger, id, knownAt) : null;
  };
  if (noun === 'quote') return named('speaker_id') ?? '';
  if (noun !== 'figure') return nameOf(ledger, row.id, knownAt);
  const metric = String(row['metric']).replaceAll('-', ' ');
  return [named('deal_id') ?? named('entity_id'), metric, row['period_label']]
    .filter((part) => part !== null)
    .join(' · ');
}

function amountOf(row: VersionRow): string | null {
  const { unit, lo, point, hi } = row;
  if (typeof unit !== 'string' || !isUnitId(unit)) return null;
  return statedAmountText({ lo: numberOf(lo), point: numberOf(point), hi: numberOf(hi) }, unit);
}

function numberOf(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}

interface Held {
  /** Name of the field that holds the words. */
  readonly fieldName: string | null;
  readonly field: SearchHit['field'];
  readonly snippet: SearchHit['snippet'];
}

/** What is said stands under who says it, or by itself; a name that holds the words needs them no second time. */
function spokenAs(
  ledger: ReadableLedger,
  noun: NounId,
  row: VersionRow,
  { terms, knownAt }: HitRequest,
): Pick<SearchHit, 'name' | 'field' | 'snippet'> {
  const { fieldName, field, snippet } = fieldSnippet(noun, indexedOf(noun)?.fieldNames ?? [], row, terms);
  if (noun === 'passage') return { name: snippet, field: null, snippet: [] };
  const name = markedIn(calledAs(ledger, noun, row, knownAt), terms);
  if (NAMES.includes(fieldName ?? '')) return { name, field: null, snippet: [] };
  return { name, field: fieldName === 'words' ? null : field, snippet };
}

/** The field that holds most of the words, the first of equals; none where they stand in what the entry refers to. */
function fieldSnippet(
  noun: NounId,
  fieldNames: readonly string[],
  row: VersionRow,
  terms: readonly SearchTerm[],
): Held {
  let best: { readonly name: string; readonly text: string; readonly held: number } | null = null;
  for (const name of fieldNames) {
    const text = spokenCell(noun, name, row);
    const held = new Set(placesOf(text, terms, 1).map(({ term }) => term)).size;
    if (held > (best?.held ?? 0)) best = { name, text, held };
  }
  if (best === null && !WORDS.includes(noun)) return { fieldName: null, field: null, snippet: [] };
  const { name, text } = best ?? { name: 'words', text: spokenCell(noun, 'words', row) };
  const { parts } = snippetOf(text, placesOf(text, terms, MOST_PLACES));
  return { fieldName: name, field: nounOf(noun).fields[name]?.label ?? name, snippet: [...parts] };
}

/** A cell as it is read: lists one by one, choices without hyphens, a yes by the name of its field. */
function spokenCell(noun: NounId, name: string, row: VersionRow): string {
  const { fieldNames, columns, types } = tableOf(noun);
  const at = fieldNames.indexOf(name);
  const cell = row[columns[at] ?? ''] ?? null;
  const type = types[at]?.type;
  if (type === 'flag') return cell === 1 ? (nounOf(noun).fields[name]?.label ?? '') : '';
  if (typeof cell !== 'string') return '';
  if (type === 'list') return (JSON.parse(cell) as string[]).join(', ');
  return type === 'choice' ? cell.replaceAll('-', ' ') : cell;
}

function markedIn(text: string, terms: readonly SearchTerm[]): SearchHit['name'] {
  return [...markedText(text, placesOf(text, terms, MOST_PLACES))];
}

/** The document as the moment knew it, in force or not. */
function sourceOf(ledger: ReadableLedger, id: string, knownAt: string | null): SearchHit['source'] {
  const sql = `SELECT id, title, publisher, published_on AS publishedOn, content IS NOT NULL AS hasText FROM sources
    WHERE id = @id AND ${inForceAt(knownAt)} LIMIT 1`;
  const row = statement<Omit<NonNullable<SearchHit['source']>, 'hasText'> & { hasText: number }>(
    ledger.db,
    sql,
  ).get({
    id,
    ...known(knownAt),
  });
  return row === undefined ? null : { ...row, hasText: row.hasText === 1 };
}

function notYetOf(source: SearchHit['source'], asOf: string | null): string | null {
  const published = source?.publishedOn ?? null;
  return asOf !== null && published !== null && published > asOf ? 'Not yet published' : null;
}
