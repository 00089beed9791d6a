import { amountOf } from '../figures/amount.ts';
import { type BasisGroup, basisGroupOf, isFirm, isKnowable, isYearly } from '../figures/basis.ts';
import { inIdOrder } from '../figures/ranking.ts';
import { chooseFromTiers, type Tier, type TierChoice } from '../figures/tiers.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { addMonths } from '../quantities/day.ts';
import { isMoney, type UnitId } from '../quantities/unit.ts';
import { eachInCurrency, tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/**
 * Revenue of a year. Law: what was earned comes before what is expected, and a quarter is never a year;
 * money that is only rumoured is used when there is nothing else, and says so.
 */
export type RevenueKind = 'annual-actual' | 'estimate' | 'run-rate' | 'guidance' | 'projection' | 'rumoured';
export type Revenue = TierChoice<RevenueKind>;

const FIRM_KINDS = [
  'annual-actual',
  'estimate',
  'run-rate',
  'guidance',
  'projection',
] as const satisfies readonly BasisGroup[];

/**
 * Revenue of a year in one currency, by default the one the subject reports in, null taking that of the most reliable
 * figure. Null where none is disclosed or none can be converted.
 */
export function annualRevenue(
  study: Study,
  currency: UnitId | null = study.subject.reportingCurrency,
): Revenue | null {
  const figures = yearlyRevenues(study);
  const firm = figures.filter(isFirm);
  const { asOf } = study.index.view;
  const tiers: readonly Tier<RevenueKind>[] = [
    ...FIRM_KINDS.map((kind) => ({
      kind,
      figures: firm.filter((figure) => basisGroupOf(figure, asOf) === kind),
    })),
    { kind: 'rumoured', figures: figures.filter((figure) => !isFirm(figure)) },
  ];
  return chooseFromTiers(
    tiersIn(tiers, currency, { index: study.index, kind: 'flow' }),
    study.policy,
    currency,
  );
}

/**
 * Guidance for the twelve months after the as-of day, in the currency of the annual revenue; null where no guidance
 * reaches into them, so that annual revenue has to stand in.
 */
export function nextYearGuidance(study: Study, currency: UnitId): Revenue | null {
  const { asOf } = study.index.view;
  const guidance = yearlyRevenues(study).filter(
    (figure) =>
      isFirm(figure) && figure.basis === 'guidance' && reachesInto(figure, asOf, addMonths(asOf, 12)),
  );
  const tiers: readonly Tier<RevenueKind>[] = [{ kind: 'guidance', figures: guidance }];
  return chooseFromTiers(
    tiersIn(tiers, currency, { index: study.index, kind: 'flow' }),
    study.policy,
    currency,
  );
}

/** Every revenue of a year that could be known on the as-of day, whatever its basis, currency or disclosure, by id. */
export function yearlyRevenues({ index, subject }: Study): readonly FigureFacts[] {
  return index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === 'revenue' && isMoney(figure.unit))
    .filter((figure) => isKnowable(figure, index.view.asOf) && isYearly(figure))
    .toSorted(inIdOrder);
}

/** The disclosed ones in one currency, stated or converted: each is a yardstick of its own for commitments. */
export function comparableRevenues(study: Study, currency: UnitId): readonly FigureFacts[] {
  const disclosed = yearlyRevenues(study).filter((figure) => amountOf(figure) !== null);
  return eachInCurrency(disclosed, { index: study.index, currency, kind: 'flow' });
}

/** Whether a yearly revenue speaks of the present, so that it may stand beside others of the present in one range. */
export function isPresent({ basis, periodStart }: FigureFacts, asOf: string): boolean {
  if (basis === 'projection' || basis === 'target') return periodStart !== null && periodStart <= asOf;
  return periodStart === null || periodStart <= asOf;
}

function reachesInto({ periodStart, periodEnd }: FigureFacts, from: string, until: string): boolean {
  return (periodStart === null || periodStart < until) && (periodEnd === null || periodEnd > from);
}
