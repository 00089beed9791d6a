import type { Cell, NounId } from '#core/model/field.ts';
import { nounOf, nounOfId } from '#core/model/nouns.ts';
import { PlumblineError } from '#shared/errors.ts';
import { findChange } from './commit.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { escapeLike } from './like.ts';
import { dependentsOf, type Named, nameExpression, nameOf } from './references.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import { listVersions, type VersionRow } from './versions.ts';

/** One entry with all its versions, newest first, and what it rests on and carries. */
export interface Entry {
  readonly id: string;
  readonly noun: NounId;
  /** Version in force at the moment asked of, or null. */
  readonly version: number | null;
  /** What became of that version after the instant asked of; null where it stands, or where none was named. */
  readonly becameLater: { readonly what: 'corrected' | 'retracted'; readonly at: string } | null;
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

/**
 * The entry as it stands now, or as an instant knew it: versions recorded later are left out then, and the version in
 * force is the one of that time, even where it was corrected or retracted since (`retractedAt` says when).
 * Throws ENTRY_MISSING, and ENTRY_LATER for what was recorded only after the instant.
 */
export function readEntry(ledger: ReadableLedger, id: string, knownAt: string | null = null): Entry {
  const noun = nounOfId(id);
  const all = noun === null ? [] : listVersions(ledger, noun, id);
  if (noun === null || all.length === 0) throw new PlumblineError('ENTRY_MISSING', [id]);
  const rows = knownAt === null ? all : all.filter((row) => row.recorded_at <= knownAt);
  if (rows.length === 0)
    throw new PlumblineError('ENTRY_LATER', [`Recorded ${all.at(-1)?.recorded_at ?? ''}.`]);
  const versions = rows.map((row) => {
    const line = findChange(ledger.db, row.recorded_seq);
    return {
      version: row.version,
      fields: toFields(tableOf(noun), row) as Record<string, string | number | null | string[]>,
      recordedAt: row.recorded_at,
      recordedSeq: row.recorded_seq,
      retractedAt: isInForceAt(row, knownAt) ? null : row.retracted_at,
      author: line?.author ?? '',
      summary: line?.summary ?? '',
      reason: line?.reason ?? null,
    };
  });
  return {
    id,
    noun,
    version: rows.find((row) => isInForceAt(row, knownAt))?.version ?? null,
    becameLater: becameLater(all, rows[0], knownAt),
    versions,
    names: namesIn(
      ledger,
      noun,
      versions.map(({ fields }) => fields),
      knownAt,
    ),
    rests: [...dependentsOf(ledger, id, MOST_DEPENDENTS, knownAt)],
  };
}

function isInForceAt({ retracted_at: closedAt }: VersionRow, knownAt: string | null): boolean {
  return closedAt === null || (knownAt !== null && closedAt > knownAt);
}

/** What happened to the version in force at the instant since then. */
function becameLater(
  all: readonly VersionRow[],
  newest: VersionRow | undefined,
  knownAt: string | null,
): Entry['becameLater'] {
  const at = newest?.retracted_at ?? null;
  if (knownAt === null || newest === undefined || at === null || at <= knownAt) return null;
  const isCorrected = all.some((row) => row.recorded_seq === newest.retracted_seq);
  return { what: isCorrected ? 'corrected' : 'retracted', at };
}

function namesIn(
  ledger: ReadableLedger,
  noun: NounId,
  rows: readonly Readonly<Record<string, Cell>>[],
  knownAt: string | null,
): Record<string, string> {
  const references = Object.entries(nounOf(noun).fields).filter(([, field]) => field.of.type === 'reference');
  const ids = rows
    .flatMap((row) => references.map(([name]) => row[name]))
    .filter((cell) => typeof cell === 'string');
  return Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(ledger, id, knownAt)]));
}

export interface ChoiceRequest {
  readonly noun: NounId;
  readonly search: string;
  readonly limit: number;
  readonly knownAt: string | null;
}

/** Entries in force of a noun whose name holds the words, for choosing one. */
export function readChoices(
  ledger: ReadableLedger,
  { noun, search, limit, knownAt }: ChoiceRequest,
): { id: string; name: string }[] {
  const { table } = tableOf(noun);
  const sql = `SELECT id, name FROM (
      SELECT x.id AS id, ${nameExpression(noun, knownAt)} AS name FROM ${table} x WHERE ${inForceAt(knownAt, 'x.')})
    WHERE name LIKE ? ESCAPE '\\' ORDER BY name COLLATE NOCASE, id LIMIT ?`;
  const pattern = `%${escapeLike(search.trim())}%`;
  const bound = knownAt === null ? [] : [{ known: knownAt }];
  return statement<{ id: string; name: string }>(ledger.db, sql).all(...bound, pattern, limit);
}
