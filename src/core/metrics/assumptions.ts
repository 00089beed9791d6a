import { isFirm, isKnowable } from '../figures/basis.ts';
import type { KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { Metric } from '../model/figure.ts';
import type { Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import type { Study } from './study.ts';

/**
 * Numbers that a method needs and a ledger seldom holds. Law: an assumption is never shown as a figure on file; it
 * carries the words that say where it comes from, and a figure on file displaces it.
 */
export interface Assumption {
  readonly amount: Interval;
  readonly unit: UnitId;
  /** A sentence. */
  readonly origin: string;
}

export const SERVER_LIFE: Assumption = {
  amount: { lo: 3, point: 5, hi: 6 },
  unit: 'years',
  origin:
    'Assumed, not on file: servers serve 5 years, as Amazon took for a part of its servers from January 2025 in its annual report; other large operators take about 6, critics at most 3.',
};

export const COST_PER_GIGAWATT: Assumption = {
  amount: { lo: 50e9, point: 55e9, hi: 60e9 },
  unit: 'USD',
  origin:
    'Assumed, not on file: a gigawatt of data centre costs USD 50bn to 60bn to build, as the press reported in 2025 (Mint, 1 September 2025).',
};

export const NORTH_AMERICA: Assumption = {
  amount: { lo: 22, point: 22, hi: 22 },
  unit: 'GW',
  origin:
    'For scale, not on file: all data centres of North America together had 22 gigawatts at the end of 2024, as published in 2025.',
};

/** What values a contract of fixed payments as debt: the rate, and the parts of it that rating agencies impute. */
export const IMPUTED_DEBT = { rate: 0.08, riskFactors: [0.25, 0.5, 1] } as const;

/** What a buyer asks of an investment: return a year, years held, and the multiple of revenue at the end. */
export const BUYER = { yearlyReturn: 0.15, years: 5, exitMultiple: 6 } as const;

/** Either the most fitting figure on file or the assumption in its place. */
export interface Given {
  readonly amount: Interval;
  readonly unit: UnitId;
  readonly choice: KnownChoice | null;
  /** Sentences to show: the origin of the assumption, nothing for a figure. */
  readonly notes: readonly string[];
}

/** Looks at each entity in turn, the first that discloses the metric wins. */
export function givenOrAssumed(
  { index, policy }: Study,
  { metric, entityIds }: { readonly metric: Metric; readonly entityIds: readonly string[] },
  assumption: Assumption,
): Given {
  const tiers = entityIds.map((id) => ({
    kind: id,
    figures: index
      .figuresOf(id)
      .filter((figure) => figure.metric === metric && figure.unit === assumption.unit)
      .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf)),
  }));
  const choice = chooseFromTiers(tiers, policy, assumption.unit)?.choice ?? null;
  if (choice !== null) return { amount: choice.amount, unit: choice.unit, choice, notes: [] };
  return { amount: assumption.amount, unit: assumption.unit, choice: null, notes: [assumption.origin] };
}
