import { amountOf } from '../figures/amount.ts';
import { type BasisGroup, basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { Metric } from '../model/figure.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { type Interval, scaleBy, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { byText } from '../text-order.ts';
import { inCurrency } from './in-currency.ts';
import type { Study } from './study.ts';

/**
 * Net cash that a company burns. Law: a loss stands in for burn only where no burn is on file, and the caller says so;
 * burn below zero is cash earned.
 */
export interface Burn {
  readonly kind: 'burn' | 'loss';
  readonly span: BurnSpan;
  /** One choice, or one for each of the last months. */
  readonly choices: readonly KnownChoice[];
  readonly unit: UnitId;
  /** Full units a month. */
  readonly monthly: Interval;
}

export type BurnSpan = 'quarter' | 'months' | 'year';

const KINDS = [
  { kind: 'burn', metric: 'cash-burn' },
  { kind: 'loss', metric: 'net-loss' },
] as const;
const LAST_MONTHS = 3;

/** The mean of the last three months, which a quarter gives, then single months, then a year; null where none is. */
export function cashBurn(study: Study, currency: UnitId | null): Burn | null {
  for (const { kind, metric } of KINDS) {
    const found =
      ofPeriod(study, { metric, group: 'quarter-actual', currency }) ??
      ofMonths(study, metric, currency) ??
      ofPeriod(study, { metric, group: 'annual-actual', currency });
    if (found !== null) return { ...found, kind };
  }
  return null;
}

interface Wanted {
  readonly metric: Metric;
  readonly group: BasisGroup;
  readonly currency: UnitId | null;
}

function ofPeriod(study: Study, wanted: Wanted): Omit<Burn, 'kind'> | null {
  const { group, currency } = wanted;
  const figures = figuresOf(study, wanted);
  const choice = chooseFromTiers(
    [{ kind: group, figures: latestOf(figures) }],
    study.policy,
    currency,
  )?.choice;
  if (choice === undefined) return null;
  const isQuarter = group === 'quarter-actual';
  return {
    span: isQuarter ? 'quarter' : 'year',
    choices: [choice],
    unit: choice.unit,
    monthly: scaleBy(choice.amount, 1 / (isQuarter ? 3 : 12)),
  };
}

/** Versions of the latest dated period, and those that name no day, which contradict none. */
function latestOf(figures: readonly FigureFacts[]): readonly FigureFacts[] {
  const latest = figures
    .flatMap(({ periodEnd }) => periodEnd ?? [])
    .toSorted()
    .at(-1);
  return figures.filter(({ periodEnd }) => periodEnd === null || periodEnd === latest);
}

/** Mean of the last three months on file, fewer where there are fewer. */
function ofMonths(study: Study, metric: Metric, currency: UnitId | null): Omit<Burn, 'kind'> | null {
  const figures = figuresOf(study, { metric, group: 'short-actual', currency }).filter(
    ({ basis }) => basis === 'month',
  );
  const unit = chooseFromTiers([{ kind: metric, figures }], study.policy, currency)?.choice.unit;
  const ends = [...new Set(figures.map(({ periodEnd }) => periodEnd ?? ''))].toSorted((a, b) => byText(b, a));
  const choices = ends.slice(0, LAST_MONTHS).flatMap((end) => {
    const choice = chooseFigure(
      figures.filter((figure) => figure.unit === unit && (figure.periodEnd ?? '') === end),
      study.policy,
    );
    return isKnown(choice) ? [choice] : [];
  });
  if (unit === undefined || choices.length === 0) return null;
  const monthly = scaleBy(sumOf(choices.map(({ amount }) => amount)), 1 / choices.length);
  return { span: 'months', choices, unit, monthly };
}

function figuresOf({ index, subject }: Study, { metric, group, currency }: Wanted): readonly FigureFacts[] {
  const { asOf } = index.view;
  const figures = index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === metric && isFirm(figure) && amountOf(figure) !== null)
    .filter((figure) => isKnowable(figure, asOf) && basisGroupOf(figure, asOf) === group);
  return currency === null ? figures : inCurrency(figures, { index, currency, kind: 'flow' });
}
