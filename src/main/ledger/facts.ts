import type { PartyRole } from '#core/model/deal.ts';
import type {
  CitationFacts,
  DealFacts,
  EntityFacts,
  FxRateFacts,
  PickFacts,
  PriceFacts,
  SourceFacts,
} from '#core/model/ledger-view.ts';
import type { DealAtHand, DealEnds, EntityAtHand } from './at-hand.ts';
import {
  type Supports,
  sourcesIn,
  withItsWords,
  withSources,
  withSpeakers,
  withWords,
} from './completed-rows.ts';
import type { ReadableLedger } from './ledger.ts';
import { DEALS, ENTITIES, type Load, loader } from './load-rows.ts';
import { loadPicks } from './view-picks.ts';

/**
 * Facts of one moment of a ledger, read as they are asked for and kept, so that a company which many deal with is read
 * once. Law: what is kept is what the file held when it was read; after a change, forget what the change touched.
 */
export interface Facts {
  readonly entities: readonly EntityFacts[];
  readonly sources: readonly SourceFacts[];
  readonly citations: readonly CitationFacts[];
  readonly picks: readonly PickFacts[];
  /** Every rate on file. */
  readonly fxRates: readonly FxRateFacts[];
  /** Prices of market indices, whose tickers start with ^. */
  readonly indexPrices: readonly PriceFacts[];
  /** Reads what is not at hand of the entities, of their deals and of the parts of these. */
  readonly fetch: (entityIds: ReadonlySet<string>) => void;
  readonly fetchDeal: (dealId: string) => void;
  /** Reads the deals in which one of these pays one of those, whoever else is at hand; their ids. */
  readonly fetchBetween: (ends: DealEnds) => readonly string[];
  /** Ids of the deals that name the entity in any role. */
  readonly dealIdsOf: (entityId: string) => readonly string[];
  readonly partIdsOf: (dealId: string) => readonly string[];
  readonly dealOf: (dealId: string) => DealAtHand | undefined;
  readonly entityOf: (entityId: string) => EntityFacts | undefined;
  /** What rolls up to the entity directly. */
  readonly childrenOf: (entityId: string) => readonly EntityFacts[];
  readonly ofEntity: (entityId: string) => EntityAtHand;
  /** After changes to these entities alone, and after sources were added that nothing rested on before. */
  readonly renew: (entityIds: Iterable<string>, hasNewSources: boolean) => void;
  /** How many figures and deals are at hand. */
  readonly size: () => number;
}

const NOTHING: EntityAtHand = { figures: [], quotes: [], reactions: [], keyDates: [], prices: [] };

export function openFacts(ledger: ReadableLedger, knownAt: string | null): Facts {
  const load = loader(ledger, knownAt);
  const entities: readonly EntityFacts[] = load('entity', '1', {});
  let sources = sourcesIn(ledger, load);
  const supports: Supports = {
    entityById: new Map(entities.map((entity) => [entity.id, entity])),
    sourceById: new Map(sources.map((source) => [source.id, source])),
    words: new Map(),
  };
  const children = Map.groupBy(entities, ({ parentId, rollsUp }) => (rollsUp === 1 ? parentId : null));
  const held: Held = {
    entities: new Map(),
    dealIds: new Map(),
    parts: new Map(),
    deals: new Map(),
    far: new Set(),
    rows: 0,
  };
  return {
    entities,
    get sources() {
      return sources;
    },
    citations: load('citation', '1', {}),
    picks: loadPicks(ledger, {
      where: '1',
      bound: {},
      knownAt,
      support: (figure) => withItsWords(load, supports, figure),
    }),
    fxRates: withSources(supports, load('fx-rate', '1', {})),
    indexPrices: load('price', "ticker LIKE '^%'", {}),
    fetch: (ids) => fetchEntities(held, load, supports, ids),
    fetchDeal: (id) => fetchDeals(held, load, supports, [id]),
    fetchBetween: (ends) => fetchBetween(held, load, supports, ends),
    dealIdsOf: (id) => held.dealIds.get(id) ?? [],
    partIdsOf: (id) => held.parts.get(id) ?? [],
    dealOf: (id) => held.deals.get(id),
    entityOf: (id) => supports.entityById.get(id),
    childrenOf: (id) => children.get(id) ?? [],
    ofEntity: (id) => held.entities.get(id) ?? NOTHING,
    renew: (ids, hasNewSources) => {
      forget(held, ids);
      if (!hasNewSources) return;
      sources = sourcesIn(ledger, load);
      for (const source of sources) supports.sourceById.set(source.id, source);
    },
    size: () => held.rows,
  };
}

/** What is at hand, by id. An entity that is held has all its deals held, with their parts. */
interface Held {
  readonly entities: Map<string, EntityAtHand>;
  readonly dealIds: Map<string, readonly string[]>;
  readonly parts: Map<string, readonly string[]>;
  readonly deals: Map<string, DealAtHand>;
  /** Deals read for themselves, whose parties need not be held. */
  readonly far: Set<string>;
  rows: number;
}

function fetchEntities(held: Held, load: Load, supports: Supports, ids: ReadonlySet<string>): void {
  const wanted = [...ids].filter((id) => !held.entities.has(id));
  if (wanted.length > 0) fetchNew(held, load, supports, wanted);
  let left = Number.POSITIVE_INFINITY;
  for (
    let missing = missingDeals(held, ids);
    missing.length > 0 && missing.length < left;
    missing = missingDeals(held, ids)
  ) {
    left = missing.length;
    fetchDeals(held, load, supports, missing);
  }
}

/** Deals of the entities that are not at hand, be it that they were forgotten together with another party. */
function missingDeals(held: Held, ids: ReadonlySet<string>): readonly string[] {
  const deals = new Set<string>();
  for (const id of ids) for (const dealId of held.dealIds.get(id) ?? []) deals.add(dealId);
  for (const id of deals) for (const partId of held.parts.get(id) ?? []) deals.add(partId);
  return [...deals].filter((id) => !held.deals.has(id));
}

function fetchNew(held: Held, load: Load, supports: Supports, wanted: readonly string[]): void {
  const bound = { entities: JSON.stringify(wanted) };
  const about = (column: string) => `${column} IN (${ENTITIES})`;
  const parties = Map.groupBy(load('deal-party', about('entity_id'), bound), ({ entityId }) => entityId);
  const figures = withWords(
    load,
    supports,
    load('figure', `deal_id IS NULL AND ${about('entity_id')}`, bound),
  );
  const rows = {
    figures: Map.groupBy(figures, ({ entityId }) => entityId),
    quotes: Map.groupBy(
      withSpeakers(supports, load('quote', about('about_id'), bound)),
      ({ aboutId }) => aboutId,
    ),
    reactions: Map.groupBy(
      withWords(load, supports, load('reaction', about('entity_id'), bound)),
      ({ entityId }) => entityId,
    ),
    keyDates: Map.groupBy(
      withWords(load, supports, load('key-date', about('entity_id'), bound)),
      ({ entityId }) => entityId,
    ),
    prices: Map.groupBy(load('price', about('entity_id'), bound), ({ entityId }) => entityId),
  };
  for (const id of wanted) {
    held.dealIds.set(id, [...new Set((parties.get(id) ?? []).map(({ dealId }) => dealId))]);
    held.entities.set(id, {
      figures: rows.figures.get(id) ?? [],
      quotes: rows.quotes.get(id) ?? [],
      reactions: rows.reactions.get(id) ?? [],
      keyDates: rows.keyDates.get(id) ?? [],
      prices: rows.prices.get(id) ?? [],
    });
  }
  held.rows += figures.length;
}

/** Deals with all that is part of them, whoever its parties are: a programme is counted through its parts. */
function fetchDeals(held: Held, load: Load, supports: Supports, ids: readonly string[]): void {
  const bound = { deals: JSON.stringify(ids) };
  const about = (column: string) => `${column} IN (${DEALS})`;
  const amounts = withWords(load, supports, load('figure', about('deal_id'), bound));
  const rows = {
    parties: Map.groupBy(load('deal-party', about('deal_id'), bound), ({ dealId }) => dealId),
    amounts: Map.groupBy(amounts, ({ dealId }) => dealId),
    schedule: Map.groupBy(load('schedule-row', about('deal_id'), bound), ({ dealId }) => dealId),
    quotes: Map.groupBy(
      withSpeakers(supports, load('quote', about('about_deal_id'), bound)),
      ({ aboutDealId }) => aboutDealId,
    ),
    reactions: Map.groupBy(
      withWords(load, supports, load('reaction', about('deal_id'), bound)),
      ({ dealId }) => dealId,
    ),
    keyDates: Map.groupBy(
      withWords(load, supports, load('key-date', about('deal_id'), bound)),
      ({ dealId }) => dealId,
    ),
  };
  for (const deal of withWords(load, supports, load('deal', about('id'), bound))) {
    const parties = rows.parties.get(deal.id) ?? [];
    const atHand: DealAtHand = {
      deal: {
        ...deal,
        parties: parties.flatMap(({ entityId, role }) => partyFacts(supports.entityById.get(entityId), role)),
        amounts: rows.amounts.get(deal.id) ?? [],
        schedule: rows.schedule.get(deal.id) ?? [],
      },
      partyIds: parties.map(({ entityId }) => entityId),
      quotes: rows.quotes.get(deal.id) ?? [],
      reactions: rows.reactions.get(deal.id) ?? [],
      keyDates: rows.keyDates.get(deal.id) ?? [],
    };
    held.deals.set(deal.id, atHand);
    held.rows += dealSize(atHand);
  }
  const parts = load('deal', about('part_of_id'), bound);
  for (const [dealId, of] of Map.groupBy(parts, ({ partOfId }) => partOfId ?? ''))
    held.parts.set(
      dealId,
      of.map(({ id }) => id),
    );
  const missing = parts.map(({ id }) => id).filter((id) => !held.deals.has(id));
  if (missing.length > 0) fetchDeals(held, load, supports, missing);
}

function fetchBetween(
  held: Held,
  load: Load,
  supports: Supports,
  { payerIds, payeeIds }: DealEnds,
): readonly string[] {
  if (payerIds.size === 0 || payeeIds.size === 0) return [];
  const bound = { payers: JSON.stringify([...payerIds]), payees: JSON.stringify([...payeeIds]) };
  const paid = `SELECT deal_id FROM deal_parties WHERE role = 'payee' AND entity_id IN (SELECT value FROM json_each(@payees))`;
  const where = `role = 'payer' AND entity_id IN (SELECT value FROM json_each(@payers)) AND deal_id IN (${paid})`;
  const ids = [...new Set(load('deal-party', where, bound).map(({ dealId }) => dealId))];
  const missing = ids.filter((id) => !held.deals.has(id));
  if (missing.length > 0) fetchDeals(held, load, supports, missing);
  for (const id of missing) held.far.add(id);
  return ids;
}

/** An entity takes all its deals with it, so that whatever is held is held with all its deals. */
function forget(held: Held, entityIds: Iterable<string>): void {
  for (const id of entityIds) {
    const deals = new Set(held.dealIds.get(id) ?? []);
    for (const dealId of deals) for (const partId of held.parts.get(dealId) ?? []) deals.add(partId);
    for (const dealId of deals) forgetDeal(held, dealId);
    held.rows -= held.entities.get(id)?.figures.length ?? 0;
    held.entities.delete(id);
    held.dealIds.delete(id);
    for (const dealId of held.far)
      if (held.deals.get(dealId)?.partyIds.includes(id) ?? true) forgetFar(held, dealId);
  }
}

function forgetFar(held: Held, dealId: string): void {
  forgetDeal(held, dealId);
  held.far.delete(dealId);
}

function forgetDeal(held: Held, dealId: string): void {
  const known = held.deals.get(dealId);
  if (known === undefined) return;
  held.rows -= dealSize(known);
  held.deals.delete(dealId);
  held.parts.delete(dealId);
}

function dealSize({ deal, partyIds }: DealAtHand): number {
  return 1 + partyIds.length + deal.amounts.length;
}

function partyFacts(entity: EntityFacts | undefined, role: string): DealFacts['parties'] {
  return entity === undefined ? [] : [{ entity, role: role as PartyRole }];
}
