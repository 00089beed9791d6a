import type { FigureFacts } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { amountOf } from './amount.ts';
import { type ChoicePolicy, POLICIES, type Selection } from './policy.ts';
import { inIdOrder } from './ranking.ts';

/** Which version of a figure counts, out of how many, and what every other policy would take. */
export interface Choice {
  readonly policy: ChoicePolicy;
  readonly unit: UnitId;
  /** Full units of `unit`; null where every version on file is undisclosed. */
  readonly amount: Interval | null;
  /** The chosen version, or those that formed a range; empty where none is disclosed. */
  readonly figures: readonly FigureFacts[];
  /** Every version on file, undisclosed ones among them, in id order. */
  readonly versions: readonly FigureFacts[];
  readonly others: readonly { readonly policy: ChoicePolicy; readonly selection: Selection | null }[];
}

export interface KnownChoice extends Choice {
  readonly amount: Interval;
}

/**
 * Chooses among versions of one figure: same entity, metric, group of bases and unit.
 * Null where there is no version at all. Throws RangeError if the versions have different units.
 */
export function chooseFigure(versions: readonly FigureFacts[], policy: ChoicePolicy): Choice | null {
  const unit = versions[0]?.unit;
  if (unit === undefined) return null;
  if (versions.some((figure) => figure.unit !== unit))
    throw new RangeError('Versions of a figure share one unit.');
  const disclosed = versions.filter((figure) => amountOf(figure) !== null);
  if (disclosed.length > 1) policy.onChoice?.();
  const selection = policy.select(disclosed);
  return {
    policy,
    unit,
    amount: selection?.amount ?? null,
    figures: selection?.figures ?? [],
    versions: versions.toSorted(inIdOrder),
    get others() {
      return POLICIES.filter(({ id }) => id !== policy.id).map((other) => ({
        policy: other,
        selection: other.select(disclosed),
      }));
    },
  };
}

export function isKnown(choice: Choice | null): choice is KnownChoice {
  return choice !== null && choice.amount !== null;
}
