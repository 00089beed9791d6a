import type { FigureFacts, LedgerView, PickFacts } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';
import { amountOf } from './amount.ts';
import { isKnowable } from './basis.ts';
import { dayOf } from './eligible.ts';
import { mattersOf } from './matters.ts';
import {
  ANALYSTS_PICK,
  type ChoicePolicy,
  DEFAULT_POLICY,
  mostReliable,
  type PolicyNotice,
  type PolicyUse,
  type Selection,
} from './policy.ts';
import { statedText } from './stated-text.ts';

/**
 * The analyst's pick (METHODS §2.4): the most reliable source says which matter counts, and within that matter the
 * picked version stands in for its own. Law: a pick changes its own matter only, so a pick for one year never moves
 * another. The latest pick of a matter counts; one that has expired or whose figure is not eligible counts as none.
 */
export type PickGround = Pick<LedgerView, 'asOf' | 'figures' | 'deals' | 'picks'>;

export type PickState = 'no-pick' | 'picked' | 'pick-not-eligible' | 'pick-expired';

/** A pick with the versions that it decides between. */
export interface PlacedPick {
  readonly pick: PickFacts;
  /** Ids of all versions of the matter, the picked one among them. */
  readonly matter: ReadonlySet<string>;
  readonly isExpired: boolean;
  /** Why the picked figure cannot count in this view, as the end of a sentence; null where it can. */
  readonly obstacle: string | null;
}

interface PickPolicy extends ChoicePolicy {
  readonly stateOf: (disclosed: readonly FigureFacts[]) => PickState;
}

const kept = new WeakMap<PickGround, PickPolicy>();

/** The policy of a view: the analyst's picks where some are on file, else the default. */
export function policyInForce(view: PickGround): ChoicePolicy {
  return view.picks.length === 0 ? DEFAULT_POLICY : analystsPick(view);
}

/** The same object for the same view, so that what is kept by policy is found again. */
export function analystsPick(view: PickGround): PickPolicy {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const placed = placedPicks(view);
  const byFigure = new Map(placed.flatMap((one) => [...one.matter].map((id) => [id, one] as const)));
  const policy: PickPolicy = {
    ...ANALYSTS_PICK,
    select: (disclosed) => selected(disclosed, byFigure).selection,
    stateOf: (disclosed) => selected(disclosed, byFigure).state,
    notices: (uses) => placed.flatMap((one) => noticeOf(one, uses)),
  };
  kept.set(view, policy);
  return policy;
}

function selected(
  disclosed: readonly FigureFacts[],
  byFigure: ReadonlyMap<string, PlacedPick>,
): { readonly selection: Selection | null; readonly state: PickState } {
  const selection = mostReliable.select(disclosed);
  const placed = byFigure.get(selection?.figures[0]?.id ?? '');
  if (placed === undefined) return { selection, state: 'no-pick' };
  if (placed.isExpired) return { selection, state: 'pick-expired' };
  const picked = disclosed.find(({ id }) => id === placed.pick.figureId);
  const amount = picked === undefined ? null : amountOf(picked);
  if (picked === undefined || amount === null) return { selection, state: 'pick-not-eligible' };
  return { selection: { figures: [picked], amount }, state: 'picked' };
}

/** The latest pick of each matter, by id of the pick. */
export function placedPicks(view: PickGround): readonly PlacedPick[] {
  const placed: PlacedPick[] = [];
  for (const pick of view.picks.toSorted(latestFirst)) {
    const one = placedPick(pick, view);
    if (!placed.some(({ matter }) => matter.has(pick.figureId))) placed.push(one);
  }
  return placed.toSorted((a, b) => byText(a.pick.id, b.pick.id));
}

function latestFirst(a: PickFacts, b: PickFacts): number {
  return b.recordedSeq - a.recordedSeq || byText(a.id, b.id);
}

function placedPick(pick: PickFacts, view: PickGround): PlacedPick {
  const onFile = figuresBeside(pick, view);
  const live = onFile.find(({ id }) => id === pick.figureId);
  const picked = live ?? pick.figure;
  const all = live === undefined && picked !== null ? [...onFile, picked] : onFile;
  // Judged as the analyst saw it: a period that is still running at an earlier as-of day was over when it was picked.
  const day = view.asOf > dayOf(pick.recordedAt) ? view.asOf : dayOf(pick.recordedAt);
  const matter = mattersOf(all, day).find(({ claims }) => claims.some(({ id }) => id === pick.figureId));
  return {
    pick,
    matter: new Set([pick.figureId, ...(matter?.claims ?? []).map(({ id }) => id)]),
    isExpired: pick.expiresOn <= view.asOf,
    obstacle: obstacleOf(live, view.asOf),
  };
}

/** What is on file for the same metric of the same entity or deal. */
function figuresBeside(pick: PickFacts, { figures, deals }: PickGround): readonly FigureFacts[] {
  const own =
    pick.dealId === null
      ? figures.filter(({ entityId }) => entityId === pick.entityId)
      : (deals.find(({ id }) => id === pick.dealId)?.amounts ?? []);
  return own.filter(({ metric }) => metric === pick.metric);
}

function obstacleOf(live: FigureFacts | undefined, asOf: string): string | null {
  if (live === undefined) return 'is no longer on file';
  if (amountOf(live) === null) return 'discloses no amount';
  return isKnowable(live, asOf) ? null : `could not be known on ${asOf}`;
}

/** Said on every card that uses a version of the matter. */
function noticeOf(placed: PlacedPick, uses: readonly PolicyUse[]): readonly PolicyNotice[] {
  const { pick, matter, isExpired, obstacle } = placed;
  const used = uses.filter(({ id, isUsed }) => isUsed && matter.has(id));
  if (used.length === 0) return [];
  const { reviewer, reason, expiresOn } = pick;
  if (isExpired)
    return [
      {
        tag: 'pick-expired',
        sentence: `${reviewer} picked ${wordsOf(pick)} until ${expiresOn}; since then the most reliable source counts again.`,
      },
    ];
  if (used.some(({ id }) => id === pick.figureId))
    return [
      {
        tag: 'analysts-pick',
        sentence: `${capitalised(wordsOf(pick))} counts until ${expiresOn} by the pick of ${reviewer}: ${ended(reason)}`,
      },
    ];
  return [
    {
      tag: 'pick-not-eligible',
      sentence: `${reviewer} picked ${wordsOf(pick)}, but it ${obstacle ?? 'is not among the versions that this signal can use'}, so the most reliable source counts.`,
    },
  ];
}

function wordsOf({ figure }: PickFacts): string {
  return figure === null ? 'a version' : `${statedText(figure)} of “${figure.source.title}”`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function ended(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
