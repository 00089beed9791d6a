import { amountOf } from '../figures/amount.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import type { DealFacts, FigureFacts } from '../model/ledger-view.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';

/**
 * One source that states one amount in two currencies, as `USD 38bn (GBP 29bn)`. Law: both are kept as written; what
 * they imply is a rate of that source, as wide as their last written digits leave it, and is never used to convert.
 */
export interface SourcePair {
  readonly source: string;
  readonly from: UnitId;
  readonly to: UnitId;
  /** Units of `to` for one of `from`. */
  readonly rate: Interval;
}

/** Pairs of headline amounts of a deal, per source; the currency that most sources state is the one paid. */
export function sourcePairs({ amounts }: DealFacts, to: UnitId): readonly SourcePair[] {
  const headlines = amounts.filter(
    (figure) => figure.metric === 'deal-headline' && amountOf(figure) !== null,
  );
  return headlines
    .filter(({ unit }) => unit === to)
    .flatMap((paid) =>
      headlines
        .filter((other) => other.unit !== to && other.sourceId === paid.sourceId)
        .flatMap((other) => impliedRate(paid, other) ?? []),
    );
}

/** Null where an amount is undisclosed or may be zero. */
export function impliedRate(paid: FigureFacts, other: FigureFacts): SourcePair | null {
  const [above, below] = [widenedForAgreement(paid), widenedForAgreement(other)];
  const quotient = above === null || below === null ? null : divide(above, below);
  if (quotient?.state !== 'ok') return null;
  return { source: paid.source.title, from: other.unit, to: paid.unit, rate: quotient.ratio };
}
