/**
 * Splitting an amount of stored integers so that the parts add up to it exactly (METHODS §1.2).
 * Law: products are BigInt, since an amount times days may pass 2^53; nothing is rounded twice.
 */

/** A quotient of whole numbers, `denominator` above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `total` times the fraction, rounded half away from zero. */
export function partOf(total: bigint, { numerator, denominator }: Fraction): bigint {
  const product = total * numerator;
  const magnitude = product < 0n ? -product : product;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return product < 0n ? -rounded : rounded;
}

/**
 * Parts in an order in time, each the difference of two rounded running totals: whatever is added up in between comes
 * out the same. Weights are whole numbers, not all zero. Throws RangeError otherwise.
 */
export function splitInOrder(total: number, weights: readonly number[]): readonly number[] {
  const denominator = sumOfWeights(weights);
  let [weight, before] = [0n, 0n];
  return weights.map((one) => {
    weight += BigInt(one);
    const until = partOf(BigInt(total), { numerator: weight, denominator });
    const part = Number(until - before);
    before = until;
    return part;
  });
}

/**
 * Parts without an order, as of counterparties or tranches: each its whole share, and what is left goes one by one to
 * the largest remainders, ties to the earlier part (Hamilton's method). Weights as for `splitInOrder`.
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): readonly number[] {
  const denominator = sumOfWeights(weights);
  const magnitude = BigInt(Math.abs(total));
  const shares = weights.map((weight, at) => {
    const product = magnitude * BigInt(weight);
    return { at, whole: product / denominator, remainder: product % denominator };
  });
  const left = Number(magnitude - shares.reduce((sum, { whole }) => sum + whole, 0n));
  const favoured = new Set(
    shares
      .toSorted((a, b) => Number(b.remainder - a.remainder) || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return shares.map(({ at, whole }) => {
    const part = Number(whole) + (favoured.has(at) ? 1 : 0);
    return total < 0 && part !== 0 ? -part : part;
  });
}

function sumOfWeights(weights: readonly number[]): bigint {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0))
    throw new RangeError('Weights of a split are not below zero and not all zero.');
  return sum;
}
