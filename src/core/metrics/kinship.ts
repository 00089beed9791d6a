import { groupByEach } from '../group-by.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';
import { rollUpChain } from './roll-up.ts';

/** Who rolls up to whom on one day. */
export interface Kinship {
  readonly entities: ReadonlyMap<string, EntityFacts>;
  /** The entity and the parents it counts as, ultimate parent last. */
  readonly chainOf: (entity: EntityFacts) => readonly EntityFacts[];
  /** The entity and all that roll up to it. */
  readonly membersOf: (entityId: string) => readonly EntityFacts[];
}

/** Views of different subjects share the rows of all entities: these are arranged once for each day. */
const kept = new WeakMap<readonly EntityFacts[], Map<Day, Kinship>>();

export function kinshipOf(entities: readonly EntityFacts[], asOf: Day): Kinship {
  const byDay = kept.get(entities) ?? new Map<Day, Kinship>();
  kept.set(entities, byDay);
  const kinship = byDay.get(asOf) ?? arrange(entities, asOf);
  byDay.set(asOf, kinship);
  return kinship;
}

function arrange(rows: readonly EntityFacts[], asOf: Day): Kinship {
  const entities = new Map(rows.map((entity) => [entity.id, entity]));
  const chains = new Map<string, readonly EntityFacts[]>();
  const chainOf = (entity: EntityFacts) => {
    const known = chains.get(entity.id) ?? rollUpChain(entity, entities, asOf);
    chains.set(entity.id, known);
    return known;
  };
  const members = groupByEach(rows, (entity) => chainOf(entity).map(({ id }) => id));
  return { entities, chainOf, membersOf: (id) => members.get(id) ?? [] };
}
