import { amountOf } from '../figures/amount.ts';
import { basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { divide, type Interval, type Quotient } from '../quantities/interval.ts';
import { isMoney, type UnitId } from '../quantities/unit.ts';
import { eachInCurrency, tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/** A loss and the revenue of the same period. `derived`: a quarter of the annual revenue stands in for a missing one. */
export interface LossAndRevenue {
  readonly span: 'quarter' | 'year';
  readonly loss: KnownChoice;
  readonly revenue: KnownChoice;
  readonly pairing: 'same-period' | 'period-unstated' | 'derived';
}

export interface LossSearch {
  readonly found: LossAndRevenue | null;
  /** What is not on file, in words; empty where a pair was found. */
  readonly missing: readonly string[];
}

type Span = LossAndRevenue['span'];
const SPANS: readonly Span[] = ['quarter', 'year'];
export const GROUPS = { quarter: 'quarter-actual', year: 'annual-actual' } as const;

/** The quarter's loss first, since it is the fresher; the year's where no quarter is disclosed. */
export function lossAndRevenue(study: Study): LossSearch {
  const losses = SPANS.flatMap((span) => {
    const loss = lossOf(study, span, null);
    return loss === null ? [] : [{ span, loss }];
  });
  if (losses.length === 0) return { found: null, missing: ['net loss of a quarter or a year'] };
  for (const { span, loss } of losses) {
    const found = pairOf(study, span, loss);
    if (found !== null) return { found, missing: [] };
  }
  return { found: null, missing: ['revenue of the period of the loss, or of a year'] };
}

/** N/D where N may be negative, a profit; D as in `divide`. */
export function signedRatio(numerator: Interval, denominator: Interval): Quotient {
  if (numerator.lo >= 0) return divide(numerator, denominator);
  if (denominator.lo <= 0) return { state: 'not-computable', reason: 'denominator may be zero or negative' };
  const { lo, point, hi } = numerator;
  return {
    state: 'ok',
    ratio: {
      lo: lo / denominator.lo,
      point: point === null || denominator.point === null ? null : point / denominator.point,
      hi:
        hi === null
          ? null
          : hi >= 0
            ? hi / denominator.lo
            : denominator.hi === null
              ? 0
              : hi / denominator.hi,
    },
  };
}

/** The quarter's loss, else the year's, whether or not the revenue of its period is on file. */
export function latestLoss(
  study: Study,
  currency: UnitId | null,
): { readonly span: Span; readonly choice: KnownChoice } | null {
  for (const span of SPANS) {
    const choice = lossOf(study, span, currency);
    if (choice !== null) return { span, choice };
  }
  return null;
}

function lossOf(study: Study, span: Span, currency: UnitId | null): KnownChoice | null {
  const tiers = tiersIn([{ kind: span, figures: actualsOf(study, 'net-loss', span) }], currency, {
    index: study.index,
    kind: 'flow',
  });
  return chooseFromTiers(tiers, study.policy, currency)?.choice ?? null;
}

function pairOf(study: Study, span: Span, loss: KnownChoice): LossAndRevenue | null {
  const all = actualsOf(study, 'revenue', span);
  const revenues = eachInCurrency(all, { index: study.index, currency: loss.unit, kind: 'flow' });
  const matching = (match: Match) =>
    revenues.filter((revenue) => loss.figures.every((one) => match(one, revenue)));
  const pair = chooseFromTiers(
    [
      { kind: 'same-period', figures: matching(hasSameDays) },
      { kind: 'same-period', figures: matching(hasSameLabel) },
      { kind: 'period-unstated', figures: matching(contradictsNot) },
    ],
    study.policy,
    loss.unit,
  );
  if (pair !== null) return { span, loss, revenue: pair.choice, pairing: pair.kind };
  return span === 'quarter' ? derivedPair(study, loss) : null;
}

function derivedPair(study: Study, loss: KnownChoice): LossAndRevenue | null {
  const annual = chooseFromTiers(
    tiersIn([{ kind: 'derived' as const, figures: actualsOf(study, 'revenue', 'year') }], loss.unit, {
      index: study.index,
      kind: 'flow',
    }),
    study.policy,
    loss.unit,
  );
  return annual === null ? null : { span: 'quarter', loss, revenue: annual.choice, pairing: annual.kind };
}

function actualsOf(
  { index, subject }: Study,
  metric: 'net-loss' | 'revenue',
  span: Span,
): readonly FigureFacts[] {
  const { asOf } = index.view;
  return index
    .figuresOf(subject.id)
    .filter((figure) => figure.metric === metric && isMoney(figure.unit) && amountOf(figure) !== null)
    .filter(
      (figure) => isFirm(figure) && isKnowable(figure, asOf) && basisGroupOf(figure, asOf) === GROUPS[span],
    );
}

type Match = (a: FigureFacts, b: FigureFacts) => boolean;

const hasSameDays: Match = (a, b) =>
  a.periodStart !== null &&
  a.periodEnd !== null &&
  a.periodStart === b.periodStart &&
  a.periodEnd === b.periodEnd;

/** The same label names the same period only while no day says otherwise. */
const hasSameLabel: Match = (a, b) =>
  a.periodLabel !== null && a.periodLabel === b.periodLabel && contradictsNot(a, b);

/** A period without days contradicts none; two with different days are different periods. */
export const contradictsNot: Match = (a, b) =>
  agree(a.periodStart, b.periodStart) && agree(a.periodEnd, b.periodEnd);

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
