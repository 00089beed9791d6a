-- The search index. Derived from the rows, so no part of the chain of changes: it can be dropped and made anew.
-- A word is never taken out of it: every version of an entry is indexed once, and which versions count is asked of the
-- rows themselves, so that a search in the past finds what was known then.
DROP TABLE IF EXISTS search_documents;
DROP TABLE IF EXISTS search_entries;
DROP TABLE IF EXISTS search_state;
-- rowid: the version of the source.
CREATE VIRTUAL TABLE search_documents USING fts5(title, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
-- rowid: the version of the entry, with the number of its noun in the high bits. `refs`: the ids that it names, and its own.
CREATE VIRTUAL TABLE search_entries USING fts5(title, body, refs, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
-- `format`: what is indexed of each noun. Under the id of a noun: the last version of it that is in the index.
CREATE TABLE search_state (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
