import { commitmentReconciliation } from './commitment-reconciliation.ts';
import { commitmentToRevenue } from './commitment-to-revenue.ts';
import type { Measure, SignalDefinition } from './definition.ts';
import { thresholdKey } from './flag.ts';
import { lossToRevenue } from './loss-to-revenue.ts';
import { ntmCommitmentBurden } from './ntm-commitment-burden.ts';
import { supplierConcentration } from './supplier-concentration.ts';

/** Every signal, in the order in which it is shown. A new signal is one file and one line here. */
export const signalRegistry: readonly SignalDefinition[] = [
  commitmentToRevenue,
  ntmCommitmentBurden,
  lossToRevenue,
  supplierConcentration,
  commitmentReconciliation,
];

/** A measure together with its signal and the key under which its thresholds are kept. */
export interface SignalMeasure extends Measure {
  readonly key: string;
  readonly signal: SignalDefinition;
}

export const signalMeasures: readonly SignalMeasure[] = signalRegistry.flatMap((signal) =>
  signal.measures.map((measure) => ({ ...measure, signal, key: thresholdKey(signal.id, measure.id) })),
);

/** The measure whose thresholds stand under `key`, or null: such a key is to be refused. */
export function findMeasure(key: string): SignalMeasure | null {
  return signalMeasures.find((measure) => measure.key === key) ?? null;
}
