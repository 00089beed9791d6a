import { plainName } from '#core/intake/names.ts';
import { commit } from '#main/ledger/commit.ts';
import { listTitles, type TitledSource } from '#main/ledger/documents.ts';
import type { ReadableLedger, WritableLedger } from '#main/ledger/ledger.ts';
import { applyChanges, type Change, type Outcome } from '#main/ledger/write-entries.ts';
import { findSource } from './document.ts';

interface Named {
  readonly sourceId: string;
  readonly named: readonly string[];
  readonly cites: readonly { readonly id: string; readonly title: string }[];
  readonly knownAt: string | null;
}

export interface ProposedOrigin {
  readonly name: string;
  /** The one source on file of that publisher or title; null where there is none, or where there are several. */
  readonly sourceId: string | null;
}

/** Publications that a document names as where it has its report from, without those that it is linked to already. */
export function proposedOrigins(
  ledger: ReadableLedger,
  { sourceId, named, cites, knownAt }: Named,
): readonly ProposedOrigin[] {
  if (named.length === 0) return [];
  const others = listTitles(ledger, knownAt).filter(({ id }) => id !== sourceId);
  const linked = new Set(cites.map(({ id }) => id));
  return named.flatMap((name) => {
    const found = others.filter((source) => isCalled(source, name));
    if (found.some(({ id }) => linked.has(id))) return [];
    return [{ name, sourceId: found.length === 1 ? (found[0]?.id ?? null) : null }];
  });
}

function isCalled({ title, publisher }: TitledSource, name: string): boolean {
  const wanted = withoutArticle(name);
  return withoutArticle(title) === wanted || (publisher !== null && withoutArticle(publisher) === wanted);
}

function withoutArticle(name: string): string {
  return plainName(name).replace(/^the /u, '');
}

/** Links a document to the one that it takes its report from; one that is not on file is made by that name. */
export function citeOrigin(
  ledger: WritableLedger,
  sourceId: string,
  origin: string | { readonly name: string },
): { readonly seq: number | null; readonly originId: string } {
  const { title } = findSource(ledger, sourceId, null);
  const called = typeof origin === 'string' ? findSource(ledger, origin, null).title : origin.name;
  const changes: readonly Change[] = [
    ...(typeof origin === 'string' ? [] : [newOrigin(origin.name)]),
    {
      op: 'add',
      noun: 'citation',
      fields: { sourceId, citesId: typeof origin === 'string' ? origin : '$origin' },
    },
  ];
  let outcome: Outcome | null = null;
  const done = commit(
    ledger,
    {
      command: 'documents.cite',
      summary: `“${title}” rests on “${called}”`.slice(0, 300),
      reason: null,
      kind: 'do',
      targetSeq: null,
    },
    (stamp) => {
      outcome = applyChanges(ledger, stamp, changes, false);
      return outcome.isChanged ? outcome : null;
    },
  );
  const ids = (outcome as Outcome | null)?.ids ?? [];
  return { seq: done?.seq ?? null, originId: typeof origin === 'string' ? origin : (ids[0] ?? '') };
}

/** Only its name is known: nothing can be said of how far it can be relied on. */
function newOrigin(name: string): Change {
  return {
    op: 'add',
    noun: 'source',
    key: '$origin',
    fields: { title: name.trim(), publisher: name.trim(), kind: 'press', reliability: 'F' },
  };
}
