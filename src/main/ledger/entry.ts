import type { Cell, NounId } from '#core/model/field.ts';
import { nounOf, nounOfId } from '#core/model/nouns.ts';
import { PlumblineError } from '#shared/errors.ts';
import { findChange } from './commit.ts';
import type { ReadableLedger } from './ledger.ts';
import { escapeLike } from './like.ts';
import { dependentsOf, type Named, nameExpression, nameOf } from './references.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import { listVersions } from './versions.ts';

/** One entry with all its versions, newest first, and what it rests on and carries. */
export interface Entry {
  readonly id: string;
  readonly noun: NounId;
  readonly version: number | null;
  readonly versions: {
    version: number;
    fields: Record<string, string | number | null | string[]>;
    recordedAt: string;
    recordedSeq: number;
    retractedAt: string | null;
    author: string;
    summary: string;
    reason: string | null;
  }[];
  readonly names: Record<string, string>;
  readonly rests: Named[];
}

const MOST_DEPENDENTS = 200;

/** Throws ENTRY_MISSING. */
export function readEntry(ledger: ReadableLedger, id: string): Entry {
  const noun = nounOfId(id);
  const rows = noun === null ? [] : listVersions(ledger, noun, id);
  if (noun === null || rows.length === 0) throw new PlumblineError('ENTRY_MISSING', [id]);
  const versions = rows.map((row) => {
    const line = findChange(ledger.db, row.recorded_seq);
    return {
      version: row.version,
      fields: toFields(tableOf(noun), row) as Record<string, string | number | null | string[]>,
      recordedAt: row.recorded_at,
      recordedSeq: row.recorded_seq,
      retractedAt: row.retracted_at,
      author: line?.author ?? '',
      summary: line?.summary ?? '',
      reason: line?.reason ?? null,
    };
  });
  return {
    id,
    noun,
    version: rows.find((row) => row.retracted_seq === null)?.version ?? null,
    versions,
    names: namesIn(
      ledger,
      noun,
      versions.map(({ fields }) => fields),
    ),
    rests: [...dependentsOf(ledger, id, MOST_DEPENDENTS)],
  };
}

function namesIn(
  ledger: ReadableLedger,
  noun: NounId,
  rows: readonly Readonly<Record<string, Cell>>[],
): Record<string, string> {
  const references = Object.entries(nounOf(noun).fields).filter(([, field]) => field.of.type === 'reference');
  const ids = rows
    .flatMap((row) => references.map(([name]) => row[name]))
    .filter((cell) => typeof cell === 'string');
  return Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(ledger, id)]));
}

/** Entries in force of a noun whose name holds the words, for choosing one. */
export function readChoices(
  ledger: ReadableLedger,
  noun: NounId,
  search: string,
  limit: number,
): { id: string; name: string }[] {
  const { table } = tableOf(noun);
  const sql = `SELECT id, name FROM (SELECT x.id AS id, ${nameExpression(noun)} AS name FROM ${table} x WHERE x.retracted_seq IS NULL)
    WHERE name LIKE ? ESCAPE '\\' ORDER BY name COLLATE NOCASE, id LIMIT ?`;
  const pattern = `%${escapeLike(search.trim())}%`;
  return statement<{ id: string; name: string }>(ledger.db, sql).all(pattern, limit);
}
