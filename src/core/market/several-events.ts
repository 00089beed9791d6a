import { twoSidedNormal, twoSidedT } from './distributions.ts';
import { mean, sum } from './market-model.ts';

export interface Tested {
  readonly statistic: number;
  readonly p: number;
}

/** Mean over several events against its spread among them, N - 1 degrees of freedom (Brown and Warner). N >= 2. */
export function crossSectionalT(amounts: readonly number[]): Tested {
  const count = amounts.length;
  const centre = mean(amounts);
  const spread = Math.sqrt(sum(amounts.map((amount) => (amount - centre) ** 2)) / (count - 1));
  const statistic = centre / (spread / Math.sqrt(count));
  return { statistic, p: twoSidedT(statistic, count - 1) };
}

/** Patell's Z of standardised returns, each from a model of `length` > 4 days. */
export function patellZ(standardised: readonly number[], length: number): Tested {
  const statistic = sum(standardised) / Math.sqrt((standardised.length * (length - 2)) / (length - 4));
  return { statistic, p: twoSidedNormal(statistic) };
}

/** Boehmer, Musumeci and Poulsen: the cross-sectional t of standardised returns, which survives jumps in variance. */
export function standardisedT(standardised: readonly number[]): Tested {
  return crossSectionalT(standardised);
}
