import type { NounId } from '#core/model/field.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { type Named, nameExpression } from './references.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';

/** A source with its frozen text, as it stood at an instant. */
export interface DocumentRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published_on: string | null;
  readonly kind: string;
  readonly reliability: string;
  readonly sha256: string | null;
  readonly content: string | null;
}

const COLUMNS =
  'id, version, title, publisher, author, url, published_on, kind, reliability, sha256, content';

function at(knownAt: string | null): Record<string, string> {
  return knownAt === null ? {} : { known: knownAt };
}

export function findDocument(
  { db }: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
): DocumentRow | null {
  const sql = `SELECT ${COLUMNS} FROM sources WHERE id = @id AND ${inForceAt(knownAt)}`;
  return statement<DocumentRow>(db, sql).get({ id: sourceId, ...at(knownAt) }) ?? null;
}

/** Sources that hold a text, newest first. */
export function listDocuments(
  { db }: ReadableLedger,
  {
    offset,
    limit,
    knownAt,
  }: { readonly offset: number; readonly limit: number; readonly knownAt: string | null },
): { readonly total: number; readonly rows: readonly DocumentRow[] } {
  const where = `content IS NOT NULL AND ${inForceAt(knownAt)}`;
  const count = statement<{ n: number }>(db, `SELECT count(*) AS n FROM sources WHERE ${where}`);
  const total = (knownAt === null ? count.get() : count.get(at(knownAt)))?.n ?? 0;
  const sql = `SELECT ${COLUMNS} FROM sources s WHERE ${where}
    ORDER BY (SELECT created_seq FROM objects o WHERE o.id = s.id) DESC, version DESC LIMIT @limit OFFSET @offset`;
  return { total, rows: statement<DocumentRow>(db, sql).all({ limit, offset, ...at(knownAt) }) };
}

export interface PassageRow {
  readonly id: string;
  readonly words: string;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

/** In the order of the text; those without a place last. */
export function listPassages(
  { db }: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
): readonly PassageRow[] {
  const sql = `SELECT id, words, start_offset, end_offset FROM passages
    WHERE source_id = @source AND ${inForceAt(knownAt)} ORDER BY start_offset IS NULL, start_offset, id`;
  return statement<PassageRow>(db, sql).all({ source: sourceId, ...at(knownAt) });
}

const RESTING: readonly NounId[] = ['deal', 'figure', 'quote', 'reaction', 'key-date', 'schedule-row'];

export interface Resting extends Named {
  readonly passageId: string;
}

/** Entries in force that rest on a passage of the source. */
export function listResting(
  { db }: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
): readonly Resting[] {
  return RESTING.flatMap((noun) => {
    const sql = `SELECT x.id, x.passage_id AS passageId, ${nameExpression(noun, knownAt)} AS name
      FROM passages p JOIN ${tableOf(noun).table} x ON x.passage_id = p.id AND ${inForceAt(knownAt, 'x.')}
      WHERE p.source_id = @source AND ${inForceAt(knownAt, 'p.')} ORDER BY x.version`;
    const rows = statement<Omit<Resting, 'noun'>>(db, sql).all({ source: sourceId, ...at(knownAt) });
    return rows.map((row) => ({ ...row, noun, name: row.name ?? row.id }));
  });
}

export interface RejectionRow {
  readonly id: string;
  readonly version: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly words: string;
  readonly candidate: string | null;
  readonly reason: string;
  readonly note: string | null;
}

export function listRejections(
  { db }: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
): readonly RejectionRow[] {
  const sql = `SELECT id, version, start_offset, end_offset, words, candidate, reason, note FROM rejections
    WHERE source_id = @source AND ${inForceAt(knownAt)} ORDER BY start_offset, id`;
  return statement<RejectionRow>(db, sql).all({ source: sourceId, ...at(knownAt) });
}

export interface TitledSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly hasText: boolean;
}

/** Every source in force by what it is called. */
export function listTitles({ db }: ReadableLedger, knownAt: string | null): readonly TitledSource[] {
  const sql = `SELECT id, title, publisher, url, content IS NOT NULL AS held FROM sources
    WHERE ${inForceAt(knownAt)} ORDER BY id`;
  const query = statement<Omit<TitledSource, 'hasText'> & { held: number }>(db, sql);
  const rows = knownAt === null ? query.all() : query.all(at(knownAt));
  return rows.map(({ held, ...row }) => ({ ...row, hasText: held === 1 }));
}

/** Sources in force that hold this very text, or were read from this very file. */
export function findHeld(
  { db }: ReadableLedger,
  textSha256: string,
  fileSha256: string,
): { readonly id: string; readonly title: string } | null {
  const sql = `SELECT s.id, s.title FROM sources s WHERE s.sha256 = @text AND s.retracted_seq IS NULL
    UNION SELECT s.id, s.title FROM originals o JOIN sources s ON s.id = o.source_id AND s.retracted_seq IS NULL
      WHERE o.sha256 = @file AND o.retracted_seq IS NULL
    LIMIT 1`;
  return (
    statement<{ id: string; title: string }>(db, sql).get({ text: textSha256, file: fileSha256 }) ?? null
  );
}

export interface CitationsOf {
  readonly cites: readonly { readonly id: string; readonly title: string }[];
  readonly citedBy: readonly { readonly id: string; readonly title: string }[];
}

export function citationsOf({ db }: ReadableLedger, sourceId: string, knownAt: string | null): CitationsOf {
  const ends = (from: string, to: string) =>
    statement<{ id: string; title: string }>(
      db,
      `SELECT s.id, s.title FROM citations c JOIN sources s ON s.id = c.${to} AND ${inForceAt(knownAt, 's.')}
        WHERE c.${from} = @source AND ${inForceAt(knownAt, 'c.')} ORDER BY s.title, s.id`,
    ).all({ source: sourceId, ...at(knownAt) });
  return { cites: ends('source_id', 'cites_id'), citedBy: ends('cites_id', 'source_id') };
}
