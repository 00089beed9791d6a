import { altmanZDoublePrime } from './altman-z-double-prime.ts';
import { basisMismatch } from './basis-mismatch.ts';
import { beneishMScore } from './beneish-m-score.ts';
import { burnMultiple } from './burn-multiple.ts';
import { capacityFeasibility } from './capacity-feasibility.ts';
import { cashRunway } from './cash-runway.ts';
import { circularFinancing } from './circular-financing.ts';
import { claimArithmetic } from './claim-arithmetic.ts';
import { commitmentReconciliation } from './commitment-reconciliation.ts';
import { commitmentToRevenue } from './commitment-to-revenue.ts';
import { conflictOfInterest } from './conflict-of-interest.ts';
import { dealSizeVsVendor } from './deal-size-vs-vendor.ts';
import type { Measure, SignalDefinition } from './definition.ts';
import { thresholdKey } from './flag.ts';
import { fundingGapSignal } from './funding-gap.ts';
import { growthDependence } from './growth-dependence.ts';
import { keyDateProximity } from './key-date-proximity.ts';
import { lossToRevenue } from './loss-to-revenue.ts';
import { marketReaction } from './market-reaction.ts';
import { marketShareErosion } from './market-share-erosion.ts';
import { nonBindingReliance } from './non-binding-reliance.ts';
import { ntmCommitmentBurden } from './ntm-commitment-burden.ts';
import { relatedParty } from './related-party.ts';
import { singleSourceDependency } from './single-source-dependency.ts';
import { singleSourcedFigure } from './single-sourced-figure.ts';
import { sourceDisagreement } from './source-disagreement.ts';
import { staleFigure } from './stale-figure.ts';
import { stanceDispersion } from './stance-dispersion.ts';
import { stanceReactionDivergence } from './stance-reaction-divergence.ts';
import { supplierConcentration } from './supplier-concentration.ts';
import { takeOrPayInflexibility } from './take-or-pay-inflexibility.ts';
import { tenorLifeMismatch } from './tenor-life-mismatch.ts';
import { undisclosedTerms } from './undisclosed-terms.ts';
import { unfundedCommitments } from './unfunded-commitments.ts';
import { valuationMultiple } from './valuation-multiple.ts';
import { vendorFinancingShare } from './vendor-financing-share.ts';

/** Every signal, in the order in which it is shown. A new signal is one file and one line here. */
export const signalRegistry: readonly SignalDefinition[] = [
  commitmentToRevenue,
  ntmCommitmentBurden,
  fundingGapSignal,
  unfundedCommitments,
  growthDependence,
  lossToRevenue,
  burnMultiple,
  cashRunway,
  takeOrPayInflexibility,
  tenorLifeMismatch,
  capacityFeasibility,
  circularFinancing,
  vendorFinancingShare,
  dealSizeVsVendor,
  relatedParty,
  supplierConcentration,
  singleSourceDependency,
  marketShareErosion,
  nonBindingReliance,
  undisclosedTerms,
  commitmentReconciliation,
  sourceDisagreement,
  singleSourcedFigure,
  staleFigure,
  basisMismatch,
  claimArithmetic,
  conflictOfInterest,
  keyDateProximity,
  stanceDispersion,
  stanceReactionDivergence,
  marketReaction,
  valuationMultiple,
  beneishMScore,
  altmanZDoublePrime,
];

/** A measure together with its signal and the key under which its thresholds are kept. */
export interface SignalMeasure extends Measure {
  readonly key: string;
  readonly signal: SignalDefinition;
}

export function measuresOf(signals: readonly SignalDefinition[]): readonly SignalMeasure[] {
  return signals.flatMap((signal) =>
    signal.measures.map((measure) => ({ ...measure, signal, key: thresholdKey(signal.id, measure.id) })),
  );
}

/** Measures of the built-in signals. */
export const signalMeasures: readonly SignalMeasure[] = measuresOf(signalRegistry);

/** The measure whose thresholds stand under `key`, or null: such a key is to be refused. */
export function findMeasure(
  key: string,
  measures: readonly SignalMeasure[] = signalMeasures,
): SignalMeasure | null {
  return measures.find((measure) => measure.key === key) ?? null;
}
