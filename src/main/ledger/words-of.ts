import { nounOfId } from '#core/model/nouns.ts';
import { passageState } from '#core/reading/passage-words.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { ReadableLedger } from './ledger.ts';
import { listVersions, type VersionRow } from './versions.ts';

/** The words behind an entry: its newest version that the moment knew, in force or not, as the panel shows it. */
export interface Words {
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
    readonly reliability: string;
    readonly hasText: boolean;
  } | null;
  readonly passage: {
    readonly id: string;
    readonly words: string;
    readonly prefix: string | null;
    readonly suffix: string | null;
    readonly state: 'held' | 'orphaned' | 'no-text';
  } | null;
}

/** Throws ENTRY_MISSING. */
export function wordsOf(ledger: ReadableLedger, id: string, knownAt: string | null): Words {
  const row = versionOf(ledger, id, knownAt);
  if (row === null) throw new PlumblineError('ENTRY_MISSING', [id]);
  const noun = nounOfId(id);
  const source = noun === 'source' ? row : named(ledger, row['source_id'], knownAt);
  const passage = noun === 'passage' ? row : named(ledger, row['passage_id'], knownAt);
  const text = textIn(source?.['content']);
  return {
    source: source === null ? null : sourceIn(source),
    passage: passage === null ? null : passageIn(passage, text),
  };
}

function named(ledger: ReadableLedger, id: unknown, knownAt: string | null): VersionRow | null {
  return typeof id === 'string' ? versionOf(ledger, id, knownAt) : null;
}

function versionOf(ledger: ReadableLedger, id: string, knownAt: string | null): VersionRow | null {
  const noun = nounOfId(id);
  if (noun === null) return null;
  const known = listVersions(ledger, noun, id).filter(
    (row) => knownAt === null || row.recorded_at <= knownAt,
  );
  return known[0] ?? null;
}

function sourceIn(row: VersionRow): NonNullable<Words['source']> {
  return {
    id: row.id,
    title: String(row['title']),
    publisher: textIn(row['publisher']),
    publishedOn: textIn(row['published_on']),
    reliability: String(row['reliability']),
    hasText: textIn(row['content']) !== null,
  };
}

function passageIn(row: VersionRow, text: string | null): NonNullable<Words['passage']> {
  const words = String(row['words']);
  const place = { words, startOffset: offsetIn(row['start_offset']), endOffset: offsetIn(row['end_offset']) };
  return {
    id: row.id,
    words,
    prefix: textIn(row['prefix']),
    suffix: textIn(row['suffix']),
    state: passageState(text, place),
  };
}

function textIn(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}

function offsetIn(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}
