export interface Child {
  /** Name as it is compared. */
  readonly name: string;
  readonly parent: string | null;
}

/**
 * The same items, each after the one of the list that it names as its parent; otherwise in the given order.
 * Items whose parents form a ring are left out of `inOrder` and stand in `rings`.
 */
export function parentsFirst<Item extends Child>(
  items: readonly Item[],
): { readonly inOrder: readonly Item[]; readonly rings: readonly Item[] } {
  const byName = new Map(items.map((item) => [item.name, item]));
  const settled = new Map<Item, 'placed' | 'ring'>();
  const inOrder: Item[] = [];
  for (const item of items) {
    const line = lineOf(item, byName, settled);
    const last = line.at(-1);
    const above = last?.parent === null || last === undefined ? undefined : byName.get(last.parent);
    const isRing = above !== undefined && settled.get(above) !== 'placed';
    for (const member of line.toReversed()) {
      settled.set(member, isRing ? 'ring' : 'placed');
      if (!isRing) inOrder.push(member);
    }
  }
  return { inOrder, rings: items.filter((item) => settled.get(item) === 'ring') };
}

/** The item and its parents that have no place yet, until one that has, or one that is in the line already. */
function lineOf<Item extends Child>(
  item: Item,
  byName: ReadonlyMap<string, Item>,
  settled: ReadonlyMap<Item, string>,
): readonly Item[] {
  const line = new Set<Item>();
  for (
    let at: Item | undefined = item;
    at !== undefined;
    at = at.parent === null ? undefined : byName.get(at.parent)
  ) {
    if (settled.has(at) || line.has(at)) break;
    line.add(at);
  }
  return [...line];
}
