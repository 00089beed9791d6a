import { isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import type { NamedCommitment } from './commitments.ts';
import { tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/** What a vendor has sold and not yet delivered, in one currency; null where none is disclosed. */
export function backlog({ index, subject, policy }: Study, currency: UnitId): KnownChoice | null {
  const levels = index
    .figuresOf(subject.id)
    .filter(({ metric }) => metric === 'backlog')
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf));
  const tiers = tiersIn([{ kind: 'backlog', figures: levels }], currency, { index, kind: 'stock' });
  return chooseFromTiers(tiers, policy, currency)?.choice ?? null;
}

/** The deal spread evenly over its tenor, an amount a year; null where no tenor is known. */
export function yearlyAmount({ deal, gross }: NamedCommitment, general: Interval | null): Interval | null {
  const { tenorYearsLo: lo, tenorYearsHi: hi } = deal;
  const tenor = lo === null || hi === null ? general : { lo, point: (lo + hi) / 2, hi };
  if (tenor === null) return null;
  const yearly = divide(gross, tenor);
  return yearly.state === 'ok' ? yearly.ratio : null;
}
