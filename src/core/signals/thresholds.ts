import type { EntityFacts } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';
import type { Measure } from './definition.ts';
import { type AppliedThresholds, type Thresholds, thresholdKey } from './flag.ts';

/** A set of thresholds in force, as the ledger keeps it. */
export interface ThresholdSet extends Thresholds {
  readonly id: string;
  /** Of the ledger's own count; left out for a set that is only proposed. */
  readonly version?: number;
  /** `signal` or `signal/measure`, as `thresholdKey` writes it. */
  readonly key: string;
  readonly scope: 'ledger' | 'sector' | 'entity';
  readonly entityId: string | null;
  readonly sector: string | null;
  readonly reason: string | null;
}

export type Place = Pick<ThresholdSet, 'key' | 'scope' | 'entityId' | 'sector'>;

/** The narrowest set wins: entity, then sector, then ledger, then the method's default. */
const SCOPES = ['entity', 'sector', 'ledger'] as const;

export function thresholdsFor(
  signal: string,
  measure: Measure,
  subject: EntityFacts,
  sets: readonly ThresholdSet[],
): AppliedThresholds {
  const key = thresholdKey(signal, measure.id);
  const fitting = sets.filter((set) => set.key === key && covers(set, subject)).toSorted(byId);
  for (const scope of SCOPES) {
    const set = fitting.find((candidate) => candidate.scope === scope);
    if (set !== undefined)
      return {
        ...levelsOf(set),
        origin: scope,
        setId: set.id,
        version: set.version ?? null,
        reason: set.reason,
      };
  }
  return { ...levelsOf(measure.defaults), origin: 'default', setId: null, version: null, reason: null };
}

/** Whether two sets hold the same place, so that one replaces the other. */
export function hasSamePlace(a: Place, b: Place): boolean {
  return a.key === b.key && a.scope === b.scope && a.entityId === b.entityId && a.sector === b.sector;
}

function covers(set: ThresholdSet, subject: EntityFacts): boolean {
  if (set.scope === 'entity') return set.entityId === subject.id;
  return set.scope === 'ledger' || (set.sector !== null && set.sector === subject.sector);
}

function levelsOf({ watch, warn, critical }: Thresholds): Thresholds {
  return { watch, warn, critical };
}

function byId(a: ThresholdSet, b: ThresholdSet): number {
  return byText(a.id, b.id);
}
