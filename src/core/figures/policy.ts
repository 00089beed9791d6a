import type { FigureFacts } from '../model/ledger-view.ts';
import { hullOf, type Interval } from '../quantities/interval.ts';
import { amountOf } from './amount.ts';
import { inIdOrder, latestFirst, mostReliableFirst, type Order } from './ranking.ts';

/** What a policy makes of the disclosed versions of one figure. */
export interface Selection {
  /** The version chosen; for a hull all that formed it, in id order. */
  readonly figures: readonly FigureFacts[];
  /** Full units of the versions' unit. */
  readonly amount: Interval;
}

/**
 * A rule that says which version counts where sources disagree (METHODS §2.4).
 * A policy is an object, so that an analyst's picks become one more object that closes over those picks.
 */
export interface ChoicePolicy {
  readonly id: string;
  readonly label: string;
  /** One sentence for the analyst. */
  readonly what: string;
  /** Null only where `disclosed` is empty. Every version has an amount and the same unit. */
  readonly select: (disclosed: readonly FigureFacts[]) => Selection | null;
}

export const mostReliable: ChoicePolicy = {
  id: 'most-reliable',
  label: 'Most reliable source',
  what: 'The figure of the most reliable source; among equals the more credible, then the primary, the later, the narrower.',
  select: (disclosed) => firstBy(mostReliableFirst, disclosed),
};

export const latest: ChoicePolicy = {
  id: 'latest',
  label: 'Latest figure',
  what: 'The figure of the latest period; among equals the later published, then the more reliable.',
  select: (disclosed) => firstBy(latestFirst, disclosed),
};

export const rangeHull: ChoicePolicy = {
  id: 'range-hull',
  label: 'Range of all but the weakest sources',
  what: 'From the lowest to the highest on file with the median as the point, without reliability E and credibility 5 unless nothing else is left.',
  select: selectHull,
};

/** In force unless the analyst chooses otherwise. */
export const DEFAULT_POLICY = mostReliable;

export const POLICIES: readonly ChoicePolicy[] = [mostReliable, latest, rangeHull];

function firstBy(order: Order, disclosed: readonly FigureFacts[]): Selection | null {
  const chosen = disclosed.toSorted(order)[0];
  const amount = chosen === undefined ? null : amountOf(chosen);
  return chosen === undefined || amount === null ? null : { figures: [chosen], amount };
}

function selectHull(disclosed: readonly FigureFacts[]): Selection | null {
  const strong = disclosed.filter((figure) => !isWeak(figure));
  const figures = (strong.length > 0 ? strong : disclosed).toSorted(inIdOrder);
  const amount = hullOf(figures.flatMap((figure) => amountOf(figure) ?? []));
  return amount === null ? null : { figures, amount };
}

/** Weak versions widen no range while a better one stands. */
function isWeak(figure: FigureFacts): boolean {
  return figure.source.reliability === 'E' || figure.credibility === 5;
}
