import { isDisjoint } from '../figures/agreement.ts';
import { amountOf } from '../figures/amount.ts';
import { type BasisGroup, basisGroupOf, isKnowable } from '../figures/basis.ts';
import { inIdOrder, mostReliableFirst } from '../figures/ranking.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import type { Basis, Metric } from '../model/figure.ts';
import type { DealFacts, EntityFacts, FigureFacts } from '../model/ledger-view.ts';
import { divide, headlineOf, type Interval, scaleBy, sumOf } from '../quantities/interval.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import type { Study } from './study.ts';

/**
 * A number that a source derived, worked out again from what the same source says it rests on. Law: a claim is only
 * re-performed within one source, so that a difference is one of arithmetic and not of opinion.
 */
export interface Recalculation {
  readonly stated: FigureFacts;
  /** What the others give, in full units of the stated figure; as wide as their words allow. */
  readonly again: Interval;
  /** The figures it was worked out from. */
  readonly from: readonly FigureFacts[];
  /** The formula in words. */
  readonly formula: string;
  /** |stated - again| / again; 0 while the two can both be true, null where it is not computable. */
  readonly deviation: number | null;
}

/** Every derived number around the subject that can be worked out again: rates of deals, quarters, losses, shares. */
export function recalculations(
  study: Study,
  around: Neighbourhood = neighbourhoodOf(study),
): readonly Recalculation[] {
  return [
    ...around.deals.flatMap((deal) => dealRates(deal, study)),
    ...around.family.flatMap((entity) => quarters(figuresOf(entity, study), study)),
    ...around.family.flatMap((entity) => losses(figuresOf(entity, study), study)),
    ...around.family.flatMap((entity) => dailyCounts(figuresOf(entity, study))),
    ...around.around.flatMap((entity) => shares(entity, study, around)),
  ];
}

const PERIODS_A_YEAR: Readonly<Partial<Record<Basis, number>>> = {
  'run-rate': 1,
  'fiscal-year': 1,
  'trailing-12m': 1,
  quarter: 4,
  month: 12,
  day: 365,
};

/** A rate is the headline over the periods of the tenor. */
function dealRates(deal: DealFacts, { index }: Study): readonly Recalculation[] {
  const { tenorYearsLo: lo, tenorYearsHi: hi, amounts } = deal;
  if (lo === null || hi === null) return [];
  const known = amounts
    .filter((figure) => amountOf(figure) !== null && isKnowable(figure, index.view.asOf))
    .toSorted(inIdOrder);
  return known
    .filter(({ metric }) => metric === 'deal-rate')
    .flatMap((stated) => {
      const periods = PERIODS_A_YEAR[stated.basis];
      const headline = ofSource(known, stated, 'deal-headline');
      if (periods === undefined || headline === null) return [];
      const total = widenedForAgreement(headline);
      const years = { lo: lo * periods, point: ((lo + hi) / 2) * periods, hi: hi * periods };
      const quotient = total === null ? null : divide(total, years);
      if (quotient?.state !== 'ok') return [];
      const formula = `headline / (${lo === hi ? lo : `${lo} to ${hi}`} years x ${periods} a year)`;
      return [recalculated({ stated, again: quotient.ratio, from: [headline], formula })];
    });
}

/** Only where neither is dated: a quarter of its own need not be a fourth of its year. */
function quarters(figures: readonly FigureFacts[], study: Study): readonly Recalculation[] {
  return undatedOf(figures, 'revenue', 'quarter-actual', study).flatMap((stated) => {
    const annual = undatedOf(figures, 'revenue', 'annual-actual', study).find((figure) =>
      isBeside(figure, stated),
    );
    const amount = annual === undefined ? null : widenedForAgreement(annual);
    if (annual === undefined || amount === null) return [];
    const formula = 'annual revenue / 4';
    return [recalculated({ stated, again: scaleBy(amount, 1 / 4), from: [annual], formula })];
  });
}

/** What is spent less what is earned is what is lost, in one period of one source. */
function losses(figures: readonly FigureFacts[], study: Study): readonly Recalculation[] {
  const { asOf } = study.index.view;
  return figures
    .filter(({ metric }) => metric === 'net-loss')
    .flatMap((stated) => {
      const beside = (metric: Metric) =>
        figures.find(
          (figure) =>
            figure.metric === metric &&
            isBeside(figure, stated) &&
            isSamePeriod(figure, stated) &&
            basisGroupOf(figure, asOf) === basisGroupOf(stated, asOf),
        );
      const [expense, revenue] = [beside('operating-expense'), beside('revenue')];
      if (expense === undefined || revenue === undefined) return [];
      const [spent, earned] = [widenedForAgreement(expense), widenedForAgreement(revenue)];
      if (spent === null || earned === null) return [];
      const formula = 'operating expense - revenue';
      return [recalculated({ stated, again: less(spent, earned), from: [expense, revenue], formula })];
    });
}

const SECONDS_A_DAY = 86_400;

/** A count a day is the rate a second of the same source over a day. */
function dailyCounts(figures: readonly FigureFacts[]): readonly Recalculation[] {
  return figures
    .filter(({ metric, basis, unit }) => metric === 'requests' && basis === 'day' && unit === 'count')
    .flatMap((stated) => {
      const rate = figures.find(
        ({ metric, unit, sourceId }) =>
          metric === 'requests' && unit === 'per-second' && sourceId === stated.sourceId,
      );
      const amount = rate === undefined ? null : widenedForAgreement(rate);
      if (rate === undefined || amount === null) return [];
      const formula = 'rate a second x 86,400 seconds';
      return [recalculated({ stated, again: scaleBy(amount, SECONDS_A_DAY), from: [rate], formula })];
    });
}

/** The part of one supplier in all that the subject has promised, in per cent. */
function shares(supplier: EntityFacts, study: Study, around: Neighbourhood): readonly Recalculation[] {
  const { index } = study;
  const totals = around.family.flatMap((entity) => figuresOf(entity, study));
  return figuresOf(supplier, study)
    .filter(({ metric, unit }) => metric === 'compute-share' && unit === 'percent')
    .flatMap((stated) => {
      const total = ofSource(totals, stated, 'total-commitments', null);
      const owed = around.deals
        .filter((deal) => isPaidBy(deal, supplier, study, around))
        .flatMap((deal) => ofSource(deal.amounts, stated, 'deal-headline', total?.unit ?? null) ?? []);
      const amount = total === null ? null : widenedForAgreement(total);
      if (total === null || amount === null || owed.length === 0) return [];
      const known = owed.filter((figure) => isKnowable(figure, index.view.asOf));
      const quotient = divide(sumOf(known.flatMap((figure) => widenedForAgreement(figure) ?? [])), amount);
      if (quotient.state !== 'ok') return [];
      const formula = 'headlines of the deals with it / total commitments';
      return [
        recalculated({ stated, again: scaleBy(quotient.ratio, 100), from: [...known, total], formula }),
      ];
    });
}

function isPaidBy(
  deal: DealFacts,
  supplier: EntityFacts,
  { index }: Study,
  { family }: Neighbourhood,
): boolean {
  const own = new Set(family.map(({ id }) => id));
  return (
    deal.parties.some(({ role, entity }) => role === 'payer' && own.has(entity.id)) &&
    deal.parties.some(
      ({ role, entity }) => role === 'payee' && index.chainOf(entity).some(({ id }) => id === supplier.id),
    )
  );
}

function recalculated(one: Omit<Recalculation, 'deviation'>): Recalculation {
  return { ...one, deviation: deviationOf(one.stated, one.again) };
}

function deviationOf(stated: FigureFacts, again: Interval): number | null {
  const claim = widenedForAgreement(stated);
  if (claim === null) return null;
  if (!isDisjoint(claim, again)) return 0;
  const anew = headlineOf(again);
  return anew === 0 ? null : Math.abs(headlineOf(claim) - anew) / Math.abs(anew);
}

function figuresOf(entity: EntityFacts, { index }: Study): readonly FigureFacts[] {
  return index
    .figuresOf(entity.id)
    .filter((figure) => amountOf(figure) !== null && isKnowable(figure, index.view.asOf))
    .toSorted(inIdOrder);
}

/** The figure of a metric by the source of another; in its unit unless another is asked for, `null` for any. */
function ofSource(
  figures: readonly FigureFacts[],
  stated: FigureFacts,
  metric: Metric,
  unit: FigureFacts['unit'] | null = stated.unit,
): FigureFacts | null {
  const [first] = figures
    .filter((figure) => figure.metric === metric && figure.sourceId === stated.sourceId)
    .filter((figure) => amountOf(figure) !== null && (unit === null || figure.unit === unit))
    .toSorted(mostReliableFirst);
  return first ?? null;
}

function undatedOf(
  figures: readonly FigureFacts[],
  metric: Metric,
  group: BasisGroup,
  { index }: Study,
): readonly FigureFacts[] {
  return figures.filter(
    (figure) =>
      figure.metric === metric &&
      figure.periodStart === null &&
      figure.periodEnd === null &&
      basisGroupOf(figure, index.view.asOf) === group,
  );
}

function isBeside(a: FigureFacts, b: FigureFacts): boolean {
  const isOneKindOfBooks = a.accounting === null || b.accounting === null || a.accounting === b.accounting;
  return a.sourceId === b.sourceId && a.unit === b.unit && isOneKindOfBooks;
}

function isSamePeriod(a: FigureFacts, b: FigureFacts): boolean {
  return a.periodStart === b.periodStart && a.periodEnd === b.periodEnd && a.periodLabel === b.periodLabel;
}

function less(whole: Interval, part: Interval): Interval {
  return {
    lo: part.hi === null ? Number.NEGATIVE_INFINITY : whole.lo - part.hi,
    point: whole.point === null || part.point === null ? null : whole.point - part.point,
    hi: whole.hi === null ? null : whole.hi - part.lo,
  };
}
