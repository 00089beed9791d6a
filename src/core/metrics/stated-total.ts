import { amountOf } from '../figures/amount.ts';
import { basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import { inIdOrder } from '../figures/ranking.ts';
import { chooseFromTiers, type Tier, type TierChoice } from '../figures/tiers.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { isMoney, type UnitId } from '../quantities/unit.ts';
import { eachInCurrency, reasonNotIn, tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/** What sources give as the total of the subject's commitments, as opposed to the sum of the deals on file. */
export type StatedTotal = TierChoice<'stated' | 'projected' | 'rumoured'>;

/** `currency` null takes the currency of the most reliable total. Null where none is disclosed in it. */
export function statedTotal(study: Study, currency: UnitId | null): StatedTotal | null {
  const figures = totalsOnFile(study);
  const { asOf } = study.index.view;
  const firm = figures.filter(isFirm);
  const tiers: readonly Tier<StatedTotal['kind']>[] = [
    { kind: 'stated', figures: firm.filter((figure) => basisGroupOf(figure, asOf) !== 'projection') },
    { kind: 'projected', figures: firm.filter((figure) => basisGroupOf(figure, asOf) === 'projection') },
    { kind: 'rumoured', figures: figures.filter((figure) => !isFirm(figure)) },
  ];
  return chooseFromTiers(
    tiersIn(tiers, currency, { index: study.index, kind: 'stock' }),
    study.policy,
    currency,
  );
}

/** Every version in one currency that discloses an amount, for the range over all sources. */
export function comparableTotals(study: Study, currency: UnitId): readonly FigureFacts[] {
  const disclosed = totalsOnFile(study).filter((figure) => amountOf(figure) !== null);
  return eachInCurrency(disclosed, { index: study.index, currency, kind: 'stock' });
}

/** Totals that cannot be set against `currency`, each with the reason, without a full stop. */
export function foreignTotals(
  study: Study,
  currency: UnitId,
): readonly { readonly figure: FigureFacts; readonly reason: string }[] {
  const to = { index: study.index, currency, kind: 'stock' } as const;
  return totalsOnFile(study)
    .filter((figure) => amountOf(figure) !== null)
    .flatMap((figure) => {
      const reason = reasonNotIn(figure, to);
      return reason === null ? [] : [{ figure, reason }];
    });
}

function totalsOnFile({ index, subject }: Study): readonly FigureFacts[] {
  return index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === 'total-commitments' && isMoney(figure.unit))
    .filter((figure) => isKnowable(figure, index.view.asOf))
    .toSorted(inIdOrder);
}
