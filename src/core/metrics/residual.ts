import { divide, headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import { type UnitId, unitOf } from '../quantities/unit.ts';
import type { NamedCommitment } from './commitments.ts';

/** What a stated total holds beyond the named deals, the parts of a programme counted once. */
export interface Residual {
  /** Sum of the named deals over their whole lives, full units. */
  readonly items: Interval;
  /** Stated total less the items, at the stated amounts; below zero where more is named than stated. */
  readonly amount: number;
  /** Distance between total and items as a share of the total; null where the total is or may be zero. */
  readonly share: Interval | null;
  /** Where in the range more is named than stated. */
  readonly negative: { readonly some: boolean; readonly point: boolean; readonly all: boolean };
}

export function residualOf(total: Interval, named: readonly NamedCommitment[], unit: UnitId): Residual {
  const items = sumOf(named.map(({ gross }) => gross));
  const amount = toMinorUnit(headlineOf(total) - headlineOf(items), unit);
  const quotient = divide(items, total);
  const negative = {
    some: items.hi === null || toMinorUnit(total.lo - items.hi, unit) < 0,
    point: amount < 0,
    all: total.hi !== null && toMinorUnit(total.hi - items.lo, unit) < 0,
  };
  return { items, amount, share: quotient.state === 'ok' ? distanceFromOne(quotient.ratio) : null, negative };
}

/**
 * |1 - items/total|: the total occurs once, so that it is one variable (METHODS §0.3). A range that holds 1 reaches
 * down to no distance at all.
 */
function distanceFromOne({ lo, point, hi }: Interval): Interval {
  const ends = [Math.abs(1 - lo), hi === null ? Number.POSITIVE_INFINITY : Math.abs(1 - hi)];
  const farthest = Math.max(...ends);
  return {
    lo: lo <= 1 && (hi === null || hi >= 1) ? 0 : Math.min(...ends),
    point: point === null ? null : Math.abs(1 - point),
    hi: farthest === Number.POSITIVE_INFINITY ? null : farthest,
  };
}

/** Sums of full units may be off by the last bit; money is not, and has no negative zero. */
function toMinorUnit(full: number, unit: UnitId): number {
  const scale = 10 ** unitOf(unit).exponent;
  return Math.round(full * scale) / scale + 0;
}
