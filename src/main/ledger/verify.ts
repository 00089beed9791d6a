import { realpathSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Finding, Verification } from '#shared/contract/ledger.ts';
import { type ErrorCode, PlumblineError } from '#shared/errors.ts';
import { type ChangeLine, hashCommit, hashIdentity, hashLine } from './commit.ts';
import { asPlumblineError } from './errors.ts';
import { APPLICATION_ID, readHeader } from './header.ts';
import type { ReadableLedger } from './ledger.ts';
import { climb, LADDER, schemaOf } from './migrate.ts';
import { hasLog, missingSentence, openLedger, savesMissing } from './open.ts';
import { checkOriginals } from './originals.ts';
import { hashFile, sealState } from './seal.ts';
import { agreesWithRows } from './search/check-index.ts';
import { damageOfFacts, isIndexSound } from './soundness.ts';
import { allTables } from './tables/columns.ts';

/**
 * Whether a ledger is whole: SQLite's own checks, the schema against ours, every line of the log against the rows it
 * covers, and the file against its seal where this machine closed it. Nothing is repaired here.
 */
export type Progress = (fraction: number, label: string) => void;

/** Checks an open ledger. Yields between commits so that the caller can report and stop. */
export function* checkLedger(db: Database.Database): Generator<number, Verification> {
  const findings: Finding[] = [...checkSqlite(db), ...checkSchema(db), ...checkObjects(db)];
  const lines = db.prepare<[], ChangeLine>('SELECT * FROM changes ORDER BY seq').all();
  let previous = hashIdentity(db);
  let rows = 0;
  for (const [at, line] of lines.entries()) {
    findings.push(...checkLine(db, line, at + 1, previous));
    rows += line.row_count;
    previous = line.hash;
    yield (at + 1) / lines.length;
  }
  findings.push(...checkStrays(db), ...checkOriginals(db));
  findings.push(...(yield* checkSearchIndex(db)));
  const last = lines.at(-1);
  if (last === undefined) findings.push(finding('CHAIN_EMPTY', 'The log has no line.', 'changes'));
  const head = last === undefined ? null : { seq: last.seq, hash: last.hash, at: last.at };
  return { ok: findings.length === 0, head, changes: lines.length, rows, findings };
}

function finding(code: string, message: string, where: string): Finding {
  return { code, message, where };
}

function checkSqlite(db: Database.Database): Finding[] {
  const foreign = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return [
    ...damageOfFacts(db).map((words) => finding('FILE_DAMAGED', `SQLite found damage: ${words}`, 'file')),
    ...foreign
      .slice(0, 20)
      .map((row) => finding('REFERENCE_BROKEN', 'A row refers to an entry that does not exist.', row.table)),
  ];
}

/** The index for searching is derived from the entries and can be made anew at any time. */
function* checkSearchIndex(db: Database.Database): Generator<number, Finding[]> {
  const isWhole = isIndexSound(db) && (yield* agrees(db));
  if (isWhole) return [];
  const sentence =
    'The search index is damaged, so a search may miss entries. This check says nothing against the entries themselves; the index is made from them anew when the ledger is checked in the window.';
  return [finding('SEARCH_INDEX', sentence, 'search')];
}

function* agrees(db: Database.Database): Generator<number, boolean> {
  const comparing = agreesWithRows(db);
  try {
    for (;;) {
      const step = comparing.next();
      if (step.done === true) return step.value;
      yield 1;
    }
  } catch {
    return false;
  }
}

interface OwnSchema {
  readonly texts: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** By version, made once: to climb the ladder takes longer than all the rest of checking a small ledger. */
const ownSchemas = new Map<number, OwnSchema>();

/** What our own migrations make up to a version. */
function ownSchemaOf(version: number): OwnSchema {
  const known = ownSchemas.get(version);
  if (known !== undefined) return known;
  const own = new Database(':memory:');
  try {
    climb(
      own,
      LADDER.filter((step) => step.version <= version),
    );
    const made = { texts: schemaTexts(own), units: unitTexts(own) };
    if (LADDER.some((step) => step.version === version)) ownSchemas.set(version, made);
    return made;
  } finally {
    own.close();
  }
}

/** The stored text of every table, index, trigger and view, and the units, must be what our own migrations make. */
function checkSchema(db: Database.Database): Finding[] {
  const { texts: expected, units } = ownSchemaOf(schemaOf(db));
  const found = schemaTexts(db);
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  const strange = names.filter((name) => expected.get(name) !== found.get(name));
  const logged =
    db
      .prepare<[], { n: number }>("SELECT count(*) AS n FROM changes WHERE command IN ('new', 'migrate')")
      .get()?.n ?? 0;
  const header =
    Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID &&
    LADDER.some(({ version }) => version === schemaOf(db));
  return [
    ...strange.map((name) =>
      finding('SCHEMA_CHANGED', 'The definition is not the one Plumbline made.', name),
    ),
    ...checkUnits(db, units),
    ...(logged === 0 || !header
      ? [finding('HEADER_CHANGED', 'The file header does not agree with the log.', 'header')]
      : []),
  ];
}

function schemaTexts(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' AND tbl_name NOT GLOB 'search_*' ORDER BY name",
    )
    .all();
  return new Map(rows.map((row) => [row.name, `${row.type} ${row.tbl_name} ${row.sql ?? ''}`]));
}

function checkUnits(db: Database.Database, expected: ReadonlyMap<string, string>): Finding[] {
  const found = unitTexts(db);
  const units = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return units
    .filter((unit) => expected.get(unit) !== found.get(unit))
    .map((unit) => finding('UNIT_CHANGED', 'A unit does not have the scale that Plumbline gives it.', unit));
}

function unitTexts(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], { unit: string; label: string; scale: number; kind: string }>(
      'SELECT unit, label, scale, kind FROM units',
    )
    .all();
  return new Map(rows.map(({ unit, label, scale, kind }) => [unit, JSON.stringify([label, scale, kind])]));
}

/** Every entry id stands with the commit that first recorded it. */
function checkObjects(db: Database.Database): Finding[] {
  const union = allTables.map(({ table }) => `SELECT id, recorded_seq FROM ${table}`).join(' UNION ALL ');
  const sql = `SELECT count(*) AS n FROM objects o
    LEFT JOIN (SELECT id, min(recorded_seq) AS first_seq FROM (${union}) GROUP BY id) v ON v.id = o.id
    WHERE v.first_seq IS NOT o.created_seq`;
  const count = db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  return count === 0
    ? []
    : [finding('OBJECTS_CHANGED', `${count} entries are not where their first version says.`, 'objects')];
}

function checkLine(
  db: Database.Database,
  line: ChangeLine,
  expectedSeq: number,
  previous: string,
): Finding[] {
  const where = `change ${line.seq}`;
  const rows = hashCommit(db, line.seq);
  const found: Finding[] = [];
  if (line.seq !== expectedSeq)
    found.push(finding('CHAIN_GAP', 'A line of the log is missing before this one.', where));
  if (line.prev_hash !== previous)
    found.push(finding('CHAIN_BROKEN', 'This line does not follow from the one before.', where));
  if (line.hash !== hashLine(line))
    found.push(finding('CHAIN_BROKEN', 'The line itself was changed.', where));
  if (line.rows_hash !== rows.hash || line.row_count !== rows.count)
    found.push(finding('ROWS_CHANGED', 'The entries of this change are not those that were saved.', where));
  return found;
}

/** Rows that name no line of the log would escape every hash. The log may have grown since its lines were read. */
function checkStrays(db: Database.Database): Finding[] {
  const last = 'coalesce((SELECT max(seq) FROM changes), 0)';
  return allTables.flatMap(({ table }) => {
    const sql = `SELECT count(*) AS n FROM ${table} WHERE recorded_seq NOT BETWEEN 1 AND ${last} OR retracted_seq NOT BETWEEN 1 AND ${last}
      OR typeof(recorded_seq) <> 'integer' OR (retracted_seq IS NULL) <> (retracted_at IS NULL)`;
    const count = db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
    return count === 0 ? [] : [finding('ROWS_STRAY', `${count} rows belong to no change.`, table)];
  });
}

/** Bytes of the header by which a file is still told to be a damaged ledger rather than something else. */
const LIKENESS = 16;

/**
 * Checks a closed ledger file, its bytes against its seal included. Damage is told in findings, whatever form it takes;
 * throws only what is no damage: a file that is not there, not a ledger, newer, in use or on a disk that fails.
 */
export function verifyFile(path: string, home: string, progress: Progress): Verification {
  const header = readHeader(path);
  const isLedger = header.isSqlite && header.applicationId === APPLICATION_ID;
  if (!isLedger && header.likeness >= LIKENESS)
    return damaged(finding('HEADER_CHANGED', 'The header of the file is damaged.', 'header'));
  const fileHash = hasLog(realpathSync(path)) ? null : hashFile(path);
  try {
    const session = openLedger({ path, access: 'read', author: '', now: () => '', home });
    try {
      const verification = drain(checkLedger(session.ledger.db), progress);
      return withSeal(withSaves(verification, session.ledger, home), home, session.ledger.id, fileHash);
    } finally {
      session.close();
    }
  } catch (thrown) {
    return explain(thrown, path);
  }
}

function drain(checking: Generator<number, Verification>, progress: Progress): Verification {
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value;
    progress(step.value, 'Checking the log');
  }
}

/** A file that lacks its last saves is whole in itself; only what was noted outside of it tells. */
function withSaves(verification: Verification, { db, path }: ReadableLedger, home: string): Verification {
  const missing = savesMissing(db, home, path);
  if (missing === 0) return verification;
  const lost = finding('SAVES_MISSING', missingSentence(missing), 'changes');
  return { ...verification, ok: false, findings: [...verification.findings, lost] };
}

function withSeal(
  verification: Verification,
  home: string,
  id: string,
  fileHash: string | null,
): Verification {
  if (verification.head === null || fileHash === null) return verification;
  if (sealState(home, id, verification.head.hash, fileHash) !== 'differs') return verification;
  const stray = finding(
    'BYTES_CHANGED',
    'The file differs from what Plumbline last closed, outside of any entry or in its padding.',
    'file',
  );
  return verification.ok ? { ...verification, ok: false, findings: [stray] } : verification;
}

const NO_DAMAGE: readonly ErrorCode[] = [
  'LEDGER_MISSING',
  'LEDGER_NEWER',
  'LEDGER_IN_USE',
  'LEDGER_READONLY',
  'DISK_FULL',
];

function explain(thrown: unknown, path: string): Verification {
  const error = asPlumblineError(thrown);
  if (NO_DAMAGE.includes(error.code)) throw error;
  if (error.code === 'LEDGER_NOT_PLUMBLINE' && readHeader(path).likeness < LIKENESS) throw error;
  return damaged(finding('FILE_DAMAGED', new PlumblineError('LEDGER_DAMAGED').message, 'file'));
}

function damaged(found: Finding): Verification {
  return { ok: false, head: null, changes: 0, rows: 0, findings: [found] };
}
