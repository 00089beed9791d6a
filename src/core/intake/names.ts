/**
 * Names as people write them in tables. Law: two names are the same if they differ only in case, in the kind and
 * number of spaces, or in the form of an apostrophe; nothing is matched by likeness.
 */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[’ʼ]/g, "'").trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Headers also ignore underscores, hyphens and other marks: "Period from", "period_from" and "PeriodFrom". */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export type Named = 'entity' | 'source' | 'deal';

/** Finds entries of the ledger by name. No id: unknown; more than one: the name is not enough. */
export type NameLookup = (noun: Named, name: string) => readonly string[];

export interface NamedEntry {
  readonly id: string;
  /** Name or title first, then what else the entry is known as. */
  readonly names: readonly string[];
}

/** A lookup over the entries in force. */
export function lookupIn(entries: Readonly<Record<Named, readonly NamedEntry[]>>): NameLookup {
  const indexes = {
    entity: indexOf(entries.entity),
    source: indexOf(entries.source),
    deal: indexOf(entries.deal),
  };
  return (noun, name) => indexes[noun].get(plainName(name)) ?? [];
}

/** A name of its own comes before an alias of another entry. */
function indexOf(entries: readonly NamedEntry[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const put = (name: string, id: string) => {
    const ids = index.get(plainName(name)) ?? [];
    if (!ids.includes(id)) index.set(plainName(name), [...ids, id]);
  };
  for (const { id, names } of entries) if (names[0] !== undefined) put(names[0], id);
  const proper = new Set(index.keys());
  for (const { id, names } of entries)
    for (const alias of names.slice(1)) if (!proper.has(plainName(alias))) put(alias, id);
  return index;
}
