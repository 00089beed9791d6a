import type { EntityFacts, QuoteFacts, SourceFacts } from '#core/model/ledger-view.ts';
import type { ReadableLedger } from './ledger.ts';
import type { Load, Loaded } from './load-rows.ts';
import { statement } from './statements.ts';

/** What rows are completed from. */
export interface Supports {
  readonly entityById: ReadonlyMap<string, EntityFacts>;
  readonly sourceById: Map<string, SourceFacts>;
  /** Words of passages read so far. */
  readonly words: Map<string, string>;
}

export function sourcesIn(ledger: ReadableLedger, load: Load): readonly SourceFacts[] {
  const recordedOn = firstDays(ledger);
  return load('source', '1', {}).map(({ id, title, publisher, reliability, publishedOn }) => ({
    id,
    title,
    publisher,
    reliability,
    publishedOn,
    recordedOn: recordedOn.get(id) ?? null,
  }));
}

function firstDays({ db }: ReadableLedger): ReadonlyMap<string, string> {
  const sql = `SELECT o.id, substr(c.at, 1, 10) AS day FROM objects o JOIN changes c ON c.seq = o.created_seq
    WHERE o.id GLOB 'src_*'`;
  const rows = statement<{ id: string; day: string }>(db, sql).all();
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** Reached only where a source was retracted after what rests on it, in a view of the past. */
const UNKNOWN_SOURCE: SourceFacts = {
  id: '',
  title: 'source no longer on file',
  publisher: null,
  reliability: 'F',
  publishedOn: null,
  recordedOn: null,
};

interface Cited {
  readonly sourceId: string;
  readonly passageId: string | null;
}

type Completed<R> = R & { readonly source: SourceFacts; readonly quote: string | null };

/** Rows with their source and the words that carry them. */
export function withWords<R extends Cited>(
  load: Load,
  supports: Supports,
  rows: readonly R[],
): readonly Completed<R>[] {
  readWords(load, supports, rows);
  return rows.map((row) => completed(row, supports));
}

export function withItsWords<R extends Cited>(load: Load, supports: Supports, row: R): Completed<R> {
  readWords(load, supports, [row]);
  return completed(row, supports);
}

function readWords(load: Load, { words }: Supports, rows: readonly Cited[]): void {
  const passages = new Set(rows.flatMap(({ passageId }) => passageId ?? []).filter((id) => !words.has(id)));
  if (passages.size === 0) return;
  const bound = { passages: JSON.stringify([...passages]) };
  for (const passage of load('passage', 'id IN (SELECT value FROM json_each(@passages))', bound))
    words.set(passage.id, passage.words);
}

function completed<R extends Cited>(row: R, { sourceById, words }: Supports): Completed<R> {
  return {
    ...row,
    source: sourceById.get(row.sourceId) ?? UNKNOWN_SOURCE,
    quote: row.passageId === null ? null : (words.get(row.passageId) ?? null),
  };
}

export function withSources<R extends Pick<Cited, 'sourceId'>>(
  { sourceById }: Supports,
  rows: readonly R[],
): readonly (R & { readonly source: SourceFacts })[] {
  return rows.map((row) => ({ ...row, source: sourceById.get(row.sourceId) ?? UNKNOWN_SOURCE }));
}

export function withSpeakers(
  { entityById, sourceById }: Supports,
  rows: readonly Loaded<'quote'>[],
): readonly QuoteFacts[] {
  return rows.flatMap((row) => {
    const speaker = entityById.get(row.speakerId);
    return speaker === undefined
      ? []
      : [{ ...row, speaker, source: sourceById.get(row.sourceId) ?? UNKNOWN_SOURCE }];
  });
}
