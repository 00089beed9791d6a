import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitMix64 } from '#core/scenario/split-mix-64.ts';

const MASK = (1n << 64n) - 1n;

/** The reference in plain 64-bit arithmetic. */
function* reference(seed: bigint): Generator<bigint> {
  for (let state = seed; ; ) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    yield z ^ (z >> 31n);
  }
}

function taken(seed: number, count: number): bigint[] {
  const source = reference(BigInt(seed));
  return Array.from({ length: count }, () => source.next().value ?? 0n);
}

it('gives the published first output for seed 0', () => {
  const [high, low] = splitMix64(0).next();
  expect([high.toString(16), low.toString(16)]).toEqual(['e220a839', '7b1dcdaf']);
});

it('is the 64-bit arithmetic of the reference for every seed', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (seed) => {
      const stream = splitMix64(seed);
      const outputs = Array.from({ length: 50 }, () => {
        const [high, low] = stream.next();
        return (BigInt(high) << 32n) | BigInt(low);
      });
      expect(outputs).toEqual(taken(seed, 50));
    }),
    { numRuns: 500 },
  );
});

it('makes uniforms of the upper 53 bits, the same in pieces of any size', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 20 }), (seed, piece) => {
      const expected = taken(seed, 60).map((z) => Number(z >> 11n) * 2 ** -53);
      const stream = splitMix64(seed);
      const found: number[] = [];
      while (found.length < 60) {
        const part = new Float64Array(piece);
        stream.fillUniforms(part, piece);
        found.push(...part);
      }
      expect(found.slice(0, 60)).toEqual(expected);
    }),
  );
});

it('refuses what is no whole number from 0 to 2^53 - 1', () => {
  for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => splitMix64(seed)).toThrow(RangeError);
});
