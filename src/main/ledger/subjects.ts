import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';

/** Entities that signals can be computed for: those under review first, then every payer of a deal. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly isUnderReview: boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly under_review: number | null;
}

/** Most entities a list offers; a search narrows it. */
const MOST = 5_000;

/** At an instant, null for now. */
export function listSubjects(ledger: ReadableLedger, knownAt: string | null): Subject[] {
  const sql = `SELECT id, name, under_review FROM entities e
    WHERE ${inForceAt(knownAt, 'e.')} AND kind IN ('company', 'venture') AND (under_review = 1 OR EXISTS (
      SELECT 1 FROM deal_parties p WHERE p.entity_id = e.id AND p.role = 'payer' AND ${inForceAt(knownAt, 'p.')}))
    ORDER BY under_review IS NOT 1, name COLLATE NOCASE, id LIMIT ?`;
  const bound = knownAt === null ? [] : [{ known: knownAt }];
  return statement<Row>(ledger.db, sql)
    .all(...bound, MOST)
    .map(subjectOf);
}

/** Ids of the entities under review at an instant, null for now. */
export function idsUnderReview(ledger: ReadableLedger, knownAt: string | null): string[] {
  const sql = `SELECT id FROM entities WHERE under_review = 1 AND ${inForceAt(knownAt)} ORDER BY name COLLATE NOCASE, id`;
  const query = statement<{ id: string }>(ledger.db, sql);
  return (knownAt === null ? query.all() : query.all({ known: knownAt })).map(({ id }) => id);
}

/** Ids of all companies and ventures at an instant, null for now, by name. */
export function idsOfCompanies(ledger: ReadableLedger, knownAt: string | null): string[] {
  const sql = `SELECT id FROM entities WHERE kind IN ('company', 'venture') AND ${inForceAt(knownAt)} ORDER BY name COLLATE NOCASE, id`;
  const query = statement<{ id: string }>(ledger.db, sql);
  return (knownAt === null ? query.all() : query.all({ known: knownAt })).map(({ id }) => id);
}

/** Whether the entity is in force at an instant, null for now. */
export function isOnFile(ledger: ReadableLedger, entityId: string, knownAt: string | null): boolean {
  const sql = `SELECT 1 FROM entities WHERE id = @id AND ${inForceAt(knownAt)}`;
  const bound = knownAt === null ? { id: entityId } : { id: entityId, known: knownAt };
  return statement(ledger.db, sql).get(bound) !== undefined;
}

/** The entity of that name or alias, now or at an instant, or null. Case does not matter. */
export function findEntityNamed(
  ledger: ReadableLedger,
  name: string,
  knownAt: string | null = null,
): Subject | null {
  const sql = `SELECT id, name, under_review FROM entities e
    WHERE ${inForceAt(knownAt, 'e.')} AND (name = @name COLLATE NOCASE OR EXISTS (
      SELECT 1 FROM json_each(coalesce(e.aliases, '[]')) a WHERE a.value = @name COLLATE NOCASE))
    ORDER BY name <> @name COLLATE NOCASE, id LIMIT 1`;
  const row = statement<Row>(ledger.db, sql).get({
    name: name.trim(),
    ...(knownAt === null ? {} : { known: knownAt }),
  });
  return row === undefined ? null : subjectOf(row);
}

function subjectOf({ id, name, under_review }: Row): Subject {
  return { id, name, isUnderReview: under_review === 1 };
}
