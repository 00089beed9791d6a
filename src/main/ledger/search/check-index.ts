import type Database from 'better-sqlite3';
import { indexedNouns } from './indexed.ts';
import { isBesideFile, isIndexCurrent } from './keep-index.ts';

/**
 * Compares the index kept with one made from the rows: every word, in how many versions and how often. An index that is
 * missing or behind is no finding, since it is made up for before the next search.
 */
type Words = Map<string, readonly [documents: number, times: number]>;
type Index = (typeof indexedNouns)[number]['index'];

const INDEXES: readonly Index[] = ['search_documents', 'search_entries'];
/** Versions that are indexed at once for comparing; a step ends with them. */
const AT_ONCE = 1_000;

/** Yields between steps; false where the index and the rows disagree. Writes nothing but temporary tables. */
export function* agreesWithRows(db: Database.Database): Generator<void, boolean> {
  if (isBesideFile(db) || !isIndexCurrent(db)) return true;
  const isQueryOnly = db.pragma('query_only', { simple: true }) === 1;
  db.pragma('query_only = OFF');
  try {
    for (const index of INDEXES) {
      const made = yield* wordsMade(db, index);
      if (!isSame(made, wordsKept(db, index))) return false;
    }
    return true;
  } finally {
    db.exec('DROP TABLE IF EXISTS temp.check_words; DROP TABLE IF EXISTS temp.check_index');
    if (isQueryOnly) db.pragma('query_only = ON');
  }
}

function* wordsMade(db: Database.Database, index: Index): Generator<void, Words> {
  const words: Words = new Map();
  for (const { table, insertion } of indexedNouns.filter((one) => one.index === index)) {
    const last = db.prepare<[], number>(`SELECT coalesce(max(version), 0) FROM ${table}`).pluck().get() ?? 0;
    for (let from = 0; from < last; from += AT_ONCE) {
      makeScratch(db, index);
      db.prepare(insertion.replace(index, 'temp.check_index')).run({ from, until: from + AT_ONCE });
      for (const [term, [documents, times]] of vocabularyOf(db, 'temp', 'check_index')) {
        const [before, often] = words.get(term) ?? [0, 0];
        words.set(term, [before + documents, often + times]);
      }
      yield;
    }
  }
  return words;
}

/** The same table under another name, so that it does not hide the index itself. */
function makeScratch(db: Database.Database, index: Index): void {
  db.exec('DROP TABLE IF EXISTS temp.check_index');
  const sql = db.prepare<[string], string>('SELECT sql FROM main.sqlite_schema WHERE name = ?').pluck();
  db.exec((sql.get(index) ?? '').replace(`TABLE ${index}`, 'TABLE temp.check_index'));
}

function wordsKept(db: Database.Database, index: Index): Words {
  return new Map(vocabularyOf(db, 'main', index));
}

function vocabularyOf(
  db: Database.Database,
  schema: 'main' | 'temp',
  index: string,
): readonly (readonly [string, readonly [number, number]])[] {
  db.exec(`DROP TABLE IF EXISTS temp.check_words;
    CREATE VIRTUAL TABLE temp.check_words USING fts5vocab('${schema}', '${index}', 'row')`);
  return db
    .prepare<[], { term: string; doc: number; cnt: number }>('SELECT term, doc, cnt FROM temp.check_words')
    .all()
    .map(({ term, doc, cnt }) => [term, [doc, cnt]] as const);
}

function isSame(made: Words, kept: Words): boolean {
  if (made.size !== kept.size) return false;
  for (const [term, [documents, times]] of made) {
    const [keptDocuments, keptTimes] = kept.get(term) ?? [0, 0];
    if (documents !== keptDocuments || times !== keptTimes) return false;
  }
  return true;
}
