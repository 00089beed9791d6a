import { isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import { type Interval, scaleBy } from '../quantities/interval.ts';
import type { Study } from './study.ts';

const WEEKS_A_YEAR = 52;

/** Capacity that the subject wants to add, in gigawatts a week; null where none is disclosed. */
export function capacityTarget({ index, subject, policy }: Study): KnownChoice | null {
  const targets = index
    .figuresOf(subject.id)
    .filter(({ metric, unit }) => metric === 'capacity' && unit === 'GW/week')
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf));
  return chooseFromTiers([{ kind: 'target', figures: targets }], policy, 'GW/week')?.choice ?? null;
}

/** Gigawatts a year. */
export function yearlyGigawatts({ amount }: KnownChoice): Interval {
  return scaleBy(amount, WEEKS_A_YEAR);
}
