import { amountOf } from '../figures/amount.ts';
import { basisGroupOf, isFirm, isKnowable } from '../figures/basis.ts';
import { inIdOrder } from '../figures/ranking.ts';
import type { DealFacts, EntityFacts, FigureFacts } from '../model/ledger-view.ts';
import { divide, type Interval, scaleBy } from '../quantities/interval.ts';
import { contradictsNot, GROUPS, type LossAndRevenue } from './net-loss.ts';
import type { Study } from './study.ts';

/**
 * The loss of a company by what a holder books of it: under the equity method (ASC 323) a holder takes its share of the
 * loss into its own accounts. Law: the share of the loss and the stake are of one source, so that they belong together.
 */
export interface ImpliedLoss {
  readonly holder: EntityFacts;
  /** What the holder books, as stated. */
  readonly booked: FigureFacts;
  /** Per cent of the company. */
  readonly stake: FigureFacts;
  /** booked / stake, in full units of `booked`. */
  readonly loss: Interval;
}

/** For the period of a stated loss and in its currency; by deal and figure id. */
export function impliedLosses(
  study: Study,
  { loss, span }: Pick<LossAndRevenue, 'loss' | 'span'>,
): readonly ImpliedLoss[] {
  const { index, subject } = study;
  return index
    .receiptsOf(subject.id)
    .filter(({ kind }) => kind === 'equity-investment')
    .flatMap((deal) => bookedIn(deal, study))
    .filter(
      ({ booked }) =>
        booked.unit === loss.unit &&
        basisGroupOf(booked, index.view.asOf) === GROUPS[span] &&
        loss.figures.every((stated) => contradictsNot(stated, booked)),
    );
}

function bookedIn(deal: DealFacts, { index }: Study): readonly ImpliedLoss[] {
  const holder = deal.parties.find(({ role }) => role === 'payer')?.entity;
  const known = deal.amounts
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf))
    .toSorted(inIdOrder);
  if (holder === undefined) return [];
  return known
    .filter(({ metric }) => metric === 'deal-loss-share')
    .flatMap((booked) =>
      known
        .filter((stake) => stake.metric === 'deal-stake' && stake.unit === 'percent')
        .filter((stake) => stake.sourceId === booked.sourceId && belongs(stake, booked))
        .flatMap((stake) => impliedBy(holder, booked, stake)),
    );
}

function impliedBy(holder: EntityFacts, booked: FigureFacts, stake: FigureFacts): readonly ImpliedLoss[] {
  const [part, percent] = [amountOf(booked), amountOf(stake)];
  const quotient = part === null || percent === null ? null : divide(part, scaleBy(percent, 1 / 100));
  return quotient?.state === 'ok' ? [{ holder, booked, stake, loss: quotient.ratio }] : [];
}

/** A stake without a period of its own is that of any period that its source speaks of. */
function belongs(stake: FigureFacts, booked: FigureFacts): boolean {
  return (
    contradictsNot(stake, booked) &&
    (stake.periodLabel === null || booked.periodLabel === null || stake.periodLabel === booked.periodLabel)
  );
}
