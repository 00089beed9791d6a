/**
 * SplitMix64 (Steele, Lea and Flood 2014) in two 32-bit halves: the stream of METHODS §1.1, bit for bit.
 * Law: one seed gives one stream; reading it in pieces of any size gives the same numbers.
 */
export interface SplitMix64 {
  /** Fills the first `count` places with uniforms of [0, 1): the upper 53 bits of each output over 2^53. */
  readonly fillUniforms: (into: Float64Array, count: number) => void;
  /** The next raw output as its upper and lower 32 bits. */
  readonly next: () => readonly [high: number, low: number];
}

const TWO_32 = 2 ** 32;
const TWO_MINUS_53 = 2 ** -53;
const TWO_21 = 2 ** 21;
const GAMMA_HIGH = 0x9e3779b9 | 0;
const GAMMA_LOW = 0x7f4a7c15;

/** `seed`: a whole number from 0 to 2^53 - 1. Throws RangeError for another. */
export function splitMix64(seed: number): SplitMix64 {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`${seed} is no seed.`);
  const state = Int32Array.of(Math.floor(seed / TWO_32), seed % TWO_32);
  const mixed = new Int32Array(2);
  return {
    fillUniforms: (into, count) => {
      for (let at = 0; at < count; at += 1) {
        step(state, mixed);
        const high = (mixed[0] ?? 0) >>> 0;
        into[at] = (high * TWO_21 + ((mixed[1] ?? 0) >>> 11)) * TWO_MINUS_53;
      }
    },
    next: () => {
      step(state, mixed);
      return [(mixed[0] ?? 0) >>> 0, (mixed[1] ?? 0) >>> 0];
    },
  };
}

/** Moves the state on by the golden gamma and mixes a copy of it: two rounds of xor-shift and multiply, one xor-shift. */
function step(state: Int32Array, mixed: Int32Array): void {
  let low = ((state[1] ?? 0) + GAMMA_LOW) | 0;
  const carry = low >>> 0 < GAMMA_LOW ? 1 : 0;
  let high = ((state[0] ?? 0) + GAMMA_HIGH + carry) | 0;
  state[0] = high;
  state[1] = low;

  low ^= (low >>> 30) | (high << 2);
  high ^= high >>> 30;
  high = upperOfProduct(high, low, 0xbf58476d, 0x1ce4e5b9);
  low = Math.imul(low, 0x1ce4e5b9);

  low ^= (low >>> 27) | (high << 5);
  high ^= high >>> 27;
  high = upperOfProduct(high, low, 0x94d049bb, 0x133111eb);
  low = Math.imul(low, 0x133111eb);

  mixed[1] = low ^ ((low >>> 31) | (high << 1));
  mixed[0] = high ^ (high >>> 31);
}

/** Bits 32 to 63 of the product of two 64-bit numbers, the lower halves multiplied by 16 bits at a time. */
function upperOfProduct(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const first =
    ((Math.imul(aLow & 0xffff, bLow & 0xffff) >>> 16) + Math.imul(aLow >>> 16, bLow & 0xffff)) | 0;
  const second = ((first & 0xffff) + Math.imul(aLow & 0xffff, bLow >>> 16)) | 0;
  const lower = (Math.imul(aLow >>> 16, bLow >>> 16) + (first >>> 16) + (second >>> 16)) | 0;
  return (lower + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) | 0;
}
