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
export interface ChoicePolicy extends PolicyWords {
  /** Null only where `disclosed` is empty. Every version has an amount and the same unit. */
  readonly select: (disclosed: readonly FigureFacts[]) => Selection | null;
  /** What has to be said on a card that lists these entries; left out by policies that have nothing to say. */
  readonly notices?: (uses: readonly PolicyUse[]) => readonly PolicyNotice[];
  /** Told whenever there was more than one version to choose from, so that another policy may answer otherwise. */
  readonly onChoice?: () => void;
}

interface PolicyWords {
  readonly id: string;
  readonly label: string;
  /** One sentence for the analyst. */
  readonly what: string;
}

/** An entry on a card, used or only listed. */
export interface PolicyUse {
  readonly id: string;
  readonly isUsed: boolean;
}

export interface PolicyNotice {
  readonly tag: 'analysts-pick' | 'pick-not-eligible' | 'pick-expired';
  readonly sentence: string;
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

/** In words only: what it selects hangs on the picks on file. */
export const ANALYSTS_PICK: PolicyWords = {
  id: 'analysts-pick',
  label: "Analyst's pick",
  what: 'The version that the analyst picked for a matter; where none is picked, it has expired or cannot be used, the most reliable source.',
};

/** In force unless the analyst chooses otherwise. */
export const DEFAULT_POLICY = mostReliable;

/** Those that need nothing but the versions themselves; each card shows what they would give. */
export const POLICIES: readonly ChoicePolicy[] = [mostReliable, latest, rangeHull];

export const POLICY_WORDS: readonly PolicyWords[] = [...POLICIES, ANALYSTS_PICK];

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
