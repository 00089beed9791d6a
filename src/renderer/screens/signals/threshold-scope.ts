import type { AppliedThresholds, Thresholds } from '#core/signals/flag.ts';
import type { Measure, ThresholdList, ThresholdSet } from '#renderer/parts/evidence/card-context.ts';

/** For whom thresholds are set, and which ones hold there. Narrower wins: entity, then sector, then ledger, then default. */
export type ThresholdScope =
  | { readonly kind: 'ledger' }
  | { readonly kind: 'sector'; readonly sector: string }
  | { readonly kind: 'entity'; readonly entityId: string };

export interface HeldThresholds extends Thresholds {
  readonly origin: AppliedThresholds['origin'];
  readonly set: ThresholdSet | null;
}

/** The set kept for exactly this scope, or null. */
export function setOf({ sets }: ThresholdList, key: string, scope: ThresholdScope): ThresholdSet | null {
  return sets.find((set) => set.key === key && isOf(set, scope)) ?? null;
}

function isOf(set: ThresholdSet, scope: ThresholdScope): boolean {
  if (set.scope !== scope.kind) return false;
  if (scope.kind === 'sector') return set.sector === scope.sector;
  return scope.kind === 'ledger' || set.entityId === scope.entityId;
}

/** What would hold in a scope if it had no set of its own. `sector` is that of the entity, null if it has none. */
export function inheritedBy(
  list: ThresholdList,
  measure: Measure,
  scope: ThresholdScope,
  sector: string | null,
): HeldThresholds {
  const wider: readonly ThresholdScope[] =
    scope.kind === 'entity' && sector !== null
      ? [{ kind: 'sector', sector }, { kind: 'ledger' }]
      : [{ kind: 'ledger' }];
  const sets = scope.kind === 'ledger' ? [] : wider.flatMap((each) => setOf(list, measure.key, each) ?? []);
  return heldOf(sets[0] ?? null, measure);
}

/** What holds for an entity. */
export function heldBy(
  list: ThresholdList,
  measure: Measure,
  entityId: string,
  sector: string | null,
): HeldThresholds {
  const own = setOf(list, measure.key, { kind: 'entity', entityId });
  return own === null
    ? inheritedBy(list, measure, { kind: 'entity', entityId }, sector)
    : heldOf(own, measure);
}

function heldOf(set: ThresholdSet | null, { defaults }: Measure): HeldThresholds {
  if (set === null) return { ...defaults, origin: 'default', set: null };
  const { watch, warn, critical, scope } = set;
  return { watch, warn, critical, origin: scope, set };
}

/** The part of a request that names the scope. */
export function scopeRequest(scope: ThresholdScope): {
  readonly scope: ThresholdScope['kind'];
  readonly entityId: string | null;
  readonly sector: string | null;
} {
  return {
    scope: scope.kind,
    entityId: scope.kind === 'entity' ? scope.entityId : null,
    sector: scope.kind === 'sector' ? scope.sector : null,
  };
}
