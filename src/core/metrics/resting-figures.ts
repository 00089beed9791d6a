import { isDisjoint } from '../figures/agreement.ts';
import { amountOf } from '../figures/amount.ts';
import { isKnowable } from '../figures/basis.ts';
import { mattersOf } from '../figures/matters.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import { groupBy } from '../group-by.ts';
import type { DealFacts, EntityFacts, FigureFacts } from '../model/ledger-view.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import type { Study } from './study.ts';

/** A matter on which something rests: the claims that were used, and all on file that agree with them. */
export interface RestingMatter {
  /** Stays the same when a claim joins the matter. */
  readonly id: string;
  readonly about: { readonly entity: EntityFacts } | { readonly deal: DealFacts };
  /** By id; never empty. */
  readonly used: readonly FigureFacts[];
  /** The used ones and those that do not exclude any of them; by id. */
  readonly agreeing: readonly FigureFacts[];
  /** Independent documents behind the agreeing claims, citation chains followed to their ends. */
  readonly origins: readonly string[];
}

/** The matters around the subject of which at least one claim is in `usedIds`: entities first, then deals. */
export function restingMatters(
  study: Study,
  usedIds: ReadonlySet<string>,
  around: Neighbourhood = neighbourhoodOf(study),
): readonly RestingMatter[] {
  const { index } = study;
  const within = (figures: readonly FigureFacts[], about: RestingMatter['about']) =>
    figures.some(({ id }) => usedIds.has(id)) ? mattersWithin(figures, about, study, usedIds) : [];
  return [
    ...[...around.family, ...around.around].flatMap((entity) =>
      within(index.figuresOf(entity.id), { entity }),
    ),
    ...[...around.deals, ...around.stakes].flatMap((deal) => within(deal.amounts, { deal })),
  ];
}

function mattersWithin(
  figures: readonly FigureFacts[],
  about: RestingMatter['about'],
  { index }: Study,
  usedIds: ReadonlySet<string>,
): readonly RestingMatter[] {
  const { asOf } = index.view;
  const usable = figures.filter((figure) => amountOf(figure) !== null && isKnowable(figure, asOf));
  return [...groupBy(usable, ({ metric }) => metric).values()]
    .flatMap((onMetric) => mattersOf(onMetric, asOf))
    .flatMap(({ key, claims }) => {
      const used = claims.filter(({ id }) => usedIds.has(id));
      if (used.length === 0) return [];
      const agreeing = claims.filter((claim) => used.every((one) => agree(one, claim)));
      return [
        {
          id: matterId(about, used, key),
          about,
          used,
          agreeing,
          origins: originsOf([...used, ...agreeing], index.events.originsOf),
        },
      ];
    });
}

/** What a flag about a matter bears on: its owner, the metric and the matter, never one of its claims. */
function matterId(about: RestingMatter['about'], [first]: readonly FigureFacts[], key: string): string {
  const owner = 'deal' in about ? about.deal : about.entity;
  return `${owner.id} ${first?.metric ?? ''} ${key}`;
}

function agree(a: FigureFacts, b: FigureFacts): boolean {
  const [left, right] = [widenedForAgreement(a), widenedForAgreement(b)];
  return left !== null && right !== null && !isDisjoint(left, right);
}

/** A source that is no longer on file is no origin. */
function originsOf(
  claims: readonly FigureFacts[],
  ends: (sourceId: string) => readonly string[],
): readonly string[] {
  const sources = claims.map(({ source }) => source.id).filter((id) => id !== '');
  return [...new Set(sources.flatMap(ends))].toSorted();
}
