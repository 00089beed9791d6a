import { groupByEach } from '../group-by.ts';
import type { PartyRole } from '../model/deal.ts';
import type { DealFacts, EntityFacts, FigureFacts, LedgerView } from '../model/ledger-view.ts';
import { type EventIndex, indexEvents } from './event-index.ts';
import { type FxIndex, indexRates } from './fx.ts';
import { kinshipOf } from './kinship.ts';

/** The view, arranged once so that every subject is read without a pass over the whole ledger. */
export interface LedgerIndex {
  readonly view: LedgerView;
  readonly entities: ReadonlyMap<string, EntityFacts>;
  readonly figuresOf: (entityId: string) => readonly FigureFacts[];
  /** Deals in which the entity, or one that rolls up to it, pays or guarantees; in the order of the view. */
  readonly dealsOf: (entityId: string) => readonly DealFacts[];
  /** Deals in which the entity, or one that rolls up to it, is paid; in the order of the view. */
  readonly receiptsOf: (entityId: string) => readonly DealFacts[];
  /** Other deals that name this one as the programme they are part of. */
  readonly partsOf: (dealId: string) => readonly DealFacts[];
  /** The entity and the parents it counts as, ultimate parent last. */
  readonly chainOf: (entity: EntityFacts) => readonly EntityFacts[];
  readonly events: EventIndex;
  readonly fx: FxIndex;
}

export function indexLedger(view: LedgerView): LedgerIndex {
  const { entities, chainOf, membersOf } = kinshipOf(view.entities, view.asOf);
  const figures = groupByEach(view.figures, ({ entityId }) => [entityId]);
  const parts = groupByEach(view.deals, ({ partOfId }) => (partOfId === null ? [] : [partOfId]));
  const deals = groupByEach(view.deals, (deal) => familiesIn(deal, ['payer', 'guarantor'], chainOf));
  const receipts = groupByEach(view.deals, (deal) => familiesIn(deal, ['payee'], chainOf));
  return {
    view,
    entities,
    chainOf,
    events: indexEvents(view, membersOf),
    fx: indexRates(view.fxRates, view.asOf),
    figuresOf: (entityId) => figures.get(entityId) ?? [],
    dealsOf: (entityId) => deals.get(entityId) ?? [],
    receiptsOf: (entityId) => receipts.get(entityId) ?? [],
    partsOf: (dealId) => (parts.get(dealId) ?? []).filter(({ id }) => id !== dealId),
  };
}

/** Ids of the entities in one of the roles, and of the parents that they count as. */
function familiesIn(
  { parties }: DealFacts,
  roles: readonly PartyRole[],
  chainOf: LedgerIndex['chainOf'],
): ReadonlySet<string> {
  const members = parties.filter(({ role }) => roles.includes(role));
  return new Set(members.flatMap(({ entity }) => chainOf(entity)).map(({ id }) => id));
}
