import { assertNever } from '../assert-never.ts';
import type { TermInput } from '../formula/term.ts';

/** What an input is drawn from (METHODS §1.1): bounds alone, bounds with a likeliest value, or one value. */
export type Distribution =
  | { readonly kind: 'constant'; readonly at: number }
  | { readonly kind: 'uniform'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'triangular'; readonly lo: number; readonly mode: number; readonly hi: number };

/** `cap`: the end an analyst gives to an input that has none. Null for one without an end. */
export function distributionOf(
  { amount, isPointStated }: TermInput,
  cap: number | undefined,
): Distribution | null {
  const { lo, point } = amount;
  const hi = amount.hi ?? cap ?? null;
  if (hi === null) return null;
  if (lo === hi) return { kind: 'constant', at: lo };
  return point === null || !isPointStated
    ? { kind: 'uniform', lo, hi }
    : { kind: 'triangular', lo, mode: point, hi };
}

/** Where the uniforms of one input stand among those of the trials: its place, and how many inputs are drawn. */
export interface Draws {
  readonly uniforms: Float64Array;
  readonly at: number;
  readonly every: number;
  readonly count: number;
}

/** Turns uniforms into values by the inverse of the distribution, one for each trial. */
export function fillColumn(column: Float64Array, distribution: Distribution, draws: Draws): void {
  switch (distribution.kind) {
    case 'constant':
      column.fill(distribution.at);
      return;
    case 'uniform':
      fillUniform(column, distribution, draws);
      return;
    case 'triangular':
      fillTriangular(column, distribution, draws);
      return;
    default:
      assertNever(distribution);
  }
}

type Of<Kind> = Extract<Distribution, { readonly kind: Kind }>;

function fillUniform(
  column: Float64Array,
  { lo, hi }: Of<'uniform'>,
  { uniforms, at, every, count }: Draws,
): void {
  const width = hi - lo;
  for (let row = 0; row < count; row += 1) column[row] = lo + width * (uniforms[row * every + at] ?? 0);
}

function fillTriangular(
  column: Float64Array,
  { lo, mode, hi }: Of<'triangular'>,
  { uniforms, at, every, count }: Draws,
): void {
  const [width, left, right] = [hi - lo, mode - lo, hi - mode];
  const share = left / width;
  for (let row = 0; row < count; row += 1) {
    const u = uniforms[row * every + at] ?? 0;
    column[row] = u < share ? lo + Math.sqrt(u * width * left) : hi - Math.sqrt((1 - u) * width * right);
  }
}
