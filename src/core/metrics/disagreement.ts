import { type Agreement, agreementOf, type Claim } from '../figures/agreement.ts';
import { amountOf } from '../figures/amount.ts';
import { isKnowable } from '../figures/basis.ts';
import { comparison, type Difference, mattersOf } from '../figures/matters.ts';
import { inIdOrder } from '../figures/ranking.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import { groupBy } from '../group-by.ts';
import type { Metric } from '../model/figure.ts';
import type { DealFacts, EntityFacts, FigureFacts, KeyDateFacts } from '../model/ledger-view.ts';
import { dayBefore, daysBetween } from '../quantities/day.ts';
import { keyDatesAround, type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import type { Study } from './study.ts';

/** Claims on one matter that are on file more than once, and how far they agree. */
export interface Disputed {
  readonly about:
    | { readonly kind: 'entity'; readonly entity: EntityFacts }
    | { readonly kind: 'deal'; readonly deal: DealFacts };
  /** Names the matter among those of the same owner and metric; stays the same when a claim joins it. */
  readonly key: string;
  /** By id; at least two. */
  readonly claims: readonly FigureFacts[];
  readonly agreement: Agreement;
  /** Other claims on the same metric that lie elsewhere, and what tells them apart. */
  readonly apart: readonly { readonly figure: FigureFacts; readonly difference: Difference }[];
}

/** Of those around the subject, what bears on it; the rest of their figures is their own matter. */
const OF_OTHERS: readonly Metric[] = ['revenue', 'market-share', 'growth', 'compute-share'];

/** The same under every policy of choice: kept as long as the neighbourhood is. */
const kept = new WeakMap<Neighbourhood, readonly Disputed[]>();

/** Every matter around the subject that is stated at least twice. */
export function disputedFigures(study: Study, around: Neighbourhood): readonly Disputed[] {
  const found = kept.get(around) ?? gather(study, around);
  kept.set(around, found);
  return found;
}

/** All that is on file for one metric of one entity or deal and could be known by the as-of day. */
export interface MetricGroup {
  readonly about: Disputed['about'];
  /** Those with an amount, by id. */
  readonly figures: readonly FigureFacts[];
  /** Those without one, by id: unknown, never zero. */
  readonly undisclosed: readonly FigureFacts[];
}

function gather(study: Study, around: Neighbourhood): readonly Disputed[] {
  return metricGroups(study, around).flatMap((group) => disputedIn(group, study));
}

/** Every metric of the subject, of its deals and, where it bears on the subject, of those around it. */
export function metricGroups({ index }: Study, around: Neighbourhood): readonly MetricGroup[] {
  const { asOf } = index.view;
  const ofOthers = (entity: EntityFacts) =>
    index.figuresOf(entity.id).filter(({ metric }) => OF_OTHERS.includes(metric));
  return [
    ...around.family.flatMap((entity) =>
      groupsIn(index.figuresOf(entity.id), { kind: 'entity', entity }, asOf),
    ),
    ...around.around.flatMap((entity) => groupsIn(ofOthers(entity), { kind: 'entity', entity }, asOf)),
    ...[...around.deals, ...around.stakes].flatMap((deal) =>
      groupsIn(deal.amounts, { kind: 'deal', deal }, asOf),
    ),
  ];
}

/** In the order in which the metrics come with ids. */
export function groupsIn(
  figures: readonly FigureFacts[],
  about: Disputed['about'],
  asOf: string,
): readonly MetricGroup[] {
  const known = figures.filter((figure) => isKnowable(figure, asOf)).toSorted(inIdOrder);
  return [...groupBy(known, ({ metric }) => metric).values()].map((onMetric) => ({
    about,
    figures: onMetric.filter((figure) => amountOf(figure) !== null),
    undisclosed: onMetric.filter((figure) => amountOf(figure) === null),
  }));
}

/** The matters of a group that are stated at least twice. */
export function disputedIn({ about, figures }: MetricGroup, study: Study): readonly Disputed[] {
  const { asOf } = study.index.view;
  if (figures.length < 2) return [];
  const compare = comparison(figures, asOf);
  return mattersOf(figures, asOf).flatMap(({ key, claims }) => {
    const agreement = claims.length < 2 ? null : agreementAmong(claims, compare);
    if (agreement === null) return [];
    const apart = figures.flatMap((figure) => apartFrom(figure, claims, compare));
    return [{ about, key, claims, agreement, apart }];
  });
}

export function agreementAmong(
  claims: readonly FigureFacts[],
  compare: (a: FigureFacts, b: FigureFacts) => Difference | null,
): Agreement | null {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const widened = claims.flatMap((claim): readonly Claim[] => {
    const amount = widenedForAgreement(claim);
    return amount === null ? [] : [{ id: claim.id, amount }];
  });
  return agreementOf(widened, (a, b) => {
    const [left, right] = [byId.get(a.id), byId.get(b.id)];
    return left !== undefined && right !== undefined && compare(left, right) === null;
  });
}

function apartFrom(
  figure: FigureFacts,
  claims: readonly FigureFacts[],
  compare: (a: FigureFacts, b: FigureFacts) => Difference | null,
): Disputed['apart'] {
  const [first] = claims;
  if (first === undefined || claims.some(({ id }) => id === figure.id)) return [];
  const difference = compare(first, figure);
  return difference === null ? [] : [{ figure, difference }];
}

/** A day or window that is on file more than once under one name. */
export interface DisputedDate {
  /** Kind, owner and name of the date. */
  readonly id: string;
  readonly name: string;
  readonly dates: readonly KeyDateFacts[];
  readonly spread: DateSpread;
}

/** Whole days between the pair of windows that lie farthest apart: from nearest to farthest ends; 0 if all meet. */
export interface DateSpread {
  readonly nearest: number;
  readonly farthest: number;
  readonly pair: readonly [KeyDateFacts, KeyDateFacts] | null;
}

export function disputedDates(
  study: Study,
  around: Neighbourhood = neighbourhoodOf(study),
): readonly DisputedDate[] {
  const dated = keyDatesAround(study, around).filter(
    ({ fromOn, untilOn }) => fromOn !== null || untilOn !== null,
  );
  const named = groupBy(dated, ({ kind, entityId, dealId, name }) =>
    [kind, entityId ?? '', dealId ?? '', name.toLowerCase()].join(' '),
  );
  return [...named].flatMap(([id, dates]) => {
    const [first] = dates;
    return first === undefined || dates.length < 2
      ? []
      : [{ id, name: first.name, dates, spread: dateSpreadOf(dates) }];
  });
}

export function dateSpreadOf(dates: readonly KeyDateFacts[]): DateSpread {
  const none: DateSpread = { nearest: 0, farthest: 0, pair: null };
  return dates
    .flatMap((a, at) => dates.slice(at + 1).map((b) => spreadOfPair(a, b)))
    .reduce((widest, one) => (one.nearest > widest.nearest ? one : widest), none);
}

/** Whether one source states two windows that exclude each other. */
export function hasOwnContradiction(dates: readonly KeyDateFacts[]): boolean {
  return dates.some((a, at) =>
    dates.slice(at + 1).some((b) => a.source.id === b.source.id && excludesDay(a, b)),
  );
}

/** Whether no day fits both. */
export function excludesDay(a: KeyDateFacts, b: KeyDateFacts): boolean {
  return spreadOfPair(a, b).pair !== null;
}

function spreadOfPair(a: KeyDateFacts, b: KeyDateFacts): DateSpread {
  const [early, late] = (a.fromOn ?? '') <= (b.fromOn ?? '') ? [a, b] : [b, a];
  if (early.untilOn === null || late.fromOn === null || early.untilOn > late.fromOn)
    return { nearest: 0, farthest: 0, pair: null };
  const nearest = daysBetween(dayBefore(early.untilOn), late.fromOn);
  const last = late.untilOn === null ? late.fromOn : dayBefore(late.untilOn);
  const first = early.fromOn ?? dayBefore(early.untilOn);
  return { nearest, farthest: daysBetween(first, last), pair: [early, late] };
}
