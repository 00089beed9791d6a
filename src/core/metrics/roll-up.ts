import type { EntityFacts } from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';

/**
 * The entity and the parents it counts as on a day, itself first, the ultimate parent last (METHODS §0.8).
 * Entities whose parents form a ring roll up to nobody.
 */
export function rollUpChain(
  entity: EntityFacts,
  byId: ReadonlyMap<string, EntityFacts>,
  asOf: Day,
): readonly EntityFacts[] {
  const chain = [entity];
  const seen = new Set([entity.id]);
  for (let parent = parentOf(entity, byId, asOf); parent !== null; parent = parentOf(parent, byId, asOf)) {
    if (seen.has(parent.id)) return [entity];
    seen.add(parent.id);
    chain.push(parent);
  }
  return chain;
}

function parentOf(
  entity: EntityFacts,
  byId: ReadonlyMap<string, EntityFacts>,
  asOf: Day,
): EntityFacts | null {
  const { parentId, parentFrom, parentUntil, rollsUp } = entity;
  if (parentId === null || rollsUp !== 1) return null;
  if (parentFrom !== null && asOf < parentFrom) return null;
  if (parentUntil !== null && asOf >= parentUntil) return null;
  return byId.get(parentId) ?? null;
}
