import { comparison, DIFFERENCE_WORDS } from '../figures/matters.ts';
import {
  type Disputed,
  type DisputedDate,
  disputedDates,
  disputedIn,
  groupsIn,
  type MetricGroup,
  metricGroups,
} from '../metrics/disagreement.ts';
import { type Neighbourhood, neighbourhoodOf } from '../metrics/neighbourhood.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';

/**
 * Where versions stand beside each other. Law: what is on file for a metric at least twice is either in a matter that
 * is stated twice, where it agrees or contradicts, or in one ground where each version speaks of something else.
 */
export interface AmountGround {
  readonly kind: 'amount';
  readonly about: Disputed['about'];
  /** By id; of something else than each other where `agreement` is null. */
  readonly claims: readonly FigureFacts[];
  readonly agreement: Disputed['agreement'] | null;
  /** Why the other versions of the metric are no claims on this matter, in words. */
  readonly apart: readonly { readonly figure: FigureFacts; readonly difference: string }[];
  /** What tells the claims apart where none can be compared, in words. */
  readonly differences: readonly string[];
}

export interface DateGround extends DisputedDate {
  readonly kind: 'date';
}

export type MatterGround = AmountGround | DateGround;

/** Everything that is stated more than once, of the subject and of those around it. */
export function matterGrounds(
  study: Study,
  around: Neighbourhood = neighbourhoodOf(study),
): readonly MatterGround[] {
  return [
    ...metricGroups(study, around)
      .flatMap((group) => amountGrounds(group, study))
      .filter(({ claims }) => claims.length > 1),
    ...disputedDates(study, around).map((date) => ({ ...date, kind: 'date' as const })),
  ];
}

/** The ground on which an entry stands, as a claim or apart; null where the view does not hold it. */
export function findGround(study: Study, id: string): MatterGround | null {
  const { index } = study;
  const date = disputedDates(study).find(({ dates }) => dates.some((one) => one.id === id));
  if (date !== undefined) return { ...date, kind: 'date' };
  const figure = index.view.figures.find((one) => one.id === id);
  const entity = index.entities.get(figure?.entityId ?? '');
  const deal = index.view.deals.find(({ amounts }) => amounts.some((one) => one.id === id));
  const groups =
    figure !== undefined && entity !== undefined
      ? groupsIn(index.figuresOf(entity.id), { kind: 'entity', entity }, index.view.asOf)
      : deal === undefined
        ? []
        : groupsIn(deal.amounts, { kind: 'deal', deal }, index.view.asOf);
  const group = groups.find(({ figures, undisclosed }) =>
    [...figures, ...undisclosed].some((one) => one.id === id),
  );
  const grounds = group === undefined ? [] : amountGrounds(group, study);
  return grounds.find(({ claims }) => claims.some((one) => one.id === id)) ?? grounds[0] ?? null;
}

function amountGrounds(group: MetricGroup, study: Study): readonly AmountGround[] {
  const undisclosed = group.undisclosed.map((figure) => ({ figure, difference: 'discloses no amount' }));
  const disputed = disputedIn(group, study);
  if (disputed.length > 0)
    return disputed.map(({ about, claims, agreement, apart }) => ({
      kind: 'amount',
      about,
      claims,
      agreement,
      differences: [],
      apart: [
        ...apart.map(({ figure, difference }) => ({ figure, difference: DIFFERENCE_WORDS[difference] })),
        ...undisclosed,
      ],
    }));
  const { about, figures } = group;
  const differences = differencesAmong(figures, study.index.view.asOf);
  if (figures.length === 0)
    return [{ kind: 'amount', about, claims: group.undisclosed, agreement: null, apart: [], differences }];
  return [{ kind: 'amount', about, claims: figures, agreement: null, apart: undisclosed, differences }];
}

function differencesAmong(figures: readonly FigureFacts[], asOf: string): readonly string[] {
  const compare = comparison(figures, asOf);
  const found = figures.flatMap((a, at) =>
    figures.slice(at + 1).flatMap((b) => {
      const difference = compare(a, b);
      return difference === null ? [] : [DIFFERENCE_WORDS[difference]];
    }),
  );
  return [...new Set(found)];
}
