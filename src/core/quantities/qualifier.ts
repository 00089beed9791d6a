import { assertNever } from '../assert-never.ts';

/** How a source hedges an amount, and the interval each hedge stands for (METHODS §0.2). */
export const QUALIFIERS = [
  'exact',
  'approx',
  'at-least',
  'over',
  'at-most',
  'under',
  'range',
  'undisclosed',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Share by which "about" widens an amount to either side. METHODS §0.2 default. */
const APPROX_PER_CENT = 5;

export interface QualifiedAmount {
  readonly lo: number | null;
  readonly point: number | null;
  readonly hi: number | null;
}

/**
 * Stored integers for an amount as the source words it; `amountHigh` is read for `range` only.
 * Undisclosed gives three nulls: unknown, never zero.
 */
export function qualify(
  qualifier: Qualifier,
  amount: number | null,
  amountHigh: number | null,
): QualifiedAmount {
  if (qualifier === 'undisclosed' || amount === null) return { lo: null, point: null, hi: null };
  switch (qualifier) {
    case 'exact':
      return { lo: amount, point: amount, hi: amount };
    case 'approx':
      return widened(amount);
    case 'at-least':
    case 'over':
      return { lo: amount, point: amount, hi: null };
    case 'at-most':
    case 'under':
      return { lo: 0, point: amount, hi: amount };
    case 'range': {
      const high = amountHigh ?? amount;
      return { lo: amount, point: roundHalfAway((amount + high) / 2), hi: high };
    }
    default:
      return assertNever(qualifier);
  }
}

function widened(amount: number): QualifiedAmount {
  const margin = Math.abs(amount) * (APPROX_PER_CENT / 100);
  return { lo: roundHalfAway(amount - margin), point: amount, hi: roundHalfAway(amount + margin) };
}

function roundHalfAway(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount));
}
