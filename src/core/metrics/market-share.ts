import { amountOf } from '../figures/amount.ts';
import { isFirm, isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { groupBy } from '../group-by.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import type { Study } from './study.ts';

/** A share of one market as one source defines it, at two moments. */
export interface ShareChange {
  readonly earlier: FigureFacts;
  readonly later: FigureFacts;
  /** Percentage points, later less earlier. */
  readonly change: Interval;
  /** Neither figure is dated, so the one recorded first was taken as the earlier. */
  readonly isOrderAssumed: boolean;
}

/** Market shares of the subject that could be known on the as-of day, disclosed and in per cent, by id. */
export function marketShares({ index, subject }: Study): readonly FigureFacts[] {
  return index
    .figuresOf(subject.id)
    .filter(({ metric, unit }) => metric === 'market-share' && unit === 'percent')
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf) && amountOf(figure) !== null)
    .toSorted((a, b) => byText(a.id, b.id));
}

/** The share that one policy takes from the versions on file; null where none is disclosed. */
export function marketShare(study: Study): KnownChoice | null {
  const choice = chooseFigure(marketShares(study), study.policy);
  return isKnown(choice) ? choice : null;
}

/**
 * The change between the first and the last share of one definition in one source, of the most reliable source that
 * gives two moments; null where none does. Different definitions are different markets and are never subtracted.
 */
export function shareChange(study: Study): ShareChange | null {
  const spans = [...groupBy(marketShares(study), marketKey).values()].flatMap(spanOf);
  const [best] = spans.toSorted(
    (a, b) =>
      byText(a.later.source.reliability, b.later.source.reliability) ||
      a.later.credibility - b.later.credibility ||
      byText(a.later.id, b.later.id),
  );
  return best ?? null;
}

/** Shares of other definitions or sources that speak of the present, each less the earlier share of a change. */
export function otherChanges(
  { earlier, later }: ShareChange,
  study: Study,
): readonly { readonly figure: FigureFacts; readonly change: Interval }[] {
  return marketShares(study)
    .filter((figure) => figure.id !== earlier.id && figure.id !== later.id)
    .flatMap((figure) => {
      const change = difference(figure, earlier);
      return change === null ? [] : [{ figure, change }];
    });
}

function marketKey({ sourceId, definition, basis }: FigureFacts): string {
  return `${sourceId} ${basis} ${definition ?? ''}`;
}

function spanOf(figures: readonly FigureFacts[]): readonly ShareChange[] {
  const inTime = figures.toSorted(
    (a, b) =>
      byText(momentOf(a) ?? '', momentOf(b) ?? '') || a.recordedSeq - b.recordedSeq || byText(a.id, b.id),
  );
  const isDated = figures.every((figure) => momentOf(figure) !== null);
  const ordered = isDated
    ? inTime
    : figures.toSorted((a, b) => a.recordedSeq - b.recordedSeq || byText(a.id, b.id));
  const [earlier, later] = [ordered[0], ordered.at(-1)];
  if (earlier === undefined || later === undefined || earlier.id === later.id) return [];
  if (isDated && momentOf(earlier) === momentOf(later)) return [];
  if (!isDated && earlier.periodLabel === later.periodLabel) return [];
  const change = difference(later, earlier);
  return change === null ? [] : [{ earlier, later, change, isOrderAssumed: !isDated }];
}

function momentOf({ periodStart, periodEnd }: FigureFacts): string | null {
  return periodEnd ?? periodStart;
}

function difference(later: FigureFacts, earlier: FigureFacts): Interval | null {
  const [now, then] = [amountOf(later), amountOf(earlier)];
  if (now === null || then === null) return null;
  return {
    lo: now.lo - (then.hi ?? 100),
    point: (now.point ?? now.lo) - (then.point ?? then.lo),
    hi: (now.hi ?? 100) - then.lo,
  };
}
