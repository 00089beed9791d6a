import { basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers, type Tier } from '../figures/tiers.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import type { UnitId } from '../quantities/unit.ts';
import { isMoney } from '../quantities/unit.ts';
import { tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/** What the company is said to be worth: now, or expected later, as at a listing. */
export interface Valuation {
  readonly when: 'present' | 'projected';
  /** False where it is only in talks or rumoured. */
  readonly isFirm: boolean;
  readonly choice: KnownChoice;
}

/** The present one first; `currency` null takes that of the most reliable figure. */
export function valuationsOf(study: Study, currency: UnitId | null): readonly Valuation[] {
  const { index, subject, policy } = study;
  const { asOf } = index.view;
  const values = index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === 'valuation' && isMoney(figure.unit) && isKnowable(figure, asOf));
  const isLater = (figure: FigureFacts) => isFirm(figure) && basisGroupOf(figure, asOf) === 'projection';
  return (['present', 'projected'] as const).flatMap((when) => {
    const found = chooseFromTiers(
      tiersIn(tiersOf(values.filter((figure) => isLater(figure) === (when === 'projected'))), currency, {
        index,
        kind: 'stock',
      }),
      policy,
      currency,
    );
    return found === null ? [] : [{ when, isFirm: found.kind === 'firm', choice: found.choice }];
  });
}

function tiersOf(values: readonly FigureFacts[]): readonly Tier<'firm' | 'talks'>[] {
  return [
    { kind: 'firm', figures: values.filter(isFirm) },
    { kind: 'talks', figures: values.filter((figure) => !isFirm(figure)) },
  ];
}

export interface Buyer {
  readonly yearlyReturn: number;
  readonly years: number;
  readonly exitMultiple: number;
}

/** Growth a year of `revenue` at which a buyer at `value` gets the return asked for; no new shares. */
export function requiredRevenueGrowth(
  value: number,
  revenue: number,
  { yearlyReturn, years, exitMultiple }: Buyer,
): { readonly growth: number; readonly finalRevenue: number } {
  const finalRevenue = (value * (1 + yearlyReturn) ** years) / exitMultiple;
  return { finalRevenue, growth: (finalRevenue / revenue) ** (1 / years) - 1 };
}
