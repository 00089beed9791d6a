import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Finding } from '#shared/contract/ledger.ts';
import { PlumblineError } from '#shared/errors.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger, WritableLedger } from './ledger.ts';
import { statement } from './statements.ts';

/**
 * The files that texts were read from. Law: bytes stand once under their SHA-256 and are never changed; the log covers
 * the hash by the row of the original, so that the chain covers the bytes too (SECURITY R35).
 */
export interface OriginalRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
}

/** The file that a source was read from last; null where none is held. */
export function findOriginal(
  ledger: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
): OriginalRow | null {
  const sql = `SELECT id, version, name, kind, size, sha256 FROM originals
    WHERE source_id = @source AND ${inForceAt(knownAt)} ORDER BY version DESC LIMIT 1`;
  const bound = knownAt === null ? { source: sourceId } : { source: sourceId, known: knownAt };
  return statement<OriginalRow>(ledger.db, sql).get(bound) ?? null;
}

/** Within the caller's transaction; bytes that are held already are left as they are. */
export function storeBytes(ledger: WritableLedger, sha256: string, bytes: Buffer): void {
  statement(ledger.db, 'INSERT OR IGNORE INTO original_bytes (sha256, bytes) VALUES (?, ?)').run(
    sha256,
    bytes,
  );
}

/** Throws ENTRY_MISSING, and SOURCE_CHANGED where the bytes are no longer those that were taken in. */
export function readBytes({ db }: ReadableLedger, { sha256, name }: OriginalRow): Buffer {
  const row = statement<{ bytes: Buffer }>(db, 'SELECT bytes FROM original_bytes WHERE sha256 = ?').get(
    sha256,
  );
  if (row === undefined) throw new PlumblineError('ENTRY_MISSING', [name]);
  if (sha256Of(row.bytes) !== sha256) throw new PlumblineError('SOURCE_CHANGED', [name]);
  return row.bytes;
}

/** In hex. A text counts as its UTF-8 bytes. */
export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Bytes that are not those of their hash, originals without bytes, and bytes of no original. */
export function checkOriginals(db: Database.Database): Finding[] {
  const findings: Finding[] = [];
  const rows = db.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM original_bytes');
  for (const { sha256, bytes } of rows.iterate())
    if (sha256Of(bytes) !== sha256)
      findings.push(found('The bytes of an original are not those that were taken in.', sha256));
  const missing = `SELECT DISTINCT o.sha256 FROM originals o
    WHERE NOT EXISTS (SELECT 1 FROM original_bytes b WHERE b.sha256 = o.sha256)`;
  for (const { sha256 } of db.prepare<[], { sha256: string }>(missing).all())
    findings.push(found('The bytes of an original are missing.', sha256));
  const strays = `SELECT b.sha256 FROM original_bytes b
    WHERE NOT EXISTS (SELECT 1 FROM originals o WHERE o.sha256 = b.sha256)`;
  for (const { sha256 } of db.prepare<[], { sha256: string }>(strays).all())
    findings.push(found('There are bytes that belong to no original.', sha256));
  return findings;
}

function found(message: string, sha256: string): Finding {
  return { code: 'ORIGINAL_CHANGED', message, where: `original_bytes ${sha256}` };
}
