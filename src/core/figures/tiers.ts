import type { FigureFacts } from '../model/ledger-view.ts';
import type { UnitId } from '../quantities/unit.ts';
import { amountOf } from './amount.ts';
import { chooseFigure, isKnown, type KnownChoice } from './choice.ts';
import type { ChoicePolicy } from './policy.ts';
import { mostReliableFirst } from './ranking.ts';

/** Figures that are versions of each other, and what makes this group of them more or less fit for the purpose. */
export interface Tier<Kind extends string> {
  readonly kind: Kind;
  readonly figures: readonly FigureFacts[];
}

export interface TierChoice<Kind extends string> {
  readonly kind: Kind;
  readonly choice: KnownChoice;
}

/**
 * Chooses within the first tier that discloses an amount: a fit figure is never displaced by a less fit one.
 * `unit` restricts to one unit; null takes that of the most reliable figure of the tier. Null if nothing is disclosed.
 */
export function chooseFromTiers<Kind extends string>(
  tiers: readonly Tier<Kind>[],
  policy: ChoicePolicy,
  unit: UnitId | null,
): TierChoice<Kind> | null {
  for (const { kind, figures } of tiers) {
    const wanted = unit ?? leadingUnit(figures);
    const choice = chooseFigure(
      figures.filter((figure) => figure.unit === wanted),
      policy,
    );
    if (isKnown(choice)) return { kind, choice };
  }
  return null;
}

/** Unit of the most reliable disclosed figure, the same whatever policy is in force. */
export function leadingUnit(figures: readonly FigureFacts[]): UnitId | null {
  return figures.filter((figure) => amountOf(figure) !== null).toSorted(mostReliableFirst)[0]?.unit ?? null;
}
