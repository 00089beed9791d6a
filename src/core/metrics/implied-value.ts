import type { ReactionFacts } from '../model/ledger-view.ts';
import { toFull, type UnitId } from '../quantities/unit.ts';

/** Market value before a move, as two reported sizes of that move imply it; to be checked against prices. */
export interface ImpliedValue {
  /** Full units. */
  readonly before: number;
  readonly unit: UnitId;
  readonly percent: ReactionFacts;
  readonly change: ReactionFacts;
}

/** change / per cent, of the first reaction that gives each in one direction; null where one is wanting or zero. */
export function impliedValueBefore(reactions: readonly ReactionFacts[]): ImpliedValue | null {
  for (const change of reactions) {
    if (change.valueChange === null || change.valueUnit === null) continue;
    const percent = reactions.find(
      (one) => one.percent !== null && one.percent !== 0 && one.direction === change.direction,
    );
    if (percent?.percent == null) continue;
    const before = toFull(change.valueChange, change.valueUnit) / (toFull(percent.percent, 'percent') / 100);
    return { before, unit: change.valueUnit, percent, change };
  }
  return null;
}
