import { basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { Metric } from '../model/figure.ts';
import type { UnitId } from '../quantities/unit.ts';
import type { Study } from './study.ts';

/**
 * A figure of the company as it stands, such as its headcount: a level or what was reported, before an estimate.
 * Null where none is disclosed in the unit; `unit` null takes that of the most reliable figure.
 */
export function levelOf(
  { index, subject, policy }: Study,
  metric: Metric,
  unit: UnitId | null,
): KnownChoice | null {
  const { asOf } = index.view;
  const figures = index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === metric && isFirm(figure) && isKnowable(figure, asOf));
  const group = (wanted: 'level' | 'estimate') =>
    figures.filter((figure) => basisGroupOf(figure, asOf) === wanted);
  const tiers = [
    { kind: 'level', figures: group('level') },
    { kind: 'estimate', figures: group('estimate') },
  ];
  return chooseFromTiers(tiers, policy, unit)?.choice ?? null;
}
